from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class RekeyApiKeyRotation(Model):
    overlap_seconds: int | Unset = UNSET
    """ How long the former secret still works. 0 if absent. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        if self.overlap_seconds is not UNSET:
            out["overlapSeconds"] = self.overlap_seconds
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        overlap_seconds = d.pop("overlapSeconds", UNSET)

        made = cls(
            overlap_seconds=overlap_seconds,
        )
        made.additional_properties = d
        return made
