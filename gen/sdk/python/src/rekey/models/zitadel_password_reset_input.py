from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.zitadel_return_password_reset_code import ZitadelReturnPasswordResetCode
    from ..models.zitadel_send_password_reset_link import ZitadelSendPasswordResetLink


@define(repr=False)
class ZitadelPasswordResetInput(Model):
    """At most one of the two fields. With neither, the code is mailed with the default link."""

    send_link: ZitadelSendPasswordResetLink | Unset = UNSET
    return_code: ZitadelReturnPasswordResetCode | Unset = UNSET
    """ Has no fields. Its presence asks for the code in the answer. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        send_link: dict[str, Any] | Unset = UNSET
        if not isinstance(self.send_link, Unset):
            send_link = self.send_link.to_dict()
        if send_link is not UNSET:
            out["sendLink"] = send_link
        return_code: dict[str, Any] | Unset = UNSET
        if not isinstance(self.return_code, Unset):
            return_code = self.return_code.to_dict()
        if return_code is not UNSET:
            out["returnCode"] = return_code
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.zitadel_return_password_reset_code import ZitadelReturnPasswordResetCode
        from ..models.zitadel_send_password_reset_link import ZitadelSendPasswordResetLink

        d = dict(src_dict)
        _send_link = d.pop("sendLink", UNSET)
        send_link: ZitadelSendPasswordResetLink | Unset
        if isinstance(_send_link, Unset):
            send_link = UNSET
        else:
            send_link = ZitadelSendPasswordResetLink.from_dict(_send_link)

        _return_code = d.pop("returnCode", UNSET)
        return_code: ZitadelReturnPasswordResetCode | Unset
        if isinstance(_return_code, Unset):
            return_code = UNSET
        else:
            return_code = ZitadelReturnPasswordResetCode.from_dict(_return_code)

        made = cls(
            send_link=send_link,
            return_code=return_code,
        )
        made.additional_properties = d
        return made
