from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class EntrustUserPasswordStrength(Model):
    """How hard the candidate is to guess. The vendor's fields are not published."""

    score: int | Unset = UNSET
    """ On the scale of `minimumStrength`. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        if self.score is not UNSET:
            out["score"] = self.score
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        score = d.pop("score", UNSET)

        made = cls(
            score=score,
        )
        made.additional_properties = d
        return made
