from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, cast

from attrs import define, field

from ..models.rekey_preset_name import RekeyPresetName
from ..opened import Model

if TYPE_CHECKING:
    from ..models.rekey_policy_rules import RekeyPolicyRules


@define(repr=False)
class RekeyPolicyPreset(Model):
    name: RekeyPresetName
    """ Rules to begin with, those of SP 800-63B (`nist`) or what a product says its default is. Rules given
    besides win. """
    title: str
    description: str
    sources: list[str]
    rules: RekeyPolicyRules
    """ Rules by what they are about. What is left out is inherited. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        name = str(self.name)
        out["name"] = name
        out["title"] = self.title
        out["description"] = self.description
        sources = self.sources

        out["sources"] = sources
        rules = self.rules.to_dict()
        out["rules"] = rules
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.rekey_policy_rules import RekeyPolicyRules

        d = dict(src_dict)
        name = RekeyPresetName(d.pop("name"))

        title = d.pop("title")

        description = d.pop("description")

        sources = cast(list[str], d.pop("sources"))

        rules = RekeyPolicyRules.from_dict(d.pop("rules"))

        made = cls(
            name=name,
            title=title,
            description=description,
            sources=sources,
            rules=rules,
        )
        made.additional_properties = d
        return made
