from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..models.rekey_second_factor_method import RekeySecondFactorMethod
from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class RekeySecondFactor(Model):
    method: RekeySecondFactorMethod
    """ How the second step is taken, by a mailed code or an authenticator app (or one of its recovery
    codes). """
    recovery_codes_left: int
    confirmed_at: datetime.datetime | Unset = UNSET
    pending_until: datetime.datetime | Unset = UNSET
    """ Until when an enrolled app waits for its first code. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        method = str(self.method)
        out["method"] = method
        out["recoveryCodesLeft"] = self.recovery_codes_left
        confirmed_at: str | Unset = UNSET
        if not isinstance(self.confirmed_at, Unset):
            confirmed_at = self.confirmed_at.isoformat()
        if confirmed_at is not UNSET:
            out["confirmedAt"] = confirmed_at
        pending_until: str | Unset = UNSET
        if not isinstance(self.pending_until, Unset):
            pending_until = self.pending_until.isoformat()
        if pending_until is not UNSET:
            out["pendingUntil"] = pending_until
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        method = RekeySecondFactorMethod(d.pop("method"))

        recovery_codes_left = d.pop("recoveryCodesLeft")

        _confirmed_at = d.pop("confirmedAt", UNSET)
        confirmed_at: datetime.datetime | Unset
        if isinstance(_confirmed_at, Unset):
            confirmed_at = UNSET
        else:
            confirmed_at = datetime.datetime.fromisoformat(_confirmed_at)

        _pending_until = d.pop("pendingUntil", UNSET)
        pending_until: datetime.datetime | Unset
        if isinstance(_pending_until, Unset):
            pending_until = UNSET
        else:
            pending_until = datetime.datetime.fromisoformat(_pending_until)

        made = cls(
            method=method,
            recovery_codes_left=recovery_codes_left,
            confirmed_at=confirmed_at,
            pending_until=pending_until,
        )
        made.additional_properties = d
        return made
