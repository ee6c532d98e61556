from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class BoomiChangePassword(Model):
    """The current password and the new one, entered twice. All three are needed although the vendor marks
    them optional."""

    user_id: int | Unset = UNSET
    """ The number of the user whose token is sent, or 0, or left out. It does not choose another user: any
    other number is answered 403. """
    current_password: None | str | Unset = UNSET
    new_password: None | str | Unset = UNSET
    confirm_password: None | str | Unset = UNSET
    """ Must equal `newPassword`. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        if self.user_id is not UNSET:
            out["userId"] = self.user_id
        current_password: None | str | Unset
        if isinstance(self.current_password, Unset):
            current_password = UNSET
        else:
            current_password = self.current_password
        if current_password is not UNSET:
            out["currentPassword"] = current_password
        new_password: None | str | Unset
        if isinstance(self.new_password, Unset):
            new_password = UNSET
        else:
            new_password = self.new_password
        if new_password is not UNSET:
            out["newPassword"] = new_password
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
        user_id = d.pop("userId", UNSET)

        def _parse_current_password(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        current_password = _parse_current_password(d.pop("currentPassword", UNSET))

        def _parse_new_password(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        new_password = _parse_new_password(d.pop("newPassword", UNSET))

        def _parse_confirm_password(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        confirm_password = _parse_confirm_password(d.pop("confirmPassword", UNSET))

        made = cls(
            user_id=user_id,
            current_password=current_password,
            new_password=new_password,
            confirm_password=confirm_password,
        )
        made.additional_properties = d
        return made
