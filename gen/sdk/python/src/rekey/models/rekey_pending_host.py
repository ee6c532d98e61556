from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class RekeyPendingHost(Model):
    """A host that was asked for and leads nowhere. `verifyTenantHost` makes it active when the TXT record
    is published. Without a record only a key of the platform can."""

    host: str
    """ A host name without port, compared in lower case. """
    record_name: str | Unset = UNSET
    """ The name of the TXT record that the owner of the domain publishes. """
    record_value: str | Unset = UNSET
    """ What it says. It is drawn for this tenant and host, and no secret. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["host"] = self.host
        if self.record_name is not UNSET:
            out["recordName"] = self.record_name
        if self.record_value is not UNSET:
            out["recordValue"] = self.record_value
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        host = d.pop("host")

        record_name = d.pop("recordName", UNSET)

        record_value = d.pop("recordValue", UNSET)

        made = cls(
            host=host,
            record_name=record_name,
            record_value=record_value,
        )
        made.additional_properties = d
        return made
