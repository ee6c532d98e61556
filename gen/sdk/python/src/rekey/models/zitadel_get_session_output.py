from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from ..opened import Model

if TYPE_CHECKING:
    from ..models.zitadel_session import ZitadelSession


@define(repr=False)
class ZitadelGetSessionOutput(Model):
    session: ZitadelSession
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        session = self.session.to_dict()
        out["session"] = session
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.zitadel_session import ZitadelSession

        d = dict(src_dict)
        session = ZitadelSession.from_dict(d.pop("session"))

        made = cls(
            session=session,
        )
        made.additional_properties = d
        return made
