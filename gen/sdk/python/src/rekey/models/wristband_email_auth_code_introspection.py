from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model


@define(repr=False)
class WristbandEmailAuthCodeIntrospection(Model):
    """Whose reset a live code belongs to."""

    user_id: str
    """ The user whose password can be reset. """
    tenant_id: str
    """ The tenant of the user. """
    application_id: str
    """ The application of the tenant. """
    email: str
    """ The address that the mail went to. """
    expires_at: datetime.datetime
    """ When the code stops working. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["userId"] = self.user_id
        out["tenantId"] = self.tenant_id
        out["applicationId"] = self.application_id
        out["email"] = self.email
        expires_at = self.expires_at.isoformat()
        out["expiresAt"] = expires_at
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        user_id = d.pop("userId")

        tenant_id = d.pop("tenantId")

        application_id = d.pop("applicationId")

        email = d.pop("email")

        expires_at = datetime.datetime.fromisoformat(d.pop("expiresAt"))

        made = cls(
            user_id=user_id,
            tenant_id=tenant_id,
            application_id=application_id,
            email=email,
            expires_at=expires_at,
        )
        made.additional_properties = d
        return made
