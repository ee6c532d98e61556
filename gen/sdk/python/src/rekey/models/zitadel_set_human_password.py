from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, cast

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.zitadel_hashed_password import ZitadelHashedPassword
    from ..models.zitadel_optional_password import ZitadelOptionalPassword


@define(repr=False)
class ZitadelSetHumanPassword(Model):
    """The vendor's SetPassword message. One of `password` and `hashedPassword`; at most one of the two
    proofs."""

    password: ZitadelOptionalPassword | Unset = UNSET
    hashed_password: ZitadelHashedPassword | Unset = UNSET
    current_password: None | str | Unset = UNSET
    verification_code: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        password: dict[str, Any] | Unset = UNSET
        if not isinstance(self.password, Unset):
            password = self.password.to_dict()
        if password is not UNSET:
            out["password"] = password
        hashed_password: dict[str, Any] | Unset = UNSET
        if not isinstance(self.hashed_password, Unset):
            hashed_password = self.hashed_password.to_dict()
        if hashed_password is not UNSET:
            out["hashedPassword"] = hashed_password
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
        from ..models.zitadel_hashed_password import ZitadelHashedPassword
        from ..models.zitadel_optional_password import ZitadelOptionalPassword

        d = dict(src_dict)
        _password = d.pop("password", UNSET)
        password: ZitadelOptionalPassword | Unset
        if isinstance(_password, Unset):
            password = UNSET
        else:
            password = ZitadelOptionalPassword.from_dict(_password)

        _hashed_password = d.pop("hashedPassword", UNSET)
        hashed_password: ZitadelHashedPassword | Unset
        if isinstance(_hashed_password, Unset):
            hashed_password = UNSET
        else:
            hashed_password = ZitadelHashedPassword.from_dict(_hashed_password)

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
            password=password,
            hashed_password=hashed_password,
            current_password=current_password,
            verification_code=verification_code,
        )
        made.additional_properties = d
        return made
