from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..models.rekey_ticket_purpose import RekeyTicketPurpose
from ..opened import Model


@define(repr=False)
class RekeyInspectedTicket(Model):
    user_id: str
    """ An id. """
    tenant_id: str
    """ An id of 26 characters, lower-case base32. """
    username: str
    purpose: RekeyTicketPurpose
    """ `set`: the first password; `reset`: a forgotten one; `invite`: a new user who has not proven his
    address yet. """
    min_password_length: int
    """ The least that the password's length may be. """
    second_factor_required: bool
    """ The tenant wants the user's second factor as well. """
    expires_at: datetime.datetime
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["userId"] = self.user_id
        out["tenantId"] = self.tenant_id
        out["username"] = self.username
        purpose = str(self.purpose)
        out["purpose"] = purpose
        out["minPasswordLength"] = self.min_password_length
        out["secondFactorRequired"] = self.second_factor_required
        expires_at = self.expires_at.isoformat()
        out["expiresAt"] = expires_at
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        user_id = d.pop("userId")

        tenant_id = d.pop("tenantId")

        username = d.pop("username")

        purpose = RekeyTicketPurpose(d.pop("purpose"))

        min_password_length = d.pop("minPasswordLength")

        second_factor_required = d.pop("secondFactorRequired")

        expires_at = datetime.datetime.fromisoformat(d.pop("expiresAt"))

        made = cls(
            user_id=user_id,
            tenant_id=tenant_id,
            username=username,
            purpose=purpose,
            min_password_length=min_password_length,
            second_factor_required=second_factor_required,
            expires_at=expires_at,
        )
        made.additional_properties = d
        return made
