from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class ZitadelOptionalPassword(Model):
    password: str
    """ The new password. The policy decides how long it must be. """
    change_required: bool | Unset = UNSET
    """ The user must change the password at his next login. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["password"] = self.password
        if self.change_required is not UNSET:
            out["changeRequired"] = self.change_required
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        password = d.pop("password")

        change_required = d.pop("changeRequired", UNSET)

        made = cls(
            password=password,
            change_required=change_required,
        )
        made.additional_properties = d
        return made
