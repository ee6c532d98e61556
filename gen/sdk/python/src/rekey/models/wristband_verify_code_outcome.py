from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model


@define(repr=False)
class WristbandVerifyCodeOutcome(Model):
    """The outcome of a check that went well."""

    result: str
    """ CODE_VERIFIED. An open list; a wrong OTP is a 400, not a result. """
    expires_at: datetime.datetime
    """ When the OTP stops working. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["result"] = self.result
        expires_at = self.expires_at.isoformat()
        out["expiresAt"] = expires_at
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        result = d.pop("result")

        expires_at = datetime.datetime.fromisoformat(d.pop("expiresAt"))

        made = cls(
            result=result,
            expires_at=expires_at,
        )
        made.additional_properties = d
        return made
