from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class RekeyResetRequest(Model):
    request_code: str | Unset = UNSET
    """ The caller's half of the proof; the other half is mailed, if anything is. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        if self.request_code is not UNSET:
            out["requestCode"] = self.request_code
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        request_code = d.pop("requestCode", UNSET)

        made = cls(
            request_code=request_code,
        )
        made.additional_properties = d
        return made
