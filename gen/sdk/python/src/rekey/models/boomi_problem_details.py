from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.boomi_problem_details_errors import BoomiProblemDetailsErrors
    from ..models.boomi_rule_violation import BoomiRuleViolation


@define(repr=False)
class BoomiProblemDetails(Model):
    """Why a request was refused. It never repeats a value of the request."""

    type_: str
    """ `about:blank`, or `urn:rekey:fault:<code>` where a client may want to tell one refusal from another. """
    title: str
    """ The name of the status. """
    status: int
    detail: str | Unset = UNSET
    """ One sentence for people. """
    trace_id: str | Unset = UNSET
    """ The id under which the log knows this request. """
    key: str | Unset = UNSET
    """ The key of a reset link, for a user who proved a password that may only be used to change it. It
    redeems one call of resetPassword. """
    errors: BoomiProblemDetailsErrors | Unset = UNSET
    """ Sentences by the JSON pointer of the field that they are about. """
    violations: list[BoomiRuleViolation] | Unset = UNSET
    """ The broken rules of the password policy, for programs. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["type"] = self.type_
        out["title"] = self.title
        out["status"] = self.status
        if self.detail is not UNSET:
            out["detail"] = self.detail
        if self.trace_id is not UNSET:
            out["traceId"] = self.trace_id
        if self.key is not UNSET:
            out["key"] = self.key
        errors: dict[str, Any] | Unset = UNSET
        if not isinstance(self.errors, Unset):
            errors = self.errors.to_dict()
        if errors is not UNSET:
            out["errors"] = errors
        violations: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.violations, Unset):
            violations = []
            for violations_item_data in self.violations:
                violations_item = violations_item_data.to_dict()
                violations.append(violations_item)

        if violations is not UNSET:
            out["violations"] = violations
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.boomi_problem_details_errors import BoomiProblemDetailsErrors
        from ..models.boomi_rule_violation import BoomiRuleViolation

        d = dict(src_dict)
        type_ = d.pop("type")

        title = d.pop("title")

        status = d.pop("status")

        detail = d.pop("detail", UNSET)

        trace_id = d.pop("traceId", UNSET)

        key = d.pop("key", UNSET)

        _errors = d.pop("errors", UNSET)
        errors: BoomiProblemDetailsErrors | Unset
        if isinstance(_errors, Unset):
            errors = UNSET
        else:
            errors = BoomiProblemDetailsErrors.from_dict(_errors)

        _violations = d.pop("violations", UNSET)
        violations: list[BoomiRuleViolation] | Unset = UNSET
        if _violations is not UNSET:
            violations = []
            for violations_item_data in _violations:
                violations_item = BoomiRuleViolation.from_dict(violations_item_data)

                violations.append(violations_item)

        made = cls(
            type_=type_,
            title=title,
            status=status,
            detail=detail,
            trace_id=trace_id,
            key=key,
            errors=errors,
            violations=violations,
        )
        made.additional_properties = d
        return made
