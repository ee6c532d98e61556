from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.rekey_password_state import RekeyPasswordState


@define(repr=False)
class RekeyPasswordSet(Model):
    user_id: str
    """ An id. """
    ended_sessions: int
    revoked_refresh_tokens: int
    state: RekeyPasswordState
    password: str | Unset = UNSET
    """ The generated password, for the only time, if it was to be returned. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["userId"] = self.user_id
        out["endedSessions"] = self.ended_sessions
        out["revokedRefreshTokens"] = self.revoked_refresh_tokens
        state = self.state.to_dict()
        out["state"] = state
        if self.password is not UNSET:
            out["password"] = self.password
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.rekey_password_state import RekeyPasswordState

        d = dict(src_dict)
        user_id = d.pop("userId")

        ended_sessions = d.pop("endedSessions")

        revoked_refresh_tokens = d.pop("revokedRefreshTokens")

        state = RekeyPasswordState.from_dict(d.pop("state"))

        password = d.pop("password", UNSET)

        made = cls(
            user_id=user_id,
            ended_sessions=ended_sessions,
            revoked_refresh_tokens=revoked_refresh_tokens,
            state=state,
            password=password,
        )
        made.additional_properties = d
        return made
