from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model


@define(repr=False)
class ZitadelUpdateUserOutput(Model):
    change_date: datetime.datetime
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        change_date = self.change_date.isoformat()
        out["changeDate"] = change_date
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        change_date = datetime.datetime.fromisoformat(d.pop("changeDate"))

        made = cls(
            change_date=change_date,
        )
        made.additional_properties = d
        return made
