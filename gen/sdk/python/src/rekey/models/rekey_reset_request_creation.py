from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class RekeyResetRequestCreation(Model):
    """Exactly one of `username` and `email`."""

    username: str | Unset = UNSET
    """ Whose password is forgotten. Give this or `email`. """
    email: str | Unset = UNSET
    """ The address of whom the password is forgotten. Give this or `username`. """
    tenant_id: str | Unset = UNSET
    """ An id of 26 characters, lower-case base32. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        if self.username is not UNSET:
            out["username"] = self.username
        if self.email is not UNSET:
            out["email"] = self.email
        if self.tenant_id is not UNSET:
            out["tenantId"] = self.tenant_id
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        username = d.pop("username", UNSET)

        email = d.pop("email", UNSET)

        tenant_id = d.pop("tenantId", UNSET)

        made = cls(
            username=username,
            email=email,
            tenant_id=tenant_id,
        )
        made.additional_properties = d
        return made
