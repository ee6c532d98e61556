from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class WristbandTokenResult(Model):
    """An access token. The vendor's clients insist on a string access_token and a number expires_in."""

    access_token: str
    """ The access token, a JWT. """
    token_type: str
    """ Bearer. """
    expires_in: int
    """ Seconds until the access token expires. """
    refresh_token: str | Unset = UNSET
    """ The next refresh token. Only with the refresh_token grant. """
    scope: str | Unset = UNSET
    """ The permissions that the token carries, separated by spaces. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["access_token"] = self.access_token
        out["token_type"] = self.token_type
        out["expires_in"] = self.expires_in
        if self.refresh_token is not UNSET:
            out["refresh_token"] = self.refresh_token
        if self.scope is not UNSET:
            out["scope"] = self.scope
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        access_token = d.pop("access_token")

        token_type = d.pop("token_type")

        expires_in = d.pop("expires_in")

        refresh_token = d.pop("refresh_token", UNSET)

        scope = d.pop("scope", UNSET)

        made = cls(
            access_token=access_token,
            token_type=token_type,
            expires_in=expires_in,
            refresh_token=refresh_token,
            scope=scope,
        )
        made.additional_properties = d
        return made
