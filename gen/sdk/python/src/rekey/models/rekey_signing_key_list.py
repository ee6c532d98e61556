from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.rekey_signing_key import RekeySigningKey


@define(repr=False)
class RekeySigningKeyList(Model):
    items: list[RekeySigningKey]
    next_cursor: str | Unset = UNSET
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        out["items"] = items
        if self.next_cursor is not UNSET:
            out["nextCursor"] = self.next_cursor
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.rekey_signing_key import RekeySigningKey

        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = RekeySigningKey.from_dict(items_item_data)

            items.append(items_item)

        next_cursor = d.pop("nextCursor", UNSET)

        made = cls(
            items=items,
            next_cursor=next_cursor,
        )
        made.additional_properties = d
        return made
