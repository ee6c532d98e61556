from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.zitadel_check_password import ZitadelCheckPassword
    from ..models.zitadel_check_totp import ZitadelCheckTOTP
    from ..models.zitadel_check_user import ZitadelCheckUser


@define(repr=False)
class ZitadelChecks(Model):
    """What to check. A password check needs a user, checked in the same request or earlier in the session."""

    user: ZitadelCheckUser | Unset = UNSET
    """ Names the user, by exactly one of the two fields. """
    password: ZitadelCheckPassword | Unset = UNSET
    totp: ZitadelCheckTOTP | Unset = UNSET
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
        from ..models.zitadel_check_password import ZitadelCheckPassword
        from ..models.zitadel_check_totp import ZitadelCheckTOTP
        from ..models.zitadel_check_user import ZitadelCheckUser

        d = dict(src_dict)
        _user = d.pop("user", UNSET)
        user: ZitadelCheckUser | Unset
        if isinstance(_user, Unset):
            user = UNSET
        else:
            user = ZitadelCheckUser.from_dict(_user)

        _password = d.pop("password", UNSET)
        password: ZitadelCheckPassword | Unset
        if isinstance(_password, Unset):
            password = UNSET
        else:
            password = ZitadelCheckPassword.from_dict(_password)

        _totp = d.pop("totp", UNSET)
        totp: ZitadelCheckTOTP | Unset
        if isinstance(_totp, Unset):
            totp = UNSET
        else:
            totp = ZitadelCheckTOTP.from_dict(_totp)

        made = cls(
            user=user,
            password=password,
            totp=totp,
        )
        made.additional_properties = d
        return made
