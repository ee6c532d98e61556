from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, cast

from attrs import define, field

from ..models.rekey_user_boundary import RekeyUserBoundary
from ..models.rekey_user_source import RekeyUserSource
from ..opened import Model

if TYPE_CHECKING:
    from ..models.rekey_known_address import RekeyKnownAddress
    from ..models.rekey_user_metadata import RekeyUserMetadata


@define(repr=False)
class RekeyUser(Model):
    id: str
    """ An id. """
    number: int
    """ The user's id where ids are numbers. """
    tenant_id: str
    """ An id of 26 characters, lower-case base32. """
    application_id: str
    """ An id of 26 characters, lower-case base32. """
    username: str
    given_name: str
    locale: str
    emails: list[RekeyKnownAddress]
    phones: list[RekeyKnownAddress]
    source: RekeyUserSource
    """ Where the password of a user lives, here or in a directory. """
    second_factor: bool
    """ The password alone does not log the user in. """
    disabled: bool
    locked: bool
    metadata: RekeyUserMetadata
    boundary: RekeyUserBoundary
    """ How far the permissions of a user reach. `self` is a user without rights over others. """
    permissions: list[str]
    version: int
    """ Grows with every change; the ETag holds it. """
    created_at: datetime.datetime
    updated_at: datetime.datetime
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["id"] = self.id
        out["number"] = self.number
        out["tenantId"] = self.tenant_id
        out["applicationId"] = self.application_id
        out["username"] = self.username
        out["givenName"] = self.given_name
        out["locale"] = self.locale
        emails = []
        for emails_item_data in self.emails:
            emails_item = emails_item_data.to_dict()
            emails.append(emails_item)

        out["emails"] = emails
        phones = []
        for phones_item_data in self.phones:
            phones_item = phones_item_data.to_dict()
            phones.append(phones_item)

        out["phones"] = phones
        source = str(self.source)
        out["source"] = source
        out["secondFactor"] = self.second_factor
        out["disabled"] = self.disabled
        out["locked"] = self.locked
        metadata = self.metadata.to_dict()
        out["metadata"] = metadata
        boundary = str(self.boundary)
        out["boundary"] = boundary
        permissions = self.permissions

        out["permissions"] = permissions
        out["version"] = self.version
        created_at = self.created_at.isoformat()
        out["createdAt"] = created_at
        updated_at = self.updated_at.isoformat()
        out["updatedAt"] = updated_at
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.rekey_known_address import RekeyKnownAddress
        from ..models.rekey_user_metadata import RekeyUserMetadata

        d = dict(src_dict)
        id = d.pop("id")

        number = d.pop("number")

        tenant_id = d.pop("tenantId")

        application_id = d.pop("applicationId")

        username = d.pop("username")

        given_name = d.pop("givenName")

        locale = d.pop("locale")

        emails = []
        _emails = d.pop("emails")
        for emails_item_data in _emails:
            emails_item = RekeyKnownAddress.from_dict(emails_item_data)

            emails.append(emails_item)

        phones = []
        _phones = d.pop("phones")
        for phones_item_data in _phones:
            phones_item = RekeyKnownAddress.from_dict(phones_item_data)

            phones.append(phones_item)

        source = RekeyUserSource(d.pop("source"))

        second_factor = d.pop("secondFactor")

        disabled = d.pop("disabled")

        locked = d.pop("locked")

        metadata = RekeyUserMetadata.from_dict(d.pop("metadata"))

        boundary = RekeyUserBoundary(d.pop("boundary"))

        permissions = cast(list[str], d.pop("permissions"))

        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt"))

        made = cls(
            id=id,
            number=number,
            tenant_id=tenant_id,
            application_id=application_id,
            username=username,
            given_name=given_name,
            locale=locale,
            emails=emails,
            phones=phones,
            source=source,
            second_factor=second_factor,
            disabled=disabled,
            locked=locked,
            metadata=metadata,
            boundary=boundary,
            permissions=permissions,
            version=version,
            created_at=created_at,
            updated_at=updated_at,
        )
        made.additional_properties = d
        return made
