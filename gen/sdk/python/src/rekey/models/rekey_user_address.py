from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class RekeyUserAddress(Model):
    """An e-mail address of a user."""

    address: str
    """ The mail address: a dot-atom, `@` and a domain (RFC 5321, RFC 6531), of at most 254 bytes. It is
    kept as it is spelt. A domain may be written in its own letters or in A-labels, which is the same
    address. """
    verified: bool | Unset = UNSET
    """ It was proven to be the user's. Only verified addresses receive links and codes. False if absent. """
    primary: bool | Unset = UNSET
    """ The one of its kind that is used first. Without any it is the first. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["address"] = self.address
        if self.verified is not UNSET:
            out["verified"] = self.verified
        if self.primary is not UNSET:
            out["primary"] = self.primary
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        address = d.pop("address")

        verified = d.pop("verified", UNSET)

        primary = d.pop("primary", UNSET)

        made = cls(
            address=address,
            verified=verified,
            primary=primary,
        )
        made.additional_properties = d
        return made
