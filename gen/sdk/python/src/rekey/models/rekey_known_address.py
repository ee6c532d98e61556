from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model


@define(repr=False)
class RekeyKnownAddress(Model):
    """An e-mail address or phone that a user has."""

    address: str
    verified: bool
    primary: bool
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["address"] = self.address
        out["verified"] = self.verified
        out["primary"] = self.primary
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        address = d.pop("address")

        verified = d.pop("verified")

        primary = d.pop("primary")

        made = cls(
            address=address,
            verified=verified,
            primary=primary,
        )
        made.additional_properties = d
        return made
