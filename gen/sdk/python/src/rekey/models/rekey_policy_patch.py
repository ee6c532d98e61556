from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from ..models.rekey_preset_name import RekeyPresetName
from ..opened import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.rekey_policy_rules_patch import RekeyPolicyRulesPatch


@define(repr=False)
class RekeyPolicyPatch(Model):
    """A merge patch (RFC 7396) of a policy. What it leaves out stays."""

    preset: RekeyPresetName | Unset = UNSET
    """ Rules to begin with, those of SP 800-63B (`nist`) or what a product says its default is. Rules given
    besides win. """
    rules: RekeyPolicyRulesPatch | Unset = UNSET
    """ Changes of rules. What is left out stays, and `null` has a rule inherited again. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        preset: str | Unset = UNSET
        if not isinstance(self.preset, Unset):
            preset = str(self.preset)

        if preset is not UNSET:
            out["preset"] = preset
        rules: dict[str, Any] | Unset = UNSET
        if not isinstance(self.rules, Unset):
            rules = self.rules.to_dict()
        if rules is not UNSET:
            out["rules"] = rules
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.rekey_policy_rules_patch import RekeyPolicyRulesPatch

        d = dict(src_dict)
        _preset = d.pop("preset", UNSET)
        preset: RekeyPresetName | Unset
        if isinstance(_preset, Unset):
            preset = UNSET
        else:
            preset = RekeyPresetName(_preset)

        _rules = d.pop("rules", UNSET)
        rules: RekeyPolicyRulesPatch | Unset
        if isinstance(_rules, Unset):
            rules = UNSET
        else:
            rules = RekeyPolicyRulesPatch.from_dict(_rules)

        made = cls(
            preset=preset,
            rules=rules,
        )
        made.additional_properties = d
        return made
