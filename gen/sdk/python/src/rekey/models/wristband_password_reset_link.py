from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model


@define(repr=False)
class WristbandPasswordResetLink(Model):
    """A reset link for the caller to deliver."""

    password_reset_link: str
    """ The link. Opening it consumes nothing. """
    password_reset_code: str
    """ The code inside the link, for a caller with pages of its own. """
    expires_at: datetime.datetime
    """ When link and code stop working. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["passwordResetLink"] = self.password_reset_link
        out["passwordResetCode"] = self.password_reset_code
        expires_at = self.expires_at.isoformat()
        out["expiresAt"] = expires_at
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        password_reset_link = d.pop("passwordResetLink")

        password_reset_code = d.pop("passwordResetCode")

        expires_at = datetime.datetime.fromisoformat(d.pop("expiresAt"))

        made = cls(
            password_reset_link=password_reset_link,
            password_reset_code=password_reset_code,
            expires_at=expires_at,
        )
        made.additional_properties = d
        return made
