from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, cast

from attrs import define, field

from ..models.rekey_user_boundary import RekeyUserBoundary
from ..models.rekey_user_source import RekeyUserSource
from ..opened import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.rekey_metadata import RekeyMetadata
    from ..models.rekey_user_address import RekeyUserAddress
    from ..models.rekey_user_phone import RekeyUserPhone


@define(repr=False)
class RekeyUserCreation(Model):
    tenant_id: str
    """ An id of 26 characters, lower-case base32. """
    username: str
    """ What the user logs in with; unique in the tenant, without regard to case and width. It holds no
    invisible, control, private-use or unassigned character (RFC 8264, FreeformClass); joiners where a
    script needs them are kept and not compared. """
    given_name: str | Unset = UNSET
    """ How messages address the user. """
    locale: str | Unset = UNSET
    """ The language of messages (RFC 5646), a registered one. It is kept in the spelling of that standard:
    `de_CH.UTF-8` of a POSIX system or a directory becomes `de-CH`. Messages are written in the nearest
    language of `GET /v1/locales`. """
    emails: list[RekeyUserAddress] | Unset = UNSET
    """ Where mails go. One of them is the primary one. """
    phones: list[RekeyUserPhone] | Unset = UNSET
    """ Where text messages go, in the notation of E.164. """
    source: RekeyUserSource | Unset = UNSET
    """ Where the password of a user lives, here or in a directory. """
    second_factor: bool | Unset = UNSET
    """ A code is mailed at each login. """
    disabled: bool | Unset = UNSET
    """ A disabled user can neither log in nor reset a password. """
    metadata: RekeyMetadata | Unset = UNSET
    """ Notes of the operator's own, at most 50, together 16 KiB as JSON. A name has at most 64 characters. """
    boundary: RekeyUserBoundary | Unset = UNSET
    """ How far the permissions of a user reach. `self` is a user without rights over others. """
    permissions: list[str] | Unset = UNSET
    """ What the user may do to others, within the boundary. Nobody grants more than he holds. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["tenantId"] = self.tenant_id
        out["username"] = self.username
        if self.given_name is not UNSET:
            out["givenName"] = self.given_name
        if self.locale is not UNSET:
            out["locale"] = self.locale
        emails: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.emails, Unset):
            emails = []
            for emails_item_data in self.emails:
                emails_item = emails_item_data.to_dict()
                emails.append(emails_item)

        if emails is not UNSET:
            out["emails"] = emails
        phones: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.phones, Unset):
            phones = []
            for phones_item_data in self.phones:
                phones_item = phones_item_data.to_dict()
                phones.append(phones_item)

        if phones is not UNSET:
            out["phones"] = phones
        source: str | Unset = UNSET
        if not isinstance(self.source, Unset):
            source = str(self.source)

        if source is not UNSET:
            out["source"] = source
        if self.second_factor is not UNSET:
            out["secondFactor"] = self.second_factor
        if self.disabled is not UNSET:
            out["disabled"] = self.disabled
        metadata: dict[str, Any] | Unset = UNSET
        if not isinstance(self.metadata, Unset):
            metadata = self.metadata.to_dict()
        if metadata is not UNSET:
            out["metadata"] = metadata
        boundary: str | Unset = UNSET
        if not isinstance(self.boundary, Unset):
            boundary = str(self.boundary)

        if boundary is not UNSET:
            out["boundary"] = boundary
        permissions: list[str] | Unset = UNSET
        if not isinstance(self.permissions, Unset):
            permissions = self.permissions

        if permissions is not UNSET:
            out["permissions"] = permissions
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.rekey_metadata import RekeyMetadata
        from ..models.rekey_user_address import RekeyUserAddress
        from ..models.rekey_user_phone import RekeyUserPhone

        d = dict(src_dict)
        tenant_id = d.pop("tenantId")

        username = d.pop("username")

        given_name = d.pop("givenName", UNSET)

        locale = d.pop("locale", UNSET)

        _emails = d.pop("emails", UNSET)
        emails: list[RekeyUserAddress] | Unset = UNSET
        if _emails is not UNSET:
            emails = []
            for emails_item_data in _emails:
                emails_item = RekeyUserAddress.from_dict(emails_item_data)

                emails.append(emails_item)

        _phones = d.pop("phones", UNSET)
        phones: list[RekeyUserPhone] | Unset = UNSET
        if _phones is not UNSET:
            phones = []
            for phones_item_data in _phones:
                phones_item = RekeyUserPhone.from_dict(phones_item_data)

                phones.append(phones_item)

        _source = d.pop("source", UNSET)
        source: RekeyUserSource | Unset
        if isinstance(_source, Unset):
            source = UNSET
        else:
            source = RekeyUserSource(_source)

        second_factor = d.pop("secondFactor", UNSET)

        disabled = d.pop("disabled", UNSET)

        _metadata = d.pop("metadata", UNSET)
        metadata: RekeyMetadata | Unset
        if isinstance(_metadata, Unset):
            metadata = UNSET
        else:
            metadata = RekeyMetadata.from_dict(_metadata)

        _boundary = d.pop("boundary", UNSET)
        boundary: RekeyUserBoundary | Unset
        if isinstance(_boundary, Unset):
            boundary = UNSET
        else:
            boundary = RekeyUserBoundary(_boundary)

        permissions = cast(list[str], d.pop("permissions", UNSET))

        made = cls(
            tenant_id=tenant_id,
            username=username,
            given_name=given_name,
            locale=locale,
            emails=emails,
            phones=phones,
            source=source,
            second_factor=second_factor,
            disabled=disabled,
            metadata=metadata,
            boundary=boundary,
            permissions=permissions,
        )
        made.additional_properties = d
        return made
