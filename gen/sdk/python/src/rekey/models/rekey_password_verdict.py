from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from ..opened import Model

if TYPE_CHECKING:
    from ..models.rekey_broken_rule import RekeyBrokenRule


@define(repr=False)
class RekeyPasswordVerdict(Model):
    acceptable: bool
    strength: int
    """ 0, guessed at once, to 4. """
    violations: list[RekeyBrokenRule]
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["acceptable"] = self.acceptable
        out["strength"] = self.strength
        violations = []
        for violations_item_data in self.violations:
            violations_item = violations_item_data.to_dict()
            violations.append(violations_item)

        out["violations"] = violations
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.rekey_broken_rule import RekeyBrokenRule

        d = dict(src_dict)
        acceptable = d.pop("acceptable")

        strength = d.pop("strength")

        violations = []
        _violations = d.pop("violations")
        for violations_item_data in _violations:
            violations_item = RekeyBrokenRule.from_dict(violations_item_data)

            violations.append(violations_item)

        made = cls(
            acceptable=acceptable,
            strength=strength,
            violations=violations,
        )
        made.additional_properties = d
        return made
