from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define, field

from ..opened import Model


@define(repr=False)
class ZitadelIDsQuery(Model):
    """Sessions with one of these ids."""

    ids: list[str]
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        ids = self.ids

        out["ids"] = ids
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        ids = cast(list[str], d.pop("ids"))

        made = cls(
            ids=ids,
        )
        made.additional_properties = d
        return made
