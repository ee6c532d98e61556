from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class ZitadelHashedPassword(Model):
    hash_: str
    """ A password hash in modular crypt or PHC form, such as bcrypt's. """
    change_required: bool | Unset = UNSET
    """ The user must change the password at his next login. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["hash"] = self.hash_
        if self.change_required is not UNSET:
            out["changeRequired"] = self.change_required
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        hash_ = d.pop("hash")

        change_required = d.pop("changeRequired", UNSET)

        made = cls(
            hash_=hash_,
            change_required=change_required,
        )
        made.additional_properties = d
        return made
