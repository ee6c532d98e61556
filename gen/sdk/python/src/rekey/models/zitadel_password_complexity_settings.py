from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..models.zitadel_resource_owner_type import ZitadelResourceOwnerType
from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class ZitadelPasswordComplexitySettings(Model):
    min_length: str | Unset = UNSET
    """ Least length of a password, in code points. The vendor counts bytes. """
    requires_uppercase: bool | Unset = UNSET
    requires_lowercase: bool | Unset = UNSET
    requires_number: bool | Unset = UNSET
    requires_symbol: bool | Unset = UNSET
    resource_owner_type: ZitadelResourceOwnerType | Unset = UNSET
    """ Whether the rules are the tenant's own or those of the instance. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        if self.min_length is not UNSET:
            out["minLength"] = self.min_length
        if self.requires_uppercase is not UNSET:
            out["requiresUppercase"] = self.requires_uppercase
        if self.requires_lowercase is not UNSET:
            out["requiresLowercase"] = self.requires_lowercase
        if self.requires_number is not UNSET:
            out["requiresNumber"] = self.requires_number
        if self.requires_symbol is not UNSET:
            out["requiresSymbol"] = self.requires_symbol
        resource_owner_type: str | Unset = UNSET
        if not isinstance(self.resource_owner_type, Unset):
            resource_owner_type = str(self.resource_owner_type)

        if resource_owner_type is not UNSET:
            out["resourceOwnerType"] = resource_owner_type
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        min_length = d.pop("minLength", UNSET)

        requires_uppercase = d.pop("requiresUppercase", UNSET)

        requires_lowercase = d.pop("requiresLowercase", UNSET)

        requires_number = d.pop("requiresNumber", UNSET)

        requires_symbol = d.pop("requiresSymbol", UNSET)

        _resource_owner_type = d.pop("resourceOwnerType", UNSET)
        resource_owner_type: ZitadelResourceOwnerType | Unset
        if isinstance(_resource_owner_type, Unset):
            resource_owner_type = UNSET
        else:
            resource_owner_type = ZitadelResourceOwnerType(_resource_owner_type)

        made = cls(
            min_length=min_length,
            requires_uppercase=requires_uppercase,
            requires_lowercase=requires_lowercase,
            requires_number=requires_number,
            requires_symbol=requires_symbol,
            resource_owner_type=resource_owner_type,
        )
        made.additional_properties = d
        return made
