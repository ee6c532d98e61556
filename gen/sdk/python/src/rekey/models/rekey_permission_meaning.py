from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model


@define(repr=False)
class RekeyPermissionMeaning(Model):
    name: str
    """ A permission of the catalogue; `*` is all of them. """
    meaning: str
    """ One sentence. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["name"] = self.name
        out["meaning"] = self.meaning
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        name = d.pop("name")

        meaning = d.pop("meaning")

        made = cls(
            name=name,
            meaning=meaning,
        )
        made.additional_properties = d
        return made
