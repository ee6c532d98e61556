from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from ..opened import Model

if TYPE_CHECKING:
    from ..models.rekey_spoken_locale import RekeySpokenLocale


@define(repr=False)
class RekeyLocaleList(Model):
    items: list[RekeySpokenLocale]
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        out["items"] = items
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.rekey_spoken_locale import RekeySpokenLocale

        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = RekeySpokenLocale.from_dict(items_item_data)

            items.append(items_item)

        made = cls(
            items=items,
        )
        made.additional_properties = d
        return made
