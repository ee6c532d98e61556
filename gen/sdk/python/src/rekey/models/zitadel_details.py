from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class ZitadelDetails(Model):
    """Where and when an object changed. Fields that hold their zero value are left out."""

    sequence: str | Unset = UNSET
    """ A number that grows with every change of this object. """
    change_date: datetime.datetime | Unset = UNSET
    resource_owner: str | Unset = UNSET
    """ Id of the tenant the object belongs to. """
    creation_date: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        if self.sequence is not UNSET:
            out["sequence"] = self.sequence
        change_date: str | Unset = UNSET
        if not isinstance(self.change_date, Unset):
            change_date = self.change_date.isoformat()
        if change_date is not UNSET:
            out["changeDate"] = change_date
        if self.resource_owner is not UNSET:
            out["resourceOwner"] = self.resource_owner
        creation_date: str | Unset = UNSET
        if not isinstance(self.creation_date, Unset):
            creation_date = self.creation_date.isoformat()
        if creation_date is not UNSET:
            out["creationDate"] = creation_date
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        sequence = d.pop("sequence", UNSET)

        _change_date = d.pop("changeDate", UNSET)
        change_date: datetime.datetime | Unset
        if isinstance(_change_date, Unset):
            change_date = UNSET
        else:
            change_date = datetime.datetime.fromisoformat(_change_date)

        resource_owner = d.pop("resourceOwner", UNSET)

        _creation_date = d.pop("creationDate", UNSET)
        creation_date: datetime.datetime | Unset
        if isinstance(_creation_date, Unset):
            creation_date = UNSET
        else:
            creation_date = datetime.datetime.fromisoformat(_creation_date)

        made = cls(
            sequence=sequence,
            change_date=change_date,
            resource_owner=resource_owner,
            creation_date=creation_date,
        )
        made.additional_properties = d
        return made
