from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define, field

from ..opened import Model


@define(repr=False)
class RekeyTenant(Model):
    id: str
    """ An id of 26 characters, lower-case base32. """
    application_id: str
    """ An id of 26 characters, lower-case base32. """
    name: str
    """ What people call it. """
    hosts: list[str]
    default: bool
    """ Requests that name no tenant act in this one. """
    version: int
    """ Grows with every change; the ETag holds it. """
    created_at: datetime.datetime
    updated_at: datetime.datetime
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["id"] = self.id
        out["applicationId"] = self.application_id
        out["name"] = self.name
        hosts = self.hosts

        out["hosts"] = hosts
        out["default"] = self.default
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

        application_id = d.pop("applicationId")

        name = d.pop("name")

        hosts = cast(list[str], d.pop("hosts"))

        default = d.pop("default")

        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt"))

        made = cls(
            id=id,
            application_id=application_id,
            name=name,
            hosts=hosts,
            default=default,
            version=version,
            created_at=created_at,
            updated_at=updated_at,
        )
        made.additional_properties = d
        return made
