from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class ZitadelSendInviteCode(Model):
    url_template: str | Unset = UNSET
    """ Link for the mail. Must match the tenant's allow-list; only the three literal placeholders are
    replaced. """
    application_name: str | Unset = UNSET
    """ Name of the application in the mail. It is shown as text. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        if self.url_template is not UNSET:
            out["urlTemplate"] = self.url_template
        if self.application_name is not UNSET:
            out["applicationName"] = self.application_name
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        url_template = d.pop("urlTemplate", UNSET)

        application_name = d.pop("applicationName", UNSET)

        made = cls(
            url_template=url_template,
            application_name=application_name,
        )
        made.additional_properties = d
        return made
