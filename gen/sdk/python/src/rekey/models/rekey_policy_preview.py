from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from ..opened import Model

if TYPE_CHECKING:
    from ..models.rekey_policy_preview_levels import RekeyPolicyPreviewLevels
    from ..models.rekey_policy_rules import RekeyPolicyRules


@define(repr=False)
class RekeyPolicyPreview(Model):
    """What would hold: in a tenant, or in the tenants of an application as far as they set nothing else.
    Passwords are counted of users who are neither disabled nor locked, and are kept here; for an
    application, in the tenants that inherit `password.lifetimeDays`."""

    rules: RekeyPolicyRules
    """ Rules by what they are about. What is left out is inherited. """
    levels: RekeyPolicyPreviewLevels
    """ The level that would impose each rule, by names such as `password.minLength`. """
    passwords_that_would_expire: int
    """ Of those that open a session now, how many would at once be older than `password.lifetimeDays`.
    Their users would have to change them at the next login. """
    passwords_that_would_work_again: int
    """ Of those that have expired now, how many would open a session again. """
    passwords_to_change: int
    """ How many could only be used to change them, expired, generated or marked with `mustChange`, those
    above included. No other rule acts on passwords that are set already. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        rules = self.rules.to_dict()
        out["rules"] = rules
        levels = self.levels.to_dict()
        out["levels"] = levels
        out["passwordsThatWouldExpire"] = self.passwords_that_would_expire
        out["passwordsThatWouldWorkAgain"] = self.passwords_that_would_work_again
        out["passwordsToChange"] = self.passwords_to_change
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.rekey_policy_preview_levels import RekeyPolicyPreviewLevels
        from ..models.rekey_policy_rules import RekeyPolicyRules

        d = dict(src_dict)
        rules = RekeyPolicyRules.from_dict(d.pop("rules"))

        levels = RekeyPolicyPreviewLevels.from_dict(d.pop("levels"))

        passwords_that_would_expire = d.pop("passwordsThatWouldExpire")

        passwords_that_would_work_again = d.pop("passwordsThatWouldWorkAgain")

        passwords_to_change = d.pop("passwordsToChange")

        made = cls(
            rules=rules,
            levels=levels,
            passwords_that_would_expire=passwords_that_would_expire,
            passwords_that_would_work_again=passwords_that_would_work_again,
            passwords_to_change=passwords_to_change,
        )
        made.additional_properties = d
        return made
