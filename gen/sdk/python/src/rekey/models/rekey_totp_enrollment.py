from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model


@define(repr=False)
class RekeyTotpEnrollment(Model):
    secret: str
    """ In base 32, to be typed. """
    uri: str
    """ The same as an otpauth address, for a QR code. """
    expires_at: datetime.datetime
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["secret"] = self.secret
        out["uri"] = self.uri
        expires_at = self.expires_at.isoformat()
        out["expiresAt"] = expires_at
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        secret = d.pop("secret")

        uri = d.pop("uri")

        expires_at = datetime.datetime.fromisoformat(d.pop("expiresAt"))

        made = cls(
            secret=secret,
            uri=uri,
            expires_at=expires_at,
        )
        made.additional_properties = d
        return made
