from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class RekeySigningKeyRotation(Model):
    signs_after_seconds: int | Unset = UNSET
    """ How long the key is published before it signs. 600 if absent; with 0, who keeps the JWKS may refuse
    tokens until it is read again. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        if self.signs_after_seconds is not UNSET:
            out["signsAfterSeconds"] = self.signs_after_seconds
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        signs_after_seconds = d.pop("signsAfterSeconds", UNSET)

        made = cls(
            signs_after_seconds=signs_after_seconds,
        )
        made.additional_properties = d
        return made
