from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from ..models.rekey_policy_level import RekeyPolicyLevel
from ..opened import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.rekey_broken_rule_params import RekeyBrokenRuleParams


@define(repr=False)
class RekeyBrokenRule(Model):
    code: str
    """ As in the problem `password_policy`. """
    message: str
    rule: str
    """ The rule of the policy, such as `password.minLength`. """
    level: RekeyPolicyLevel
    params: RekeyBrokenRuleParams | Unset = UNSET
    """ The bounds of the rule. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["code"] = self.code
        out["message"] = self.message
        out["rule"] = self.rule
        level = str(self.level)
        out["level"] = level
        params: dict[str, Any] | Unset = UNSET
        if not isinstance(self.params, Unset):
            params = self.params.to_dict()
        if params is not UNSET:
            out["params"] = params
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.rekey_broken_rule_params import RekeyBrokenRuleParams

        d = dict(src_dict)
        code = d.pop("code")

        message = d.pop("message")

        rule = d.pop("rule")

        level = RekeyPolicyLevel(d.pop("level"))

        _params = d.pop("params", UNSET)
        params: RekeyBrokenRuleParams | Unset
        if isinstance(_params, Unset):
            params = UNSET
        else:
            params = RekeyBrokenRuleParams.from_dict(_params)

        made = cls(
            code=code,
            message=message,
            rule=rule,
            level=level,
            params=params,
        )
        made.additional_properties = d
        return made
