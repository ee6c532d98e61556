from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, cast

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.zitadel_request_challenges_otp_email_type_0 import ZitadelRequestChallengesOtpEmailType0
    from ..models.zitadel_request_challenges_otp_sms_type_0 import ZitadelRequestChallengesOtpSmsType0
    from ..models.zitadel_request_challenges_web_auth_n_type_0 import ZitadelRequestChallengesWebAuthNType0


@define(repr=False)
class ZitadelRequestChallenges(Model):
    """Challenges to be answered by a later check. An empty object asks for none."""

    web_auth_n: None | Unset | ZitadelRequestChallengesWebAuthNType0 = UNSET
    """ Of a passkey or security key. Not served: a request with it is refused. """
    otp_sms: None | Unset | ZitadelRequestChallengesOtpSmsType0 = UNSET
    """ A one-time password by SMS. Not served: a request with it is refused. """
    otp_email: None | Unset | ZitadelRequestChallengesOtpEmailType0 = UNSET
    """ A one-time password by e-mail. Not served: a request with it is refused. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.zitadel_request_challenges_otp_email_type_0 import ZitadelRequestChallengesOtpEmailType0
        from ..models.zitadel_request_challenges_otp_sms_type_0 import ZitadelRequestChallengesOtpSmsType0
        from ..models.zitadel_request_challenges_web_auth_n_type_0 import ZitadelRequestChallengesWebAuthNType0

        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        web_auth_n: dict[str, Any] | None | Unset
        if isinstance(self.web_auth_n, Unset):
            web_auth_n = UNSET
        elif isinstance(self.web_auth_n, ZitadelRequestChallengesWebAuthNType0):
            web_auth_n = self.web_auth_n.to_dict()
        else:
            web_auth_n = self.web_auth_n
        if web_auth_n is not UNSET:
            out["webAuthN"] = web_auth_n
        otp_sms: dict[str, Any] | None | Unset
        if isinstance(self.otp_sms, Unset):
            otp_sms = UNSET
        elif isinstance(self.otp_sms, ZitadelRequestChallengesOtpSmsType0):
            otp_sms = self.otp_sms.to_dict()
        else:
            otp_sms = self.otp_sms
        if otp_sms is not UNSET:
            out["otpSms"] = otp_sms
        otp_email: dict[str, Any] | None | Unset
        if isinstance(self.otp_email, Unset):
            otp_email = UNSET
        elif isinstance(self.otp_email, ZitadelRequestChallengesOtpEmailType0):
            otp_email = self.otp_email.to_dict()
        else:
            otp_email = self.otp_email
        if otp_email is not UNSET:
            out["otpEmail"] = otp_email
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.zitadel_request_challenges_otp_email_type_0 import ZitadelRequestChallengesOtpEmailType0
        from ..models.zitadel_request_challenges_otp_sms_type_0 import ZitadelRequestChallengesOtpSmsType0
        from ..models.zitadel_request_challenges_web_auth_n_type_0 import ZitadelRequestChallengesWebAuthNType0

        d = dict(src_dict)

        def _parse_web_auth_n(data: object) -> None | Unset | ZitadelRequestChallengesWebAuthNType0:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                web_auth_n_type_0 = ZitadelRequestChallengesWebAuthNType0.from_dict(data)

                return web_auth_n_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | ZitadelRequestChallengesWebAuthNType0, data)

        web_auth_n = _parse_web_auth_n(d.pop("webAuthN", UNSET))

        def _parse_otp_sms(data: object) -> None | Unset | ZitadelRequestChallengesOtpSmsType0:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                otp_sms_type_0 = ZitadelRequestChallengesOtpSmsType0.from_dict(data)

                return otp_sms_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | ZitadelRequestChallengesOtpSmsType0, data)

        otp_sms = _parse_otp_sms(d.pop("otpSms", UNSET))

        def _parse_otp_email(data: object) -> None | Unset | ZitadelRequestChallengesOtpEmailType0:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                otp_email_type_0 = ZitadelRequestChallengesOtpEmailType0.from_dict(data)

                return otp_email_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | ZitadelRequestChallengesOtpEmailType0, data)

        otp_email = _parse_otp_email(d.pop("otpEmail", UNSET))

        made = cls(
            web_auth_n=web_auth_n,
            otp_sms=otp_sms,
            otp_email=otp_email,
        )
        made.additional_properties = d
        return made
