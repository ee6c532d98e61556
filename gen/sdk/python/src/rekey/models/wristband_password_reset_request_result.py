from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define, field

from ..opened import Model


@define(repr=False)
class WristbandPasswordResetRequestResult(Model):
    """What to go on with after a request."""

    request_code: None | str
    """ Null when the tenant mails links. When it mails OTPs, always a value, whoever was asked for; it
    identifies the request, and is sent along with the OTP. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        request_code: None | str
        request_code = self.request_code
        out["requestCode"] = request_code
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)

        def _parse_request_code(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        request_code = _parse_request_code(d.pop("requestCode"))

        made = cls(
            request_code=request_code,
        )
        made.additional_properties = d
        return made
