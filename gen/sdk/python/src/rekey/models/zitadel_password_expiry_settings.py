from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..models.zitadel_resource_owner_type import ZitadelResourceOwnerType
from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class ZitadelPasswordExpirySettings(Model):
    max_age_days: str | Unset = UNSET
    """ Days after which a password must be changed. """
    expire_warn_days: str | Unset = UNSET
    """ Days before the expiry at which the user is warned. """
    resource_owner_type: ZitadelResourceOwnerType | Unset = UNSET
    """ Whether the rules are the tenant's own or those of the instance. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        if self.max_age_days is not UNSET:
            out["maxAgeDays"] = self.max_age_days
        if self.expire_warn_days is not UNSET:
            out["expireWarnDays"] = self.expire_warn_days
        resource_owner_type: str | Unset = UNSET
        if not isinstance(self.resource_owner_type, Unset):
            resource_owner_type = str(self.resource_owner_type)

        if resource_owner_type is not UNSET:
            out["resourceOwnerType"] = resource_owner_type
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        max_age_days = d.pop("maxAgeDays", UNSET)

        expire_warn_days = d.pop("expireWarnDays", UNSET)

        _resource_owner_type = d.pop("resourceOwnerType", UNSET)
        resource_owner_type: ZitadelResourceOwnerType | Unset
        if isinstance(_resource_owner_type, Unset):
            resource_owner_type = UNSET
        else:
            resource_owner_type = ZitadelResourceOwnerType(_resource_owner_type)

        made = cls(
            max_age_days=max_age_days,
            expire_warn_days=expire_warn_days,
            resource_owner_type=resource_owner_type,
        )
        made.additional_properties = d
        return made
