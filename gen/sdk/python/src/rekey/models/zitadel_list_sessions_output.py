from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.zitadel_list_details import ZitadelListDetails
    from ..models.zitadel_session import ZitadelSession


@define(repr=False)
class ZitadelListSessionsOutput(Model):
    details: ZitadelListDetails
    sessions: list[ZitadelSession] | Unset = UNSET
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        details = self.details.to_dict()
        out["details"] = details
        sessions: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.sessions, Unset):
            sessions = []
            for sessions_item_data in self.sessions:
                sessions_item = sessions_item_data.to_dict()
                sessions.append(sessions_item)

        if sessions is not UNSET:
            out["sessions"] = sessions
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.zitadel_list_details import ZitadelListDetails
        from ..models.zitadel_session import ZitadelSession

        d = dict(src_dict)
        details = ZitadelListDetails.from_dict(d.pop("details"))

        _sessions = d.pop("sessions", UNSET)
        sessions: list[ZitadelSession] | Unset = UNSET
        if _sessions is not UNSET:
            sessions = []
            for sessions_item_data in _sessions:
                sessions_item = ZitadelSession.from_dict(sessions_item_data)

                sessions.append(sessions_item)

        made = cls(
            details=details,
            sessions=sessions,
        )
        made.additional_properties = d
        return made
