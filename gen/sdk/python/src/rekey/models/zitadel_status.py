from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.zitadel_status_detail import ZitadelStatusDetail


@define(repr=False)
class ZitadelStatus(Model):
    """Every error of this surface."""

    code: int
    """ The gRPC code. 3 and 9 come with 400, 5 with 404, 7 with 403, 12 with 405 and 501, 13 with 500, 14
    with 503, 16 with 401. """
    message: str
    """ What is wrong, with the id of the fault in parentheses if it has one. """
    details: list[ZitadelStatusDetail] | Unset = UNSET
    """ Absent for a malformed request and other faults without an id. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["code"] = self.code
        out["message"] = self.message
        details: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.details, Unset):
            details = []
            for details_item_data in self.details:
                details_item = details_item_data.to_dict()
                details.append(details_item)

        if details is not UNSET:
            out["details"] = details
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.zitadel_status_detail import ZitadelStatusDetail

        d = dict(src_dict)
        code = d.pop("code")

        message = d.pop("message")

        _details = d.pop("details", UNSET)
        details: list[ZitadelStatusDetail] | Unset = UNSET
        if _details is not UNSET:
            details = []
            for details_item_data in _details:
                details_item = ZitadelStatusDetail.from_dict(details_item_data)

                details.append(details_item)

        made = cls(
            code=code,
            message=message,
            details=details,
        )
        made.additional_properties = d
        return made
