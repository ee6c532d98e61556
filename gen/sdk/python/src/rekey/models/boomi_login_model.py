from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class BoomiLoginModel(Model):
    """User name and password, and the mailed code on the second call. Mind the capital N, which is the
    vendor's."""

    user_name: str
    password: str
    one_time_passcode: None | str | Unset = UNSET
    """ The mailed code, or one of an authenticator app, or a recovery code. Leave it out to be sent one. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["userName"] = self.user_name
        out["password"] = self.password
        one_time_passcode: None | str | Unset
        if isinstance(self.one_time_passcode, Unset):
            one_time_passcode = UNSET
        else:
            one_time_passcode = self.one_time_passcode
        if one_time_passcode is not UNSET:
            out["oneTimePasscode"] = one_time_passcode
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        user_name = d.pop("userName")

        password = d.pop("password")

        def _parse_one_time_passcode(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        one_time_passcode = _parse_one_time_passcode(d.pop("oneTimePasscode", UNSET))

        made = cls(
            user_name=user_name,
            password=password,
            one_time_passcode=one_time_passcode,
        )
        made.additional_properties = d
        return made
