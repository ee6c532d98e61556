from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model


@define(repr=False)
class WristbandChangePasswordInput(Model):
    """A change of one's own password."""

    user_id: str
    """ The caller's own user id. """
    current_password: str
    """ The present password. """
    new_password: str
    """ The new password. The policy of the tenant applies on top of these bounds. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["userId"] = self.user_id
        out["currentPassword"] = self.current_password
        out["newPassword"] = self.new_password
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        user_id = d.pop("userId")

        current_password = d.pop("currentPassword")

        new_password = d.pop("newPassword")

        made = cls(
            user_id=user_id,
            current_password=current_password,
            new_password=new_password,
        )
        made.additional_properties = d
        return made
