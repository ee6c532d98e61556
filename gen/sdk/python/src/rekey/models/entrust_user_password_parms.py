from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define, field

from ..models.entrust_password_format import EntrustPasswordFormat
from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class EntrustUserPasswordParms(Model):
    """The new password, or how to make one, and what to do around it. Every field is optional."""

    clear_password_history: bool | Unset = UNSET
    """ Forget the password history before the new password is set. Absent means no. """
    current_password: None | str | Unset = UNSET
    """ The present password of a directory user. Refused for everybody else; must be null with BCRYPT. """
    email_password: bool | Unset = UNSET
    """ Tell the user by mail. See the operation for what the mail carries. """
    expiry_time: datetime.datetime | Unset = UNSET
    """ When the password expires, as RFC 3339, in the future. Absent means after the tenant's lifetime, if
    it has one. An offset without a colon (`+0000`) is refused. """
    force_update: bool | Unset = UNSET
    """ Force a change when the user next logs in with this password. """
    generate_password: bool | Unset = UNSET
    """ Make a random password that meets the policy. """
    password: str | Unset = UNSET
    """ The new password, or its hash when `passwordFormat` is BCRYPT. Ignored when one is generated. """
    password_format: EntrustPasswordFormat | Unset = UNSET
    """ What `password` holds. """
    return_password: bool | Unset = UNSET
    """ Answer the generated password. Without effect on a password that the caller sent. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        if self.clear_password_history is not UNSET:
            out["clearPasswordHistory"] = self.clear_password_history
        current_password: None | str | Unset
        if isinstance(self.current_password, Unset):
            current_password = UNSET
        else:
            current_password = self.current_password
        if current_password is not UNSET:
            out["currentPassword"] = current_password
        if self.email_password is not UNSET:
            out["emailPassword"] = self.email_password
        expiry_time: str | Unset = UNSET
        if not isinstance(self.expiry_time, Unset):
            expiry_time = self.expiry_time.isoformat()
        if expiry_time is not UNSET:
            out["expiryTime"] = expiry_time
        if self.force_update is not UNSET:
            out["forceUpdate"] = self.force_update
        if self.generate_password is not UNSET:
            out["generatePassword"] = self.generate_password
        if self.password is not UNSET:
            out["password"] = self.password
        password_format: str | Unset = UNSET
        if not isinstance(self.password_format, Unset):
            password_format = str(self.password_format)

        if password_format is not UNSET:
            out["passwordFormat"] = password_format
        if self.return_password is not UNSET:
            out["returnPassword"] = self.return_password
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        clear_password_history = d.pop("clearPasswordHistory", UNSET)

        def _parse_current_password(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        current_password = _parse_current_password(d.pop("currentPassword", UNSET))

        email_password = d.pop("emailPassword", UNSET)

        _expiry_time = d.pop("expiryTime", UNSET)
        expiry_time: datetime.datetime | Unset
        if isinstance(_expiry_time, Unset):
            expiry_time = UNSET
        else:
            expiry_time = datetime.datetime.fromisoformat(_expiry_time)

        force_update = d.pop("forceUpdate", UNSET)

        generate_password = d.pop("generatePassword", UNSET)

        password = d.pop("password", UNSET)

        _password_format = d.pop("passwordFormat", UNSET)
        password_format: EntrustPasswordFormat | Unset
        if isinstance(_password_format, Unset):
            password_format = UNSET
        else:
            password_format = EntrustPasswordFormat(_password_format)

        return_password = d.pop("returnPassword", UNSET)

        made = cls(
            clear_password_history=clear_password_history,
            current_password=current_password,
            email_password=email_password,
            expiry_time=expiry_time,
            force_update=force_update,
            generate_password=generate_password,
            password=password,
            password_format=password_format,
            return_password=return_password,
        )
        made.additional_properties = d
        return made
