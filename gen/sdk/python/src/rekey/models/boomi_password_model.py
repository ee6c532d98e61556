from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class BoomiPasswordModel(Model):
    """The answer of a link check and the body of a redemption; one model for both, as with the vendor. No
    field is required by the schema: a redemption without a key is answered like one with an unknown
    key."""

    key: str | Unset = UNSET
    """ The key of the link. A malformed key is answered exactly like an unknown one. """
    mfa_enabled: bool | Unset = UNSET
    """ Whether the user has a second factor. Read only in effect; what a client sends is ignored. """
    username: None | str | Unset = UNSET
    """ The user's name. Read only in effect; what a client sends is ignored. """
    password: None | str | Unset = UNSET
    """ The new password. Always null in answers. """
    confirm_password: None | str | Unset = UNSET
    """ The new password again; must equal `password`. Always null in answers. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        if self.key is not UNSET:
            out["key"] = self.key
        if self.mfa_enabled is not UNSET:
            out["mfaEnabled"] = self.mfa_enabled
        username: None | str | Unset
        if isinstance(self.username, Unset):
            username = UNSET
        else:
            username = self.username
        if username is not UNSET:
            out["username"] = username
        password: None | str | Unset
        if isinstance(self.password, Unset):
            password = UNSET
        else:
            password = self.password
        if password is not UNSET:
            out["password"] = password
        confirm_password: None | str | Unset
        if isinstance(self.confirm_password, Unset):
            confirm_password = UNSET
        else:
            confirm_password = self.confirm_password
        if confirm_password is not UNSET:
            out["confirmPassword"] = confirm_password
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        key = d.pop("key", UNSET)

        mfa_enabled = d.pop("mfaEnabled", UNSET)

        def _parse_username(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        username = _parse_username(d.pop("username", UNSET))

        def _parse_password(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        password = _parse_password(d.pop("password", UNSET))

        def _parse_confirm_password(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        confirm_password = _parse_confirm_password(d.pop("confirmPassword", UNSET))

        made = cls(
            key=key,
            mfa_enabled=mfa_enabled,
            username=username,
            password=password,
            confirm_password=confirm_password,
        )
        made.additional_properties = d
        return made
