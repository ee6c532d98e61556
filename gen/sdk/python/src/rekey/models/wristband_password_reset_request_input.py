from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class WristbandPasswordResetRequestInput(Model):
    """A request for a reset by address. The vendor publishes the three bounds, not the names."""

    application_id: str
    """ The caller's own application. """
    email: str
    """ The address of the user. Compared without regard to case. """
    tenant_id: str | Unset = UNSET
    """ The tenant of the user. Left out, the default tenant of the application. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["applicationId"] = self.application_id
        out["email"] = self.email
        if self.tenant_id is not UNSET:
            out["tenantId"] = self.tenant_id
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        application_id = d.pop("applicationId")

        email = d.pop("email")

        tenant_id = d.pop("tenantId", UNSET)

        made = cls(
            application_id=application_id,
            email=email,
            tenant_id=tenant_id,
        )
        made.additional_properties = d
        return made
