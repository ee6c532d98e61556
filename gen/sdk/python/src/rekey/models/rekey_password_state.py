from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class RekeyPasswordState(Model):
    present: bool
    must_change: bool
    """ It may only be used to change it. """
    changed_at: datetime.datetime | Unset = UNSET
    expires_at: datetime.datetime | Unset = UNSET
    warn_at: datetime.datetime | Unset = UNSET
    """ When the user will be told of the coming expiry. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["present"] = self.present
        out["mustChange"] = self.must_change
        changed_at: str | Unset = UNSET
        if not isinstance(self.changed_at, Unset):
            changed_at = self.changed_at.isoformat()
        if changed_at is not UNSET:
            out["changedAt"] = changed_at
        expires_at: str | Unset = UNSET
        if not isinstance(self.expires_at, Unset):
            expires_at = self.expires_at.isoformat()
        if expires_at is not UNSET:
            out["expiresAt"] = expires_at
        warn_at: str | Unset = UNSET
        if not isinstance(self.warn_at, Unset):
            warn_at = self.warn_at.isoformat()
        if warn_at is not UNSET:
            out["warnAt"] = warn_at
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        present = d.pop("present")

        must_change = d.pop("mustChange")

        _changed_at = d.pop("changedAt", UNSET)
        changed_at: datetime.datetime | Unset
        if isinstance(_changed_at, Unset):
            changed_at = UNSET
        else:
            changed_at = datetime.datetime.fromisoformat(_changed_at)

        _expires_at = d.pop("expiresAt", UNSET)
        expires_at: datetime.datetime | Unset
        if isinstance(_expires_at, Unset):
            expires_at = UNSET
        else:
            expires_at = datetime.datetime.fromisoformat(_expires_at)

        _warn_at = d.pop("warnAt", UNSET)
        warn_at: datetime.datetime | Unset
        if isinstance(_warn_at, Unset):
            warn_at = UNSET
        else:
            warn_at = datetime.datetime.fromisoformat(_warn_at)

        made = cls(
            present=present,
            must_change=must_change,
            changed_at=changed_at,
            expires_at=expires_at,
            warn_at=warn_at,
        )
        made.additional_properties = d
        return made
