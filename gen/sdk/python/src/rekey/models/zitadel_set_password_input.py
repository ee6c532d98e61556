from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, cast

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.zitadel_password import ZitadelPassword


@define(repr=False)
class ZitadelSetPasswordInput(Model):
    """A new password and at most one of the two proofs."""

    new_password: ZitadelPassword
    current_password: None | str | Unset = UNSET
    verification_code: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        new_password = self.new_password.to_dict()
        out["newPassword"] = new_password
        current_password: None | str | Unset
        if isinstance(self.current_password, Unset):
            current_password = UNSET
        else:
            current_password = self.current_password
        if current_password is not UNSET:
            out["currentPassword"] = current_password
        verification_code: None | str | Unset
        if isinstance(self.verification_code, Unset):
            verification_code = UNSET
        else:
            verification_code = self.verification_code
        if verification_code is not UNSET:
            out["verificationCode"] = verification_code
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.zitadel_password import ZitadelPassword

        d = dict(src_dict)
        new_password = ZitadelPassword.from_dict(d.pop("newPassword"))

        def _parse_current_password(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        current_password = _parse_current_password(d.pop("currentPassword", UNSET))

        def _parse_verification_code(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        verification_code = _parse_verification_code(d.pop("verificationCode", UNSET))

        made = cls(
            new_password=new_password,
            current_password=current_password,
            verification_code=verification_code,
        )
        made.additional_properties = d
        return made
