from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class RekeyApiKeyChange(Model):
    name: str | Unset = UNSET
    """ What people call it. Control characters are refused. """
    permissions: list[str] | Unset = UNSET
    """ What the key may do; the list replaces the former one. """
    expires_at: datetime.datetime | None | Unset = UNSET
    """ Null is never. """
    requests_per_minute: int | None | Unset = UNSET
    """ Requests that each server takes of the key in a minute; null is 6,000. Only callers of the platform
    set it. """
    requests_at_once: int | None | Unset = UNSET
    """ Requests of the key that may be under way at each server; null is 64. Only callers of the platform
    set it. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        if self.name is not UNSET:
            out["name"] = self.name
        permissions: list[str] | Unset = UNSET
        if not isinstance(self.permissions, Unset):
            permissions = self.permissions

        if permissions is not UNSET:
            out["permissions"] = permissions
        expires_at: None | str | Unset
        if isinstance(self.expires_at, Unset):
            expires_at = UNSET
        elif isinstance(self.expires_at, datetime.datetime):
            expires_at = self.expires_at.isoformat()
        else:
            expires_at = self.expires_at
        if expires_at is not UNSET:
            out["expiresAt"] = expires_at
        requests_per_minute: int | None | Unset
        if isinstance(self.requests_per_minute, Unset):
            requests_per_minute = UNSET
        else:
            requests_per_minute = self.requests_per_minute
        if requests_per_minute is not UNSET:
            out["requestsPerMinute"] = requests_per_minute
        requests_at_once: int | None | Unset
        if isinstance(self.requests_at_once, Unset):
            requests_at_once = UNSET
        else:
            requests_at_once = self.requests_at_once
        if requests_at_once is not UNSET:
            out["requestsAtOnce"] = requests_at_once
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        name = d.pop("name", UNSET)

        permissions = cast(list[str], d.pop("permissions", UNSET))

        def _parse_expires_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                expires_at_type_0 = datetime.datetime.fromisoformat(data)

                return expires_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        expires_at = _parse_expires_at(d.pop("expiresAt", UNSET))

        def _parse_requests_per_minute(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        requests_per_minute = _parse_requests_per_minute(d.pop("requestsPerMinute", UNSET))

        def _parse_requests_at_once(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        requests_at_once = _parse_requests_at_once(d.pop("requestsAtOnce", UNSET))

        made = cls(
            name=name,
            permissions=permissions,
            expires_at=expires_at,
            requests_per_minute=requests_per_minute,
            requests_at_once=requests_at_once,
        )
        made.additional_properties = d
        return made
