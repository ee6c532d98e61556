from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define, field

from ..models.rekey_key_boundary import RekeyKeyBoundary
from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class RekeyApiKey(Model):
    id: str
    """ An id. """
    prefix: str
    """ What the key begins with, for finding it again in a configuration. """
    name: str
    boundary: RekeyKeyBoundary
    """ How far an API key reaches. One with `self` belongs to a user and reaches nobody else. """
    tenant_ids: list[str]
    permissions: list[str]
    requests_per_minute: int
    """ Requests that each server takes of the key in a minute. """
    requests_at_once: int
    """ Requests of the key that may be under way at each server. """
    version: int
    """ Grows with every change; the ETag holds it. """
    created_at: datetime.datetime
    updated_at: datetime.datetime
    application_id: str | Unset = UNSET
    """ An id of 26 characters, lower-case base32. """
    tenant_id: str | Unset = UNSET
    """ An id of 26 characters, lower-case base32. """
    user_id: str | Unset = UNSET
    """ An id. """
    expires_at: datetime.datetime | Unset = UNSET
    revoked_at: datetime.datetime | Unset = UNSET
    last_used_at: datetime.datetime | Unset = UNSET
    rotated_at: datetime.datetime | Unset = UNSET
    former_secret_until: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["id"] = self.id
        out["prefix"] = self.prefix
        out["name"] = self.name
        boundary = str(self.boundary)
        out["boundary"] = boundary
        tenant_ids = self.tenant_ids

        out["tenantIds"] = tenant_ids
        permissions = self.permissions

        out["permissions"] = permissions
        out["requestsPerMinute"] = self.requests_per_minute
        out["requestsAtOnce"] = self.requests_at_once
        out["version"] = self.version
        created_at = self.created_at.isoformat()
        out["createdAt"] = created_at
        updated_at = self.updated_at.isoformat()
        out["updatedAt"] = updated_at
        if self.application_id is not UNSET:
            out["applicationId"] = self.application_id
        if self.tenant_id is not UNSET:
            out["tenantId"] = self.tenant_id
        if self.user_id is not UNSET:
            out["userId"] = self.user_id
        expires_at: str | Unset = UNSET
        if not isinstance(self.expires_at, Unset):
            expires_at = self.expires_at.isoformat()
        if expires_at is not UNSET:
            out["expiresAt"] = expires_at
        revoked_at: str | Unset = UNSET
        if not isinstance(self.revoked_at, Unset):
            revoked_at = self.revoked_at.isoformat()
        if revoked_at is not UNSET:
            out["revokedAt"] = revoked_at
        last_used_at: str | Unset = UNSET
        if not isinstance(self.last_used_at, Unset):
            last_used_at = self.last_used_at.isoformat()
        if last_used_at is not UNSET:
            out["lastUsedAt"] = last_used_at
        rotated_at: str | Unset = UNSET
        if not isinstance(self.rotated_at, Unset):
            rotated_at = self.rotated_at.isoformat()
        if rotated_at is not UNSET:
            out["rotatedAt"] = rotated_at
        former_secret_until: str | Unset = UNSET
        if not isinstance(self.former_secret_until, Unset):
            former_secret_until = self.former_secret_until.isoformat()
        if former_secret_until is not UNSET:
            out["formerSecretUntil"] = former_secret_until
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        id = d.pop("id")

        prefix = d.pop("prefix")

        name = d.pop("name")

        boundary = RekeyKeyBoundary(d.pop("boundary"))

        tenant_ids = cast(list[str], d.pop("tenantIds"))

        permissions = cast(list[str], d.pop("permissions"))

        requests_per_minute = d.pop("requestsPerMinute")

        requests_at_once = d.pop("requestsAtOnce")

        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt"))

        application_id = d.pop("applicationId", UNSET)

        tenant_id = d.pop("tenantId", UNSET)

        user_id = d.pop("userId", UNSET)

        _expires_at = d.pop("expiresAt", UNSET)
        expires_at: datetime.datetime | Unset
        if isinstance(_expires_at, Unset):
            expires_at = UNSET
        else:
            expires_at = datetime.datetime.fromisoformat(_expires_at)

        _revoked_at = d.pop("revokedAt", UNSET)
        revoked_at: datetime.datetime | Unset
        if isinstance(_revoked_at, Unset):
            revoked_at = UNSET
        else:
            revoked_at = datetime.datetime.fromisoformat(_revoked_at)

        _last_used_at = d.pop("lastUsedAt", UNSET)
        last_used_at: datetime.datetime | Unset
        if isinstance(_last_used_at, Unset):
            last_used_at = UNSET
        else:
            last_used_at = datetime.datetime.fromisoformat(_last_used_at)

        _rotated_at = d.pop("rotatedAt", UNSET)
        rotated_at: datetime.datetime | Unset
        if isinstance(_rotated_at, Unset):
            rotated_at = UNSET
        else:
            rotated_at = datetime.datetime.fromisoformat(_rotated_at)

        _former_secret_until = d.pop("formerSecretUntil", UNSET)
        former_secret_until: datetime.datetime | Unset
        if isinstance(_former_secret_until, Unset):
            former_secret_until = UNSET
        else:
            former_secret_until = datetime.datetime.fromisoformat(_former_secret_until)

        made = cls(
            id=id,
            prefix=prefix,
            name=name,
            boundary=boundary,
            tenant_ids=tenant_ids,
            permissions=permissions,
            requests_per_minute=requests_per_minute,
            requests_at_once=requests_at_once,
            version=version,
            created_at=created_at,
            updated_at=updated_at,
            application_id=application_id,
            tenant_id=tenant_id,
            user_id=user_id,
            expires_at=expires_at,
            revoked_at=revoked_at,
            last_used_at=last_used_at,
            rotated_at=rotated_at,
            former_secret_until=former_secret_until,
        )
        made.additional_properties = d
        return made
