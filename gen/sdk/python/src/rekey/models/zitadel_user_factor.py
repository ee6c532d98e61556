from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class ZitadelUserFactor(Model):
    verified_at: datetime.datetime | Unset = UNSET
    id: str | Unset = UNSET
    login_name: str | Unset = UNSET
    organization_id: str | Unset = UNSET
    """ Id of the user's tenant. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        verified_at: str | Unset = UNSET
        if not isinstance(self.verified_at, Unset):
            verified_at = self.verified_at.isoformat()
        if verified_at is not UNSET:
            out["verifiedAt"] = verified_at
        if self.id is not UNSET:
            out["id"] = self.id
        if self.login_name is not UNSET:
            out["loginName"] = self.login_name
        if self.organization_id is not UNSET:
            out["organizationId"] = self.organization_id
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        _verified_at = d.pop("verifiedAt", UNSET)
        verified_at: datetime.datetime | Unset
        if isinstance(_verified_at, Unset):
            verified_at = UNSET
        else:
            verified_at = datetime.datetime.fromisoformat(_verified_at)

        id = d.pop("id", UNSET)

        login_name = d.pop("loginName", UNSET)

        organization_id = d.pop("organizationId", UNSET)

        made = cls(
            verified_at=verified_at,
            id=id,
            login_name=login_name,
            organization_id=organization_id,
        )
        made.additional_properties = d
        return made
