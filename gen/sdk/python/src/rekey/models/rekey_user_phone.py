from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class RekeyUserPhone(Model):
    """A telephone number of a user."""

    address: str
    """ The number in the notation of E.164: `+`, the country's code and the number, 7 to 15 digits in all.
    Blanks, hyphens, parentheses, dots and slashes between the digits are dropped, so that a number has
    one spelling. A number without `+` is refused, also one that begins with `00`: what that means
    depends on where it is dialled. """
    verified: bool | Unset = UNSET
    """ It was proven to be the user's. Only verified numbers receive codes. False if absent. """
    primary: bool | Unset = UNSET
    """ The one that is used first. Without any it is the first. """
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
