from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..models.rekey_policy_level import RekeyPolicyLevel
from ..opened import Model


@define(repr=False)
class RekeyPolicyPreviewLevels(Model):
    """The level that would impose each rule, by names such as `password.minLength`."""

    additional_properties: dict[str, RekeyPolicyLevel] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        for prop_name, prop in self.additional_properties.items():
            out[prop_name] = str(prop)
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        made = cls()
        for prop_name, prop_dict in d.items():
            additional_property = RekeyPolicyLevel(prop_dict)

            made.additional_properties[prop_name] = additional_property
        return made
