from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, cast

from attrs import define, field

from ..opened import Model

if TYPE_CHECKING:
    from ..models.rekey_pending_host import RekeyPendingHost


@define(repr=False)
class RekeyTenant(Model):
    id: str
    """ An id of 26 characters, lower-case base32. """
    application_id: str
    """ An id of 26 characters, lower-case base32. """
    name: str
    """ What people call it. Control characters are refused. """
    hosts: list[str]
    """ Host names that lead to this tenant. """
    pending_hosts: list[RekeyPendingHost]
    """ Host names that do not lead to it yet. """
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
        pending_hosts = []
        for pending_hosts_item_data in self.pending_hosts:
            pending_hosts_item = pending_hosts_item_data.to_dict()
            pending_hosts.append(pending_hosts_item)

        out["pendingHosts"] = pending_hosts
        out["default"] = self.default
        out["version"] = self.version
        created_at = self.created_at.isoformat()
        out["createdAt"] = created_at
        updated_at = self.updated_at.isoformat()
        out["updatedAt"] = updated_at
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.rekey_pending_host import RekeyPendingHost

        d = dict(src_dict)
        id = d.pop("id")

        application_id = d.pop("applicationId")

        name = d.pop("name")

        hosts = cast(list[str], d.pop("hosts"))

        pending_hosts = []
        _pending_hosts = d.pop("pendingHosts")
        for pending_hosts_item_data in _pending_hosts:
            pending_hosts_item = RekeyPendingHost.from_dict(pending_hosts_item_data)

            pending_hosts.append(pending_hosts_item)

        default = d.pop("default")

        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt"))

        made = cls(
            id=id,
            application_id=application_id,
            name=name,
            hosts=hosts,
            pending_hosts=pending_hosts,
            default=default,
            version=version,
            created_at=created_at,
            updated_at=updated_at,
        )
        made.additional_properties = d
        return made
