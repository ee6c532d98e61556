from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define, field

from ..models.rekey_key_boundary import RekeyKeyBoundary
from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class RekeyApiKeyCreation(Model):
    name: str
    """ What people call it. Control characters are refused. """
    boundary: RekeyKeyBoundary
    """ How far an API key reaches. One with `self` belongs to a user and reaches nobody else. """
    application_id: str | Unset = UNSET
    """ An id of 26 characters, lower-case base32. """
    tenant_id: str | Unset = UNSET
    """ An id of 26 characters, lower-case base32. """
    user_id: str | Unset = UNSET
    """ Whose key it is; for the boundary `self` alone. Application and tenant are the user's then. """
    tenant_ids: list[str] | Unset = UNSET
    """ The tenants of an inclusion or exclusion list, which the boundary says. """
    permissions: list[str] | Unset = UNSET
    """ What the key may do, within its boundary. Nobody grants more than he holds. """
    expires_at: datetime.datetime | Unset = UNSET
    requests_per_minute: int | Unset = UNSET
    """ Requests that each server takes of the key in a minute; 6,000 if absent. Only callers of the
    platform set it. """
    requests_at_once: int | Unset = UNSET
    """ Requests of the key that may be under way at each server; 64 if absent. Only callers of the platform
    set it. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["name"] = self.name
        boundary = str(self.boundary)
        out["boundary"] = boundary
        if self.application_id is not UNSET:
            out["applicationId"] = self.application_id
        if self.tenant_id is not UNSET:
            out["tenantId"] = self.tenant_id
        if self.user_id is not UNSET:
            out["userId"] = self.user_id
        tenant_ids: list[str] | Unset = UNSET
        if not isinstance(self.tenant_ids, Unset):
            tenant_ids = self.tenant_ids

        if tenant_ids is not UNSET:
            out["tenantIds"] = tenant_ids
        permissions: list[str] | Unset = UNSET
        if not isinstance(self.permissions, Unset):
            permissions = self.permissions

        if permissions is not UNSET:
            out["permissions"] = permissions
        expires_at: str | Unset = UNSET
        if not isinstance(self.expires_at, Unset):
            expires_at = self.expires_at.isoformat()
        if expires_at is not UNSET:
            out["expiresAt"] = expires_at
        if self.requests_per_minute is not UNSET:
            out["requestsPerMinute"] = self.requests_per_minute
        if self.requests_at_once is not UNSET:
            out["requestsAtOnce"] = self.requests_at_once
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        name = d.pop("name")

        boundary = RekeyKeyBoundary(d.pop("boundary"))

        application_id = d.pop("applicationId", UNSET)

        tenant_id = d.pop("tenantId", UNSET)

        user_id = d.pop("userId", UNSET)

        tenant_ids = cast(list[str], d.pop("tenantIds", UNSET))

        permissions = cast(list[str], d.pop("permissions", UNSET))

        _expires_at = d.pop("expiresAt", UNSET)
        expires_at: datetime.datetime | Unset
        if isinstance(_expires_at, Unset):
            expires_at = UNSET
        else:
            expires_at = datetime.datetime.fromisoformat(_expires_at)

        requests_per_minute = d.pop("requestsPerMinute", UNSET)

        requests_at_once = d.pop("requestsAtOnce", UNSET)

        made = cls(
            name=name,
            boundary=boundary,
            application_id=application_id,
            tenant_id=tenant_id,
            user_id=user_id,
            tenant_ids=tenant_ids,
            permissions=permissions,
            expires_at=expires_at,
            requests_per_minute=requests_per_minute,
            requests_at_once=requests_at_once,
        )
        made.additional_properties = d
        return made
