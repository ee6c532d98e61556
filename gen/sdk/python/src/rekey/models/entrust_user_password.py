from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class EntrustUserPassword(Model):
    """What is known about a user's password. Fields that do not apply are absent."""

    expiry_notification_date: datetime.datetime | Unset = UNSET
    """ When the next warning about the expiry is due. """
    expiry_time: datetime.datetime | Unset = UNSET
    """ When the password expires. Absent if it does not. """
    force_update: bool | Unset = UNSET
    """ Whether the user must change the password when he next logs in with it. """
    last_changed_time: datetime.datetime | Unset = UNSET
    new_password: str | Unset = UNSET
    """ The generated password, only in the answer to the call that generated it and asked for it. """
    present: bool | Unset = UNSET
    """ Whether the user has a password. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        expiry_notification_date: str | Unset = UNSET
        if not isinstance(self.expiry_notification_date, Unset):
            expiry_notification_date = self.expiry_notification_date.isoformat()
        if expiry_notification_date is not UNSET:
            out["expiryNotificationDate"] = expiry_notification_date
        expiry_time: str | Unset = UNSET
        if not isinstance(self.expiry_time, Unset):
            expiry_time = self.expiry_time.isoformat()
        if expiry_time is not UNSET:
            out["expiryTime"] = expiry_time
        if self.force_update is not UNSET:
            out["forceUpdate"] = self.force_update
        last_changed_time: str | Unset = UNSET
        if not isinstance(self.last_changed_time, Unset):
            last_changed_time = self.last_changed_time.isoformat()
        if last_changed_time is not UNSET:
            out["lastChangedTime"] = last_changed_time
        if self.new_password is not UNSET:
            out["newPassword"] = self.new_password
        if self.present is not UNSET:
            out["present"] = self.present
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        _expiry_notification_date = d.pop("expiryNotificationDate", UNSET)
        expiry_notification_date: datetime.datetime | Unset
        if isinstance(_expiry_notification_date, Unset):
            expiry_notification_date = UNSET
        else:
            expiry_notification_date = datetime.datetime.fromisoformat(_expiry_notification_date)

        _expiry_time = d.pop("expiryTime", UNSET)
        expiry_time: datetime.datetime | Unset
        if isinstance(_expiry_time, Unset):
            expiry_time = UNSET
        else:
            expiry_time = datetime.datetime.fromisoformat(_expiry_time)

        force_update = d.pop("forceUpdate", UNSET)

        _last_changed_time = d.pop("lastChangedTime", UNSET)
        last_changed_time: datetime.datetime | Unset
        if isinstance(_last_changed_time, Unset):
            last_changed_time = UNSET
        else:
            last_changed_time = datetime.datetime.fromisoformat(_last_changed_time)

        new_password = d.pop("newPassword", UNSET)

        present = d.pop("present", UNSET)

        made = cls(
            expiry_notification_date=expiry_notification_date,
            expiry_time=expiry_time,
            force_update=force_update,
            last_changed_time=last_changed_time,
            new_password=new_password,
            present=present,
        )
        made.additional_properties = d
        return made
