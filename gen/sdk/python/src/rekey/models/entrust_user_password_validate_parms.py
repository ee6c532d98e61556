from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class EntrustUserPasswordValidateParms(Model):
    """The candidate."""

    password: str
    ignore_password_history: bool | Unset = UNSET
    """ Leave the history rule out. Absent means no. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["password"] = self.password
        if self.ignore_password_history is not UNSET:
            out["ignorePasswordHistory"] = self.ignore_password_history
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        password = d.pop("password")

        ignore_password_history = d.pop("ignorePasswordHistory", UNSET)

        made = cls(
            password=password,
            ignore_password_history=ignore_password_history,
        )
        made.additional_properties = d
        return made
