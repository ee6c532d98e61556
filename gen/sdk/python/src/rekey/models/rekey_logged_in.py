from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from ..models.rekey_token_type import RekeyTokenType
from ..opened import Model

if TYPE_CHECKING:
    from ..models.rekey_session import RekeySession


@define(repr=False)
class RekeyLoggedIn(Model):
    access_token: str
    """ A JWT (RFC 9068), for the user's own calls. """
    token_type: RekeyTokenType
    """ How an access token is sent (RFC 6750). """
    access_token_expires_at: datetime.datetime
    refresh_token: str
    refresh_token_id: str
    """ Names the refresh token to who wants to revoke it without having it. It is no secret. """
    session: RekeySession
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["accessToken"] = self.access_token
        token_type = str(self.token_type)
        out["tokenType"] = token_type
        access_token_expires_at = self.access_token_expires_at.isoformat()
        out["accessTokenExpiresAt"] = access_token_expires_at
        out["refreshToken"] = self.refresh_token
        out["refreshTokenId"] = self.refresh_token_id
        session = self.session.to_dict()
        out["session"] = session
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.rekey_session import RekeySession

        d = dict(src_dict)
        access_token = d.pop("accessToken")

        token_type = RekeyTokenType(d.pop("tokenType"))

        access_token_expires_at = datetime.datetime.fromisoformat(d.pop("accessTokenExpiresAt"))

        refresh_token = d.pop("refreshToken")

        refresh_token_id = d.pop("refreshTokenId")

        session = RekeySession.from_dict(d.pop("session"))

        made = cls(
            access_token=access_token,
            token_type=token_type,
            access_token_expires_at=access_token_expires_at,
            refresh_token=refresh_token,
            refresh_token_id=refresh_token_id,
            session=session,
        )
        made.additional_properties = d
        return made
