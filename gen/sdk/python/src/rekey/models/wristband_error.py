from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from ..models.wristband_error_type import WristbandErrorType
from ..opened import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.wristband_violations import WristbandViolations


@define(repr=False)
class WristbandError(Model):
    """An error of every operation outside oauth2."""

    type_: WristbandErrorType
    """ The shape of the error. Only a constraint_violations_error has violations. """
    code: str
    """ A stable word for programs. Seen at the vendor: invalid_request, user_not_found,
    message_body_constraint_violations. Proposals: path_constraint_violations, unauthorized, forbidden,
    not_found, method_not_allowed, tenant_not_found, refresh_token_not_found, user_inactive,
    invitation_open, no_verified_email, directory_user, too_many_requests, payload_too_large,
    unsupported_media_type, internal_error, service_unavailable. An open list. """
    message: str
    """ A sentence for the developer. Never repeats what was sent. """
    ticket: str
    """ A name for this one error, to be found again in the server's log. """
    violations: WristbandViolations | Unset = UNSET
    """ The broken rules by field. The key is the name of the body field, path part or query parameter. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        type_ = str(self.type_)
        out["type"] = type_
        out["code"] = self.code
        out["message"] = self.message
        out["ticket"] = self.ticket
        violations: dict[str, Any] | Unset = UNSET
        if not isinstance(self.violations, Unset):
            violations = self.violations.to_dict()
        if violations is not UNSET:
            out["violations"] = violations
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.wristband_violations import WristbandViolations

        d = dict(src_dict)
        type_ = WristbandErrorType(d.pop("type"))

        code = d.pop("code")

        message = d.pop("message")

        ticket = d.pop("ticket")

        _violations = d.pop("violations", UNSET)
        violations: WristbandViolations | Unset
        if isinstance(_violations, Unset):
            violations = UNSET
        else:
            violations = WristbandViolations.from_dict(_violations)

        made = cls(
            type_=type_,
            code=code,
            message=message,
            ticket=ticket,
            violations=violations,
        )
        made.additional_properties = d
        return made
