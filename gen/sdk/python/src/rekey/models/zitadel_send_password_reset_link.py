from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..models.zitadel_notification_type import ZitadelNotificationType
from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class ZitadelSendPasswordResetLink(Model):
    notification_type: ZitadelNotificationType | Unset = UNSET
    """ By name or by number. Absent, Unspecified and 0 mean e-mail. """
    url_template: str | Unset = UNSET
    """ Link for the message. Must match the tenant's allow-list; only the three literal placeholders are
    replaced. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        notification_type: str | Unset = UNSET
        if not isinstance(self.notification_type, Unset):
            notification_type = str(self.notification_type)

        if notification_type is not UNSET:
            out["notificationType"] = notification_type
        if self.url_template is not UNSET:
            out["urlTemplate"] = self.url_template
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        _notification_type = d.pop("notificationType", UNSET)
        notification_type: ZitadelNotificationType | Unset
        if isinstance(_notification_type, Unset):
            notification_type = UNSET
        else:
            notification_type = ZitadelNotificationType(_notification_type)

        url_template = d.pop("urlTemplate", UNSET)

        made = cls(
            notification_type=notification_type,
            url_template=url_template,
        )
        made.additional_properties = d
        return made
