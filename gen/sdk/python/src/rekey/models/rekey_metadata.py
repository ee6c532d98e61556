from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model


@define(repr=False)
class RekeyMetadata(Model):
    """Notes of the operator's own, at most 50, together 16 KiB as JSON. A name has at most 64 characters."""

    additional_properties: dict[str, str] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        made = cls()
        made.additional_properties = d
        return made
