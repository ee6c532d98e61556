from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class BoomiMfaChallenge(Model):
    """A second factor is needed. A code was mailed, or the authenticator app has one; log in again with
    it."""

    sid: str
    """ The id of the challenge, needed only to have the code sent again. """
    message: str
    """ What the user may be shown. It does not tell the address. """
    expires_at: datetime.datetime | Unset = UNSET
    """ When the challenge ends. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["sid"] = self.sid
        out["message"] = self.message
        expires_at: str | Unset = UNSET
        if not isinstance(self.expires_at, Unset):
            expires_at = self.expires_at.isoformat()
        if expires_at is not UNSET:
            out["expiresAt"] = expires_at
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        sid = d.pop("sid")

        message = d.pop("message")

        _expires_at = d.pop("expiresAt", UNSET)
        expires_at: datetime.datetime | Unset
        if isinstance(_expires_at, Unset):
            expires_at = UNSET
        else:
            expires_at = datetime.datetime.fromisoformat(_expires_at)

        made = cls(
            sid=sid,
            message=message,
            expires_at=expires_at,
        )
        made.additional_properties = d
        return made
