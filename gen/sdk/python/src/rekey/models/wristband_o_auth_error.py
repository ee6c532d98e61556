from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class WristbandOAuthError(Model):
    """An error of the OAuth endpoints."""

    error: str
    """ invalid_request, invalid_client, invalid_grant, unauthorized_client, unsupported_grant_type,
    invalid_scope; of RFC 7009 unsupported_token_type; and server_error, temporarily_unavailable,
    not_found and method_not_allowed for what RFC 6749 leaves open. An open list. """
    error_description: str | Unset = UNSET
    """ A sentence for the developer. Never repeats what was sent. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["error"] = self.error
        if self.error_description is not UNSET:
            out["error_description"] = self.error_description
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        error = d.pop("error")

        error_description = d.pop("error_description", UNSET)

        made = cls(
            error=error,
            error_description=error_description,
        )
        made.additional_properties = d
        return made
