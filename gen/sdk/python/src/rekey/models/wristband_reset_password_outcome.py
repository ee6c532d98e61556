from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class WristbandResetPasswordOutcome(Model):
    """The outcome of a reset."""

    result: str
    """ An open list; treat a value you do not know as a failure. The vendor says that there is a list and
    does not print it.

    - PASSWORD_RESET_SUCCESSFUL: the password has been replaced. The only value that is ever sent.
    - PASSWORD_RESET_REQUEST_INVALID, PASSWORD_RESET_REQUEST_EXPIRED, USER_INACTIVE: reserved. A code
    that does not work is a   400, whatever the reason, so that nothing can be learnt from the
    difference. """
    redirect_url: None | str | Unset = UNSET
    """ Where to go for an immediate login. Always null. """
    auth_session_code: None | str | Unset = UNSET
    """ What to show there. Always null, since a reset logs nobody in. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["result"] = self.result
        redirect_url: None | str | Unset
        if isinstance(self.redirect_url, Unset):
            redirect_url = UNSET
        else:
            redirect_url = self.redirect_url
        if redirect_url is not UNSET:
            out["redirectUrl"] = redirect_url
        auth_session_code: None | str | Unset
        if isinstance(self.auth_session_code, Unset):
            auth_session_code = UNSET
        else:
            auth_session_code = self.auth_session_code
        if auth_session_code is not UNSET:
            out["authSessionCode"] = auth_session_code
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        result = d.pop("result")

        def _parse_redirect_url(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        redirect_url = _parse_redirect_url(d.pop("redirectUrl", UNSET))

        def _parse_auth_session_code(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        auth_session_code = _parse_auth_session_code(d.pop("authSessionCode", UNSET))

        made = cls(
            result=result,
            redirect_url=redirect_url,
            auth_session_code=auth_session_code,
        )
        made.additional_properties = d
        return made
