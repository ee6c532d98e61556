from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define, field

from ..opened import Model


@define(repr=False)
class BoomiProblemDetailsErrors(Model):
    """Sentences by the JSON pointer of the field that they are about."""

    additional_properties: dict[str, list[str]] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        for prop_name, prop in self.additional_properties.items():
            out[prop_name] = prop

        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        made = cls()
        for prop_name, prop_dict in d.items():
            additional_property = cast(list[str], prop_dict)

            made.additional_properties[prop_name] = additional_property
        return made
