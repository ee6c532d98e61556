from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.zitadel_details import ZitadelDetails


@define(repr=False)
class ZitadelPasswordResetOutput(Model):
    details: ZitadelDetails
    """ Where and when an object changed. Fields that hold their zero value are left out. """
    verification_code: str | Unset = UNSET
    """ The code, only if `returnCode` was asked for. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        details = self.details.to_dict()
        out["details"] = details
        if self.verification_code is not UNSET:
            out["verificationCode"] = self.verification_code
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.zitadel_details import ZitadelDetails

        d = dict(src_dict)
        details = ZitadelDetails.from_dict(d.pop("details"))

        verification_code = d.pop("verificationCode", UNSET)

        made = cls(
            details=details,
            verification_code=verification_code,
        )
        made.additional_properties = d
        return made
