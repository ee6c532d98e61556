from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.wristband_constraint_attributes import WristbandConstraintAttributes


@define(repr=False)
class WristbandViolation(Model):
    """One broken rule."""

    code: str
    """ Seen at the vendor: too_long, invalid_email, password_breached, invalid_email_auth_code,
    invalid_verification_code. Proposals: not_blank (missing, null or empty), too_short, invalid_type,
    invalid_format, duplicate_field, must_be_null, one_required, invalid_password_reset_code,
    invalid_current_password, and password_policy_violation, whose attribute `rule` says which rule. An
    open list. """
    constraint_attributes: WristbandConstraintAttributes | Unset = UNSET
    """ What the broken rule asks for, by name. Numbers are strings too. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["code"] = self.code
        constraint_attributes: dict[str, Any] | Unset = UNSET
        if not isinstance(self.constraint_attributes, Unset):
            constraint_attributes = self.constraint_attributes.to_dict()
        if constraint_attributes is not UNSET:
            out["constraintAttributes"] = constraint_attributes
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.wristband_constraint_attributes import WristbandConstraintAttributes

        d = dict(src_dict)
        code = d.pop("code")

        _constraint_attributes = d.pop("constraintAttributes", UNSET)
        constraint_attributes: WristbandConstraintAttributes | Unset
        if isinstance(_constraint_attributes, Unset):
            constraint_attributes = UNSET
        else:
            constraint_attributes = WristbandConstraintAttributes.from_dict(_constraint_attributes)

        made = cls(
            code=code,
            constraint_attributes=constraint_attributes,
        )
        made.additional_properties = d
        return made
