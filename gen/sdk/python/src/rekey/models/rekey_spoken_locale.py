from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model


@define(repr=False)
class RekeySpokenLocale(Model):
    locale: str
    """ The language tag (RFC 5646). """
    fallback: bool
    """ It is written to those whose language there are no texts in. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["locale"] = self.locale
        out["fallback"] = self.fallback
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        locale = d.pop("locale")

        fallback = d.pop("fallback")

        made = cls(
            locale=locale,
            fallback=fallback,
        )
        made.additional_properties = d
        return made
