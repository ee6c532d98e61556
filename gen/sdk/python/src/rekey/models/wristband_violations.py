from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from ..opened import Model

if TYPE_CHECKING:
    from ..models.wristband_violation import WristbandViolation


@define(repr=False)
class WristbandViolations(Model):
    """The broken rules by field. The key is the name of the body field, path part or query parameter."""

    additional_properties: dict[str, list[WristbandViolation]] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        for prop_name, prop in self.additional_properties.items():
            out[prop_name] = []
            for additional_property_item_data in prop:
                additional_property_item = additional_property_item_data.to_dict()
                out[prop_name].append(additional_property_item)

        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.wristband_violation import WristbandViolation

        d = dict(src_dict)
        made = cls()
        for prop_name, prop_dict in d.items():
            additional_property = []
            _additional_property = prop_dict
            for additional_property_item_data in _additional_property:
                additional_property_item = WristbandViolation.from_dict(additional_property_item_data)

                additional_property.append(additional_property_item)

            made.additional_properties[prop_name] = additional_property
        return made
