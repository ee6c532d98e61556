from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..models.rekey_revocation import RekeyRevocation
from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class RekeySessionRules(Model):
    """How long sessions live, and what failed logins cost."""

    access_minutes: int | Unset = UNSET
    """ Life of an access token, 1 to 15. """
    refresh_days: int | Unset = UNSET
    """ Life of a refresh token, 1 to 30. """
    session_hours: int | Unset = UNSET
    """ Life of a session, 1 to 720. """
    idle_minutes: int | Unset = UNSET
    """ A session that is not used for so long is over, 0 (never) to 43200; more than accessMinutes, since a
    refresh is a use. """
    refresh_reuse_seconds: int | Unset = UNSET
    """ So long after its use a refresh token is answered with the same successor again, 0 to 60: only to
    the same client, and until the successor is used. 0 is the default: a used token that is shown again
    ends its session. """
    login_failures: int | Unset = UNSET
    """ Failed logins before one waits, 1 to 100. """
    backoff_seconds: int | Unset = UNSET
    """ The first wait, 1 to 3,600; it doubles each time. """
    backoff_max_seconds: int | Unset = UNSET
    """ The longest wait, up to 86,400. """
    revocation: list[RekeyRevocation] | Unset = UNSET
    """ What whoever changes a password may choose to end with it. `all` is the default and always among
    them. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        if self.access_minutes is not UNSET:
            out["accessMinutes"] = self.access_minutes
        if self.refresh_days is not UNSET:
            out["refreshDays"] = self.refresh_days
        if self.session_hours is not UNSET:
            out["sessionHours"] = self.session_hours
        if self.idle_minutes is not UNSET:
            out["idleMinutes"] = self.idle_minutes
        if self.refresh_reuse_seconds is not UNSET:
            out["refreshReuseSeconds"] = self.refresh_reuse_seconds
        if self.login_failures is not UNSET:
            out["loginFailures"] = self.login_failures
        if self.backoff_seconds is not UNSET:
            out["backoffSeconds"] = self.backoff_seconds
        if self.backoff_max_seconds is not UNSET:
            out["backoffMaxSeconds"] = self.backoff_max_seconds
        revocation: list[str] | Unset = UNSET
        if not isinstance(self.revocation, Unset):
            revocation = []
            for revocation_item_data in self.revocation:
                revocation_item = str(revocation_item_data)
                revocation.append(revocation_item)

        if revocation is not UNSET:
            out["revocation"] = revocation
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        access_minutes = d.pop("accessMinutes", UNSET)

        refresh_days = d.pop("refreshDays", UNSET)

        session_hours = d.pop("sessionHours", UNSET)

        idle_minutes = d.pop("idleMinutes", UNSET)

        refresh_reuse_seconds = d.pop("refreshReuseSeconds", UNSET)

        login_failures = d.pop("loginFailures", UNSET)

        backoff_seconds = d.pop("backoffSeconds", UNSET)

        backoff_max_seconds = d.pop("backoffMaxSeconds", UNSET)

        _revocation = d.pop("revocation", UNSET)
        revocation: list[RekeyRevocation] | Unset = UNSET
        if _revocation is not UNSET:
            revocation = []
            for revocation_item_data in _revocation:
                revocation_item = RekeyRevocation(revocation_item_data)

                revocation.append(revocation_item)

        made = cls(
            access_minutes=access_minutes,
            refresh_days=refresh_days,
            session_hours=session_hours,
            idle_minutes=idle_minutes,
            refresh_reuse_seconds=refresh_reuse_seconds,
            login_failures=login_failures,
            backoff_seconds=backoff_seconds,
            backoff_max_seconds=backoff_max_seconds,
            revocation=revocation,
        )
        made.additional_properties = d
        return made
