from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class ZitadelListQuery(Model):
    offset: str | Unset = UNSET
    """ How many matches to leave out at the start. """
    limit: int | Unset = UNSET
    """ How many to list. Without it, or with 0, 100 are listed. """
    asc: bool | Unset = UNSET
    """ Oldest first. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        if self.offset is not UNSET:
            out["offset"] = self.offset
        if self.limit is not UNSET:
            out["limit"] = self.limit
        if self.asc is not UNSET:
            out["asc"] = self.asc
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        offset = d.pop("offset", UNSET)

        limit = d.pop("limit", UNSET)

        asc = d.pop("asc", UNSET)

        made = cls(
            offset=offset,
            limit=limit,
            asc=asc,
        )
        made.additional_properties = d
        return made
