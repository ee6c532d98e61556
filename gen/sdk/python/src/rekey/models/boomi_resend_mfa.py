from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class BoomiResendMfa(Model):
    """Which challenge needs a new code."""

    sid: str
    """ The id of the challenge, from the 409 of a login. """
    email: None | str | Unset = UNSET
    """ The user's own address. If it is another one, no mail is sent and the answer is the same. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["sid"] = self.sid
        email: None | str | Unset
        if isinstance(self.email, Unset):
            email = UNSET
        else:
            email = self.email
        if email is not UNSET:
            out["email"] = email
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        sid = d.pop("sid")

        def _parse_email(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        email = _parse_email(d.pop("email", UNSET))

        made = cls(
            sid=sid,
            email=email,
        )
        made.additional_properties = d
        return made
