from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from ..models.rekey_signing_key_state import RekeySigningKeyState
from ..opened import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.rekey_signing_jwk import RekeySigningJwk


@define(repr=False)
class RekeySigningKey(Model):
    id: str
    """ An id. """
    state: RekeySigningKeyState
    """ `next` is published and does not sign yet, `current` signs, `former` verifies what it signed, tokens
    of a `retired` one are refused. """
    created_at: datetime.datetime
    signs_from: datetime.datetime
    retired_at: datetime.datetime | Unset = UNSET
    """ From then on tokens of the key are refused; it may lie ahead. """
    jwk: RekeySigningJwk | Unset = UNSET
    """ The public half of a signing key (RFC 7517). It is absent if the secret file cannot open the key. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["id"] = self.id
        state = str(self.state)
        out["state"] = state
        created_at = self.created_at.isoformat()
        out["createdAt"] = created_at
        signs_from = self.signs_from.isoformat()
        out["signsFrom"] = signs_from
        retired_at: str | Unset = UNSET
        if not isinstance(self.retired_at, Unset):
            retired_at = self.retired_at.isoformat()
        if retired_at is not UNSET:
            out["retiredAt"] = retired_at
        jwk: dict[str, Any] | Unset = UNSET
        if not isinstance(self.jwk, Unset):
            jwk = self.jwk.to_dict()
        if jwk is not UNSET:
            out["jwk"] = jwk
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.rekey_signing_jwk import RekeySigningJwk

        d = dict(src_dict)
        id = d.pop("id")

        state = RekeySigningKeyState(d.pop("state"))

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        signs_from = datetime.datetime.fromisoformat(d.pop("signsFrom"))

        _retired_at = d.pop("retiredAt", UNSET)
        retired_at: datetime.datetime | Unset
        if isinstance(_retired_at, Unset):
            retired_at = UNSET
        else:
            retired_at = datetime.datetime.fromisoformat(_retired_at)

        _jwk = d.pop("jwk", UNSET)
        jwk: RekeySigningJwk | Unset
        if isinstance(_jwk, Unset):
            jwk = UNSET
        else:
            jwk = RekeySigningJwk.from_dict(_jwk)

        made = cls(
            id=id,
            state=state,
            created_at=created_at,
            signs_from=signs_from,
            retired_at=retired_at,
            jwk=jwk,
        )
        made.additional_properties = d
        return made
