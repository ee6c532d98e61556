from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class RekeyFreshness(Model):
    current_password: str | Unset = UNSET
    """ Of the user who acts on himself; others need none. """
    code: str | Unset = UNSET
    """ A code of the authenticator app, or a recovery code. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        if self.current_password is not UNSET:
            out["currentPassword"] = self.current_password
        if self.code is not UNSET:
            out["code"] = self.code
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        current_password = d.pop("currentPassword", UNSET)

        code = d.pop("code", UNSET)

        made = cls(
            current_password=current_password,
            code=code,
        )
        made.additional_properties = d
        return made
