from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model


@define(repr=False)
class RekeyApplication(Model):
    id: str
    """ An id of 26 characters, lower-case base32. """
    name: str
    """ What people call it. Control characters are refused. """
    version: int
    """ Grows with every change; the ETag holds it. """
    created_at: datetime.datetime
    updated_at: datetime.datetime
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["id"] = self.id
        out["name"] = self.name
        out["version"] = self.version
        created_at = self.created_at.isoformat()
        out["createdAt"] = created_at
        updated_at = self.updated_at.isoformat()
        out["updatedAt"] = updated_at
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt"))

        made = cls(
            id=id,
            name=name,
            version=version,
            created_at=created_at,
            updated_at=updated_at,
        )
        made.additional_properties = d
        return made
