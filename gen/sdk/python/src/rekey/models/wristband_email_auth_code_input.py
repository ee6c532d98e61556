from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model


@define(repr=False)
class WristbandEmailAuthCodeInput(Model):
    """The code to look at."""

    email_auth_code: str
    """ The code out of a mailed reset link. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["emailAuthCode"] = self.email_auth_code
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        email_auth_code = d.pop("emailAuthCode")

        made = cls(
            email_auth_code=email_auth_code,
        )
        made.additional_properties = d
        return made
