from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class RekeySession(Model):
    id: str
    """ An id. """
    application_id: str
    """ An id of 26 characters, lower-case base32. """
    tenant_id: str
    """ An id of 26 characters, lower-case base32. """
    user_id: str
    """ An id. """
    created_at: datetime.datetime
    updated_at: datetime.datetime
    expires_at: datetime.datetime
    password_at: datetime.datetime | Unset = UNSET
    """ When the password was proven in it. """
    second_factor_at: datetime.datetime | Unset = UNSET
    """ When the second factor was proven in it. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["id"] = self.id
        out["applicationId"] = self.application_id
        out["tenantId"] = self.tenant_id
        out["userId"] = self.user_id
        created_at = self.created_at.isoformat()
        out["createdAt"] = created_at
        updated_at = self.updated_at.isoformat()
        out["updatedAt"] = updated_at
        expires_at = self.expires_at.isoformat()
        out["expiresAt"] = expires_at
        password_at: str | Unset = UNSET
        if not isinstance(self.password_at, Unset):
            password_at = self.password_at.isoformat()
        if password_at is not UNSET:
            out["passwordAt"] = password_at
        second_factor_at: str | Unset = UNSET
        if not isinstance(self.second_factor_at, Unset):
            second_factor_at = self.second_factor_at.isoformat()
        if second_factor_at is not UNSET:
            out["secondFactorAt"] = second_factor_at
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        id = d.pop("id")

        application_id = d.pop("applicationId")

        tenant_id = d.pop("tenantId")

        user_id = d.pop("userId")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expiresAt"))

        _password_at = d.pop("passwordAt", UNSET)
        password_at: datetime.datetime | Unset
        if isinstance(_password_at, Unset):
            password_at = UNSET
        else:
            password_at = datetime.datetime.fromisoformat(_password_at)

        _second_factor_at = d.pop("secondFactorAt", UNSET)
        second_factor_at: datetime.datetime | Unset
        if isinstance(_second_factor_at, Unset):
            second_factor_at = UNSET
        else:
            second_factor_at = datetime.datetime.fromisoformat(_second_factor_at)

        made = cls(
            id=id,
            application_id=application_id,
            tenant_id=tenant_id,
            user_id=user_id,
            created_at=created_at,
            updated_at=updated_at,
            expires_at=expires_at,
            password_at=password_at,
            second_factor_at=second_factor_at,
        )
        made.additional_properties = d
        return made
