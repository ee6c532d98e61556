from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from ..opened import Model

if TYPE_CHECKING:
    from ..models.wristband_json_web_key import WristbandJsonWebKey


@define(repr=False)
class WristbandJsonWebKeySet(Model):
    """The public keys."""

    keys: list[WristbandJsonWebKey]
    """ One key, or two while they are being changed. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        keys = []
        for keys_item_data in self.keys:
            keys_item = keys_item_data.to_dict()
            keys.append(keys_item)

        out["keys"] = keys
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.wristband_json_web_key import WristbandJsonWebKey

        d = dict(src_dict)
        keys = []
        _keys = d.pop("keys")
        for keys_item_data in _keys:
            keys_item = WristbandJsonWebKey.from_dict(keys_item_data)

            keys.append(keys_item)

        made = cls(
            keys=keys,
        )
        made.additional_properties = d
        return made
