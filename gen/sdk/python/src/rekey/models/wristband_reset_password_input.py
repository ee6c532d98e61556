from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, cast

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset


@define(repr=False)
class WristbandResetPasswordInput(Model):
    """A new password and the proof in one of three ways; the fields of the other two have to be null or
    left out. The vendor document prints the first four names in its prose, and neither of the last two."""

    new_password: str
    """ The new password. The policy of the tenant applies on top of these bounds. """
    email_auth_code: None | str | Unset = UNSET
    """ The code out of a mailed reset link. Alone. """
    password_reset_code: None | str | Unset = UNSET
    """ The code of a link made by create-password-reset-link. Alone. """
    request_code: None | str | Unset = UNSET
    """ The code that came with the answer to the request for an OTP. Together with verificationCode. """
    verification_code: None | str | Unset = UNSET
    """ The OTP out of the mail. Together with requestCode. """
    suppress_password_updated_email: bool | Unset = UNSET
    """ If true, the "Password Updated" mail is not sent. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        out["newPassword"] = self.new_password
        email_auth_code: None | str | Unset
        if isinstance(self.email_auth_code, Unset):
            email_auth_code = UNSET
        else:
            email_auth_code = self.email_auth_code
        if email_auth_code is not UNSET:
            out["emailAuthCode"] = email_auth_code
        password_reset_code: None | str | Unset
        if isinstance(self.password_reset_code, Unset):
            password_reset_code = UNSET
        else:
            password_reset_code = self.password_reset_code
        if password_reset_code is not UNSET:
            out["passwordResetCode"] = password_reset_code
        request_code: None | str | Unset
        if isinstance(self.request_code, Unset):
            request_code = UNSET
        else:
            request_code = self.request_code
        if request_code is not UNSET:
            out["requestCode"] = request_code
        verification_code: None | str | Unset
        if isinstance(self.verification_code, Unset):
            verification_code = UNSET
        else:
            verification_code = self.verification_code
        if verification_code is not UNSET:
            out["verificationCode"] = verification_code
        if self.suppress_password_updated_email is not UNSET:
            out["suppressPasswordUpdatedEmail"] = self.suppress_password_updated_email
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        new_password = d.pop("newPassword")

        def _parse_email_auth_code(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        email_auth_code = _parse_email_auth_code(d.pop("emailAuthCode", UNSET))

        def _parse_password_reset_code(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        password_reset_code = _parse_password_reset_code(d.pop("passwordResetCode", UNSET))

        def _parse_request_code(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        request_code = _parse_request_code(d.pop("requestCode", UNSET))

        def _parse_verification_code(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        verification_code = _parse_verification_code(d.pop("verificationCode", UNSET))

        suppress_password_updated_email = d.pop("suppressPasswordUpdatedEmail", UNSET)

        made = cls(
            new_password=new_password,
            email_auth_code=email_auth_code,
            password_reset_code=password_reset_code,
            request_code=request_code,
            verification_code=verification_code,
            suppress_password_updated_email=suppress_password_updated_email,
        )
        made.additional_properties = d
        return made
