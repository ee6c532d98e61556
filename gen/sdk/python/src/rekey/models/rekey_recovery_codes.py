from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define, field

from ..opened import Model


@define(repr=False)
class RekeyRecoveryCodes(Model):
    recovery_codes: list[str]
    """ To be kept on paper; each works once. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        recovery_codes = self.recovery_codes

        out["recoveryCodes"] = recovery_codes
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        recovery_codes = cast(list[str], d.pop("recoveryCodes"))

        made = cls(
            recovery_codes=recovery_codes,
        )
        made.additional_properties = d
        return made
