from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class EntrustAdminApiAuthentication(Model):
    """The credentials of an administration application."""

    application_id: str
    """ The id of the administration application, as a UUID. """
    shared_secret: str
    enable_web_session: bool | None | Unset = UNSET
    """ Asks for a session by cookie. Not served, and refused if it is true; no cookie is ever set. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["applicationId"] = self.application_id
        out["sharedSecret"] = self.shared_secret
        enable_web_session: bool | None | Unset
        if isinstance(self.enable_web_session, Unset):
            enable_web_session = UNSET
        else:
            enable_web_session = self.enable_web_session
        if enable_web_session is not UNSET:
            out["enableWebSession"] = enable_web_session
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        application_id = d.pop("applicationId")

        shared_secret = d.pop("sharedSecret")

        def _parse_enable_web_session(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        enable_web_session = _parse_enable_web_session(d.pop("enableWebSession", UNSET))

        made = cls(
            application_id=application_id,
            shared_secret=shared_secret,
            enable_web_session=enable_web_session,
        )
        made.additional_properties = d
        return made
