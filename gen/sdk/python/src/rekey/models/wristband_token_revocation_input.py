from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class WristbandTokenRevocationInput(Model):
    """The form of the revocation endpoint."""

    token: str
    """ The token to revoke. """
    token_type_hint: str | Unset = UNSET
    """ refresh_token. Another value is ignored, as RFC 7009 allows. """
    client_id: str | Unset = UNSET
    """ The client id, when the client does not use HTTP Basic. """
    client_secret: str | Unset = UNSET
    """ The client secret, when the client does not use HTTP Basic. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["token"] = self.token
        if self.token_type_hint is not UNSET:
            out["token_type_hint"] = self.token_type_hint
        if self.client_id is not UNSET:
            out["client_id"] = self.client_id
        if self.client_secret is not UNSET:
            out["client_secret"] = self.client_secret
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        token = d.pop("token")

        token_type_hint = d.pop("token_type_hint", UNSET)

        client_id = d.pop("client_id", UNSET)

        client_secret = d.pop("client_secret", UNSET)

        made = cls(
            token=token,
            token_type_hint=token_type_hint,
            client_id=client_id,
            client_secret=client_secret,
        )
        made.additional_properties = d
        return made
