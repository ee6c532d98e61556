from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class RekeyIssuedProof(Model):
    """What redeems the ticket, as `inspect` and `redeem` take it; of a short code that was sent, the
    caller's half."""

    ticket: str | Unset = UNSET
    """ The secret of a link, a code, or the request code that goes with a code. """
    request_code: str | Unset = UNSET
    """ The secret of a link, a code, or the request code that goes with a code. """
    code: str | Unset = UNSET
    """ The secret of a link, a code, or the request code that goes with a code. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        if self.ticket is not UNSET:
            out["ticket"] = self.ticket
        if self.request_code is not UNSET:
            out["requestCode"] = self.request_code
        if self.code is not UNSET:
            out["code"] = self.code
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        ticket = d.pop("ticket", UNSET)

        request_code = d.pop("requestCode", UNSET)

        code = d.pop("code", UNSET)

        made = cls(
            ticket=ticket,
            request_code=request_code,
            code=code,
        )
        made.additional_properties = d
        return made
