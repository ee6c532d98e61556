from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define, field

from ..models.rekey_revocation import RekeyRevocation
from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class RekeySessionRulesPatch(Model):
    """Changes of how long sessions live. `null` has a rule inherited again."""

    access_minutes: int | None | Unset = UNSET
    """ Life of an access token, 1 to 15. """
    refresh_days: int | None | Unset = UNSET
    """ Life of a refresh token, 1 to 30. """
    session_hours: int | None | Unset = UNSET
    """ Life of a session, 1 to 720. """
    idle_minutes: int | None | Unset = UNSET
    """ A session that is not used for so long is over, 0 (never) to 43200; more than accessMinutes, since a
    refresh is a use. """
    refresh_reuse_seconds: int | None | Unset = UNSET
    """ So long after its use a refresh token is answered with the same successor again, 0 to 60: only to
    the same client, and until the successor is used. 0 is the default: a used token that is shown again
    ends its session. """
    login_failures: int | None | Unset = UNSET
    """ Failed logins before one waits, 1 to 100. """
    backoff_seconds: int | None | Unset = UNSET
    """ The first wait, 1 to 3,600; it doubles each time. """
    backoff_max_seconds: int | None | Unset = UNSET
    """ The longest wait, up to 86,400. """
    revocation: list[RekeyRevocation] | None | Unset = UNSET
    """ What whoever changes a password may choose to end with it. `all` is the default and always among
    them. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        access_minutes: int | None | Unset
        if isinstance(self.access_minutes, Unset):
            access_minutes = UNSET
        else:
            access_minutes = self.access_minutes
        if access_minutes is not UNSET:
            out["accessMinutes"] = access_minutes
        refresh_days: int | None | Unset
        if isinstance(self.refresh_days, Unset):
            refresh_days = UNSET
        else:
            refresh_days = self.refresh_days
        if refresh_days is not UNSET:
            out["refreshDays"] = refresh_days
        session_hours: int | None | Unset
        if isinstance(self.session_hours, Unset):
            session_hours = UNSET
        else:
            session_hours = self.session_hours
        if session_hours is not UNSET:
            out["sessionHours"] = session_hours
        idle_minutes: int | None | Unset
        if isinstance(self.idle_minutes, Unset):
            idle_minutes = UNSET
        else:
            idle_minutes = self.idle_minutes
        if idle_minutes is not UNSET:
            out["idleMinutes"] = idle_minutes
        refresh_reuse_seconds: int | None | Unset
        if isinstance(self.refresh_reuse_seconds, Unset):
            refresh_reuse_seconds = UNSET
        else:
            refresh_reuse_seconds = self.refresh_reuse_seconds
        if refresh_reuse_seconds is not UNSET:
            out["refreshReuseSeconds"] = refresh_reuse_seconds
        login_failures: int | None | Unset
        if isinstance(self.login_failures, Unset):
            login_failures = UNSET
        else:
            login_failures = self.login_failures
        if login_failures is not UNSET:
            out["loginFailures"] = login_failures
        backoff_seconds: int | None | Unset
        if isinstance(self.backoff_seconds, Unset):
            backoff_seconds = UNSET
        else:
            backoff_seconds = self.backoff_seconds
        if backoff_seconds is not UNSET:
            out["backoffSeconds"] = backoff_seconds
        backoff_max_seconds: int | None | Unset
        if isinstance(self.backoff_max_seconds, Unset):
            backoff_max_seconds = UNSET
        else:
            backoff_max_seconds = self.backoff_max_seconds
        if backoff_max_seconds is not UNSET:
            out["backoffMaxSeconds"] = backoff_max_seconds
        revocation: list[str] | None | Unset
        if isinstance(self.revocation, Unset):
            revocation = UNSET
        elif isinstance(self.revocation, list):
            revocation = []
            for revocation_type_0_item_data in self.revocation:
                revocation_type_0_item = str(revocation_type_0_item_data)
                revocation.append(revocation_type_0_item)

        else:
            revocation = self.revocation
        if revocation is not UNSET:
            out["revocation"] = revocation
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)

        def _parse_access_minutes(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        access_minutes = _parse_access_minutes(d.pop("accessMinutes", UNSET))

        def _parse_refresh_days(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        refresh_days = _parse_refresh_days(d.pop("refreshDays", UNSET))

        def _parse_session_hours(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        session_hours = _parse_session_hours(d.pop("sessionHours", UNSET))

        def _parse_idle_minutes(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        idle_minutes = _parse_idle_minutes(d.pop("idleMinutes", UNSET))

        def _parse_refresh_reuse_seconds(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        refresh_reuse_seconds = _parse_refresh_reuse_seconds(d.pop("refreshReuseSeconds", UNSET))

        def _parse_login_failures(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        login_failures = _parse_login_failures(d.pop("loginFailures", UNSET))

        def _parse_backoff_seconds(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        backoff_seconds = _parse_backoff_seconds(d.pop("backoffSeconds", UNSET))

        def _parse_backoff_max_seconds(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        backoff_max_seconds = _parse_backoff_max_seconds(d.pop("backoffMaxSeconds", UNSET))

        def _parse_revocation(data: object) -> list[RekeyRevocation] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                revocation_type_0 = []
                _revocation_type_0 = data
                for revocation_type_0_item_data in _revocation_type_0:
                    revocation_type_0_item = RekeyRevocation(revocation_type_0_item_data)

                    revocation_type_0.append(revocation_type_0_item)

                return revocation_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[RekeyRevocation] | None | Unset, data)

        revocation = _parse_revocation(d.pop("revocation", UNSET))

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
