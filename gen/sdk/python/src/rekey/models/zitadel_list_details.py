from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class ZitadelListDetails(Model):
    total_result: str | Unset = UNSET
    """ How many objects match, on this page and on all others. """
    timestamp: datetime.datetime | Unset = UNSET
    """ When the search was made. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        if self.total_result is not UNSET:
            out["totalResult"] = self.total_result
        timestamp: str | Unset = UNSET
        if not isinstance(self.timestamp, Unset):
            timestamp = self.timestamp.isoformat()
        if timestamp is not UNSET:
            out["timestamp"] = timestamp
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        total_result = d.pop("totalResult", UNSET)

        _timestamp = d.pop("timestamp", UNSET)
        timestamp: datetime.datetime | Unset
        if isinstance(_timestamp, Unset):
            timestamp = UNSET
        else:
            timestamp = datetime.datetime.fromisoformat(_timestamp)

        made = cls(
            total_result=total_result,
            timestamp=timestamp,
        )
        made.additional_properties = d
        return made
