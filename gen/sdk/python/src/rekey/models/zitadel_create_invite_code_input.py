from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.zitadel_return_invite_code import ZitadelReturnInviteCode
    from ..models.zitadel_send_invite_code import ZitadelSendInviteCode


@define(repr=False)
class ZitadelCreateInviteCodeInput(Model):
    """At most one of the two fields. With neither, the code is mailed with the default link."""

    send_code: ZitadelSendInviteCode | Unset = UNSET
    return_code: ZitadelReturnInviteCode | Unset = UNSET
    """ Has no fields. Its presence asks for the code in the answer. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        send_code: dict[str, Any] | Unset = UNSET
        if not isinstance(self.send_code, Unset):
            send_code = self.send_code.to_dict()
        if send_code is not UNSET:
            out["sendCode"] = send_code
        return_code: dict[str, Any] | Unset = UNSET
        if not isinstance(self.return_code, Unset):
            return_code = self.return_code.to_dict()
        if return_code is not UNSET:
            out["returnCode"] = return_code
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.zitadel_return_invite_code import ZitadelReturnInviteCode
        from ..models.zitadel_send_invite_code import ZitadelSendInviteCode

        d = dict(src_dict)
        _send_code = d.pop("sendCode", UNSET)
        send_code: ZitadelSendInviteCode | Unset
        if isinstance(_send_code, Unset):
            send_code = UNSET
        else:
            send_code = ZitadelSendInviteCode.from_dict(_send_code)

        _return_code = d.pop("returnCode", UNSET)
        return_code: ZitadelReturnInviteCode | Unset
        if isinstance(_return_code, Unset):
            return_code = UNSET
        else:
            return_code = ZitadelReturnInviteCode.from_dict(_return_code)

        made = cls(
            send_code=send_code,
            return_code=return_code,
        )
        made.additional_properties = d
        return made
