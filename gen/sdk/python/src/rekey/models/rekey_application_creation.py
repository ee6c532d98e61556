from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model


@define(repr=False)
class RekeyApplicationCreation(Model):
    name: str
    """ What people call it. Control characters are refused. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["name"] = self.name
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        name = d.pop("name")

        made = cls(
            name=name,
        )
        made.additional_properties = d
        return made
