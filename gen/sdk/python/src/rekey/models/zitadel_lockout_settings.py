from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..models.zitadel_resource_owner_type import ZitadelResourceOwnerType
from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class ZitadelLockoutSettings(Model):
    max_password_attempts: str | Unset = UNSET
    """ Failed password checks in a row after which further ones wait. """
    max_otp_attempts: str | Unset = UNSET
    """ Failed one-time passwords after which a user is locked out. Always zero here. """
    resource_owner_type: ZitadelResourceOwnerType | Unset = UNSET
    """ Whether the rules are the tenant's own or those of the instance. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        if self.max_password_attempts is not UNSET:
            out["maxPasswordAttempts"] = self.max_password_attempts
        if self.max_otp_attempts is not UNSET:
            out["maxOtpAttempts"] = self.max_otp_attempts
        resource_owner_type: str | Unset = UNSET
        if not isinstance(self.resource_owner_type, Unset):
            resource_owner_type = str(self.resource_owner_type)

        if resource_owner_type is not UNSET:
            out["resourceOwnerType"] = resource_owner_type
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        max_password_attempts = d.pop("maxPasswordAttempts", UNSET)

        max_otp_attempts = d.pop("maxOtpAttempts", UNSET)

        _resource_owner_type = d.pop("resourceOwnerType", UNSET)
        resource_owner_type: ZitadelResourceOwnerType | Unset
        if isinstance(_resource_owner_type, Unset):
            resource_owner_type = UNSET
        else:
            resource_owner_type = ZitadelResourceOwnerType(_resource_owner_type)

        made = cls(
            max_password_attempts=max_password_attempts,
            max_otp_attempts=max_otp_attempts,
            resource_owner_type=resource_owner_type,
        )
        made.additional_properties = d
        return made
