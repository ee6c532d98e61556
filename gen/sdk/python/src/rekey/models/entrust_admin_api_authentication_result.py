from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model


@define(repr=False)
class EntrustAdminApiAuthenticationResult(Model):
    """The token and its lifetime."""

    auth_token: str
    """ Goes into the `Authorization` header of the other operations. """
    creation_time: datetime.datetime
    expiration_time: datetime.datetime
    """ Fifteen minutes after `creationTime`. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["authToken"] = self.auth_token
        creation_time = self.creation_time.isoformat()
        out["creationTime"] = creation_time
        expiration_time = self.expiration_time.isoformat()
        out["expirationTime"] = expiration_time
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        auth_token = d.pop("authToken")

        creation_time = datetime.datetime.fromisoformat(d.pop("creationTime"))

        expiration_time = datetime.datetime.fromisoformat(d.pop("expirationTime"))

        made = cls(
            auth_token=auth_token,
            creation_time=creation_time,
            expiration_time=expiration_time,
        )
        made.additional_properties = d
        return made
