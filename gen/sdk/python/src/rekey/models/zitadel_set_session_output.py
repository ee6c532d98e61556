from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from ..opened import Model

if TYPE_CHECKING:
    from ..models.zitadel_details import ZitadelDetails


@define(repr=False)
class ZitadelSetSessionOutput(Model):
    details: ZitadelDetails
    """ Where and when an object changed. Fields that hold their zero value are left out. """
    session_token: str
    """ Shown once; only its digest is kept. The former token is void. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        details = self.details.to_dict()
        out["details"] = details
        out["sessionToken"] = self.session_token
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.zitadel_details import ZitadelDetails

        d = dict(src_dict)
        details = ZitadelDetails.from_dict(d.pop("details"))

        session_token = d.pop("sessionToken")

        made = cls(
            details=details,
            session_token=session_token,
        )
        made.additional_properties = d
        return made
