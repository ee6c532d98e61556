from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class RekeyTenantChange(Model):
    name: str | Unset = UNSET
    """ What people call it. Control characters are refused. """
    hosts: list[str] | Unset = UNSET
    """ Host names that are to lead to this tenant; the list replaces the former ones, active and pending. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        if self.name is not UNSET:
            out["name"] = self.name
        hosts: list[str] | Unset = UNSET
        if not isinstance(self.hosts, Unset):
            hosts = self.hosts

        if hosts is not UNSET:
            out["hosts"] = hosts
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        name = d.pop("name", UNSET)

        hosts = cast(list[str], d.pop("hosts", UNSET))

        made = cls(
            name=name,
            hosts=hosts,
        )
        made.additional_properties = d
        return made
