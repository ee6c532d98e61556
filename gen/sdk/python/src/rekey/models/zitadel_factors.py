from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.zitadel_password_factor import ZitadelPasswordFactor
    from ..models.zitadel_totp_factor import ZitadelTOTPFactor
    from ..models.zitadel_user_factor import ZitadelUserFactor


@define(repr=False)
class ZitadelFactors(Model):
    """What the session has checked. A factor that is absent was not checked."""

    user: ZitadelUserFactor | Unset = UNSET
    password: ZitadelPasswordFactor | Unset = UNSET
    totp: ZitadelTOTPFactor | Unset = UNSET
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        user: dict[str, Any] | Unset = UNSET
        if not isinstance(self.user, Unset):
            user = self.user.to_dict()
        if user is not UNSET:
            out["user"] = user
        password: dict[str, Any] | Unset = UNSET
        if not isinstance(self.password, Unset):
            password = self.password.to_dict()
        if password is not UNSET:
            out["password"] = password
        totp: dict[str, Any] | Unset = UNSET
        if not isinstance(self.totp, Unset):
            totp = self.totp.to_dict()
        if totp is not UNSET:
            out["totp"] = totp
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.zitadel_password_factor import ZitadelPasswordFactor
        from ..models.zitadel_totp_factor import ZitadelTOTPFactor
        from ..models.zitadel_user_factor import ZitadelUserFactor

        d = dict(src_dict)
        _user = d.pop("user", UNSET)
        user: ZitadelUserFactor | Unset
        if isinstance(_user, Unset):
            user = UNSET
        else:
            user = ZitadelUserFactor.from_dict(_user)

        _password = d.pop("password", UNSET)
        password: ZitadelPasswordFactor | Unset
        if isinstance(_password, Unset):
            password = UNSET
        else:
            password = ZitadelPasswordFactor.from_dict(_password)

        _totp = d.pop("totp", UNSET)
        totp: ZitadelTOTPFactor | Unset
        if isinstance(_totp, Unset):
            totp = UNSET
        else:
            totp = ZitadelTOTPFactor.from_dict(_totp)

        made = cls(
            user=user,
            password=password,
            totp=totp,
        )
        made.additional_properties = d
        return made
