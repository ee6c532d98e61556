from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..models.zitadel_status_detail_type import ZitadelStatusDetailType
from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class ZitadelStatusDetail(Model):
    type_: ZitadelStatusDetailType
    """ The second is used for a failed password check of a session. """
    id: str | Unset = UNSET
    """ Stable name of the fault. """
    message: str | Unset = UNSET
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        type_ = str(self.type_)
        out["@type"] = type_
        if self.id is not UNSET:
            out["id"] = self.id
        if self.message is not UNSET:
            out["message"] = self.message
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        type_ = ZitadelStatusDetailType(d.pop("@type"))

        id = d.pop("id", UNSET)

        message = d.pop("message", UNSET)

        made = cls(
            type_=type_,
            id=id,
            message=message,
        )
        made.additional_properties = d
        return made
