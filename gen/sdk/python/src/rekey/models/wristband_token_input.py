from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class WristbandTokenInput(Model):
    """The form of the token endpoint."""

    grant_type: str
    """ client_credentials or refresh_token. Anything else is a 400 unsupported_grant_type. """
    refresh_token: str | Unset = UNSET
    """ The refresh token. Needed by the refresh_token grant, ignored by the other. """
    scope: str | Unset = UNSET
    """ Accepted and ignored. What a token may do follows from the client's permissions. """
    client_id: str | Unset = UNSET
    """ The client id, when the client does not use HTTP Basic. """
    client_secret: str | Unset = UNSET
    """ The client secret, when the client does not use HTTP Basic. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["grant_type"] = self.grant_type
        if self.refresh_token is not UNSET:
            out["refresh_token"] = self.refresh_token
        if self.scope is not UNSET:
            out["scope"] = self.scope
        if self.client_id is not UNSET:
            out["client_id"] = self.client_id
        if self.client_secret is not UNSET:
            out["client_secret"] = self.client_secret
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        grant_type = d.pop("grant_type")

        refresh_token = d.pop("refresh_token", UNSET)

        scope = d.pop("scope", UNSET)

        client_id = d.pop("client_id", UNSET)

        client_secret = d.pop("client_secret", UNSET)

        made = cls(
            grant_type=grant_type,
            refresh_token=refresh_token,
            scope=scope,
            client_id=client_id,
            client_secret=client_secret,
        )
        made.additional_properties = d
        return made
