from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model


@define(repr=False)
class RekeyRedeemedTicket(Model):
    user_id: str
    """ An id. """
    ended_sessions: int
    revoked_refresh_tokens: int
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["userId"] = self.user_id
        out["endedSessions"] = self.ended_sessions
        out["revokedRefreshTokens"] = self.revoked_refresh_tokens
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        user_id = d.pop("userId")

        ended_sessions = d.pop("endedSessions")

        revoked_refresh_tokens = d.pop("revokedRefreshTokens")

        made = cls(
            user_id=user_id,
            ended_sessions=ended_sessions,
            revoked_refresh_tokens=revoked_refresh_tokens,
        )
        made.additional_properties = d
        return made
