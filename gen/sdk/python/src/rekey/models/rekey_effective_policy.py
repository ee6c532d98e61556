from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from ..opened import Model

if TYPE_CHECKING:
    from ..models.rekey_effective_policy_levels import RekeyEffectivePolicyLevels
    from ..models.rekey_policy_rules import RekeyPolicyRules


@define(repr=False)
class RekeyEffectivePolicy(Model):
    tenant_id: str
    """ An id of 26 characters, lower-case base32. """
    rules: RekeyPolicyRules
    """ Rules by what they are about. What is left out is inherited. """
    levels: RekeyEffectivePolicyLevels
    """ The level that imposed each rule, by names such as `password.minLength`. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["tenantId"] = self.tenant_id
        rules = self.rules.to_dict()
        out["rules"] = rules
        levels = self.levels.to_dict()
        out["levels"] = levels
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.rekey_effective_policy_levels import RekeyEffectivePolicyLevels
        from ..models.rekey_policy_rules import RekeyPolicyRules

        d = dict(src_dict)
        tenant_id = d.pop("tenantId")

        rules = RekeyPolicyRules.from_dict(d.pop("rules"))

        levels = RekeyEffectivePolicyLevels.from_dict(d.pop("levels"))

        made = cls(
            tenant_id=tenant_id,
            rules=rules,
            levels=levels,
        )
        made.additional_properties = d
        return made
