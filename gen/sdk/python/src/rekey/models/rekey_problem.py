from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.rekey_violation import RekeyViolation


@define(repr=False)
class RekeyProblem(Model):
    """A problem of RFC 9457. Further members may come with a code that has more to tell."""

    type_: str
    """ The address of the page that explains the code. """
    title: str
    status: int
    detail: str
    code: str
    """ Stable, for programs. Expect codes that you do not know. """
    request_id: str
    violations: list[RekeyViolation] | Unset = UNSET
    permission: str | Unset = UNSET
    """ The permission that is missing. """
    challenge: str | Unset = UNSET
    """ Names the second step of a login. """
    method: str | Unset = UNSET
    """ How the second step is taken, `mail` or `totp`. """
    ticket: str | Unset = UNSET
    """ Redeems the change of a password that must be changed. """
    expires_at: datetime.datetime | Unset = UNSET
    """ Until when challenge or ticket can be used. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["type"] = self.type_
        out["title"] = self.title
        out["status"] = self.status
        out["detail"] = self.detail
        out["code"] = self.code
        out["request_id"] = self.request_id
        violations: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.violations, Unset):
            violations = []
            for violations_item_data in self.violations:
                violations_item = violations_item_data.to_dict()
                violations.append(violations_item)

        if violations is not UNSET:
            out["violations"] = violations
        if self.permission is not UNSET:
            out["permission"] = self.permission
        if self.challenge is not UNSET:
            out["challenge"] = self.challenge
        if self.method is not UNSET:
            out["method"] = self.method
        if self.ticket is not UNSET:
            out["ticket"] = self.ticket
        expires_at: str | Unset = UNSET
        if not isinstance(self.expires_at, Unset):
            expires_at = self.expires_at.isoformat()
        if expires_at is not UNSET:
            out["expiresAt"] = expires_at
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.rekey_violation import RekeyViolation

        d = dict(src_dict)
        type_ = d.pop("type")

        title = d.pop("title")

        status = d.pop("status")

        detail = d.pop("detail")

        code = d.pop("code")

        request_id = d.pop("request_id")

        _violations = d.pop("violations", UNSET)
        violations: list[RekeyViolation] | Unset = UNSET
        if _violations is not UNSET:
            violations = []
            for violations_item_data in _violations:
                violations_item = RekeyViolation.from_dict(violations_item_data)

                violations.append(violations_item)

        permission = d.pop("permission", UNSET)

        challenge = d.pop("challenge", UNSET)

        method = d.pop("method", UNSET)

        ticket = d.pop("ticket", UNSET)

        _expires_at = d.pop("expiresAt", UNSET)
        expires_at: datetime.datetime | Unset
        if isinstance(_expires_at, Unset):
            expires_at = UNSET
        else:
            expires_at = datetime.datetime.fromisoformat(_expires_at)

        made = cls(
            type_=type_,
            title=title,
            status=status,
            detail=detail,
            code=code,
            request_id=request_id,
            violations=violations,
            permission=permission,
            challenge=challenge,
            method=method,
            ticket=ticket,
            expires_at=expires_at,
        )
        made.additional_properties = d
        return made
