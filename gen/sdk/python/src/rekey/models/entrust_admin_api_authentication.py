from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class EntrustAdminApiAuthentication(Model):
    """The credentials of an administration application."""

    application_id: str
    """ The id of the administration application, as a UUID. """
    shared_secret: str
    enable_web_session: bool | Unset = UNSET
    """ Accepted and without effect; no cookie is ever set. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["applicationId"] = self.application_id
        out["sharedSecret"] = self.shared_secret
        if self.enable_web_session is not UNSET:
            out["enableWebSession"] = self.enable_web_session
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        application_id = d.pop("applicationId")

        shared_secret = d.pop("sharedSecret")

        enable_web_session = d.pop("enableWebSession", UNSET)

        made = cls(
            application_id=application_id,
            shared_secret=shared_secret,
            enable_web_session=enable_web_session,
        )
        made.additional_properties = d
        return made
