from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, cast

from attrs import define, field

from ..opened import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.zitadel_check_password import ZitadelCheckPassword
    from ..models.zitadel_check_totp import ZitadelCheckTOTP
    from ..models.zitadel_check_user import ZitadelCheckUser
    from ..models.zitadel_checks_idp_intent_type_0 import ZitadelChecksIdpIntentType0
    from ..models.zitadel_checks_otp_email_type_0 import ZitadelChecksOtpEmailType0
    from ..models.zitadel_checks_otp_sms_type_0 import ZitadelChecksOtpSmsType0
    from ..models.zitadel_checks_recovery_code_type_0 import ZitadelChecksRecoveryCodeType0
    from ..models.zitadel_checks_web_auth_n_type_0 import ZitadelChecksWebAuthNType0


@define(repr=False)
class ZitadelChecks(Model):
    """What to check. A password check needs a user, checked in the same request or earlier in the session."""

    user: ZitadelCheckUser | Unset = UNSET
    """ Names the user, by exactly one of the two fields. """
    password: ZitadelCheckPassword | Unset = UNSET
    totp: ZitadelCheckTOTP | Unset = UNSET
    web_auth_n: None | Unset | ZitadelChecksWebAuthNType0 = UNSET
    """ A passkey or security key. Not served: a request with it is refused. """
    idp_intent: None | Unset | ZitadelChecksIdpIntentType0 = UNSET
    """ An identity provider's answer. Not served: a request with it is refused. """
    otp_sms: None | Unset | ZitadelChecksOtpSmsType0 = UNSET
    """ A one-time password sent by SMS. Not served: a request with it is refused. """
    otp_email: None | Unset | ZitadelChecksOtpEmailType0 = UNSET
    """ A one-time password sent by e-mail. Not served: a request with it is refused. """
    recovery_code: None | Unset | ZitadelChecksRecoveryCodeType0 = UNSET
    """ A recovery code. Not served: a request with it is refused. `totp` takes recovery codes. """
    additional_properties: dict[str, Any] = field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.zitadel_checks_idp_intent_type_0 import ZitadelChecksIdpIntentType0
        from ..models.zitadel_checks_otp_email_type_0 import ZitadelChecksOtpEmailType0
        from ..models.zitadel_checks_otp_sms_type_0 import ZitadelChecksOtpSmsType0
        from ..models.zitadel_checks_recovery_code_type_0 import ZitadelChecksRecoveryCodeType0
        from ..models.zitadel_checks_web_auth_n_type_0 import ZitadelChecksWebAuthNType0

        out: dict[str, Any] = {}
        out.update(self.additional_properties)
        user: dict[str, Any] | Unset = UNSET
        if not isinstance(self.user, Unset):
            user = self.user.to_dict()
        if user is not UNSET:
            out["user"] = user
        password: dict[str, Any] | Unset = UNSET
        if not isinstance(self.password, Unset):
            password = self.password.to_dict()
        if password is not UNSET:
            out["password"] = password
        totp: dict[str, Any] | Unset = UNSET
        if not isinstance(self.totp, Unset):
            totp = self.totp.to_dict()
        if totp is not UNSET:
            out["totp"] = totp
        web_auth_n: dict[str, Any] | None | Unset
        if isinstance(self.web_auth_n, Unset):
            web_auth_n = UNSET
        elif isinstance(self.web_auth_n, ZitadelChecksWebAuthNType0):
            web_auth_n = self.web_auth_n.to_dict()
        else:
            web_auth_n = self.web_auth_n
        if web_auth_n is not UNSET:
            out["webAuthN"] = web_auth_n
        idp_intent: dict[str, Any] | None | Unset
        if isinstance(self.idp_intent, Unset):
            idp_intent = UNSET
        elif isinstance(self.idp_intent, ZitadelChecksIdpIntentType0):
            idp_intent = self.idp_intent.to_dict()
        else:
            idp_intent = self.idp_intent
        if idp_intent is not UNSET:
            out["idpIntent"] = idp_intent
        otp_sms: dict[str, Any] | None | Unset
        if isinstance(self.otp_sms, Unset):
            otp_sms = UNSET
        elif isinstance(self.otp_sms, ZitadelChecksOtpSmsType0):
            otp_sms = self.otp_sms.to_dict()
        else:
            otp_sms = self.otp_sms
        if otp_sms is not UNSET:
            out["otpSms"] = otp_sms
        otp_email: dict[str, Any] | None | Unset
        if isinstance(self.otp_email, Unset):
            otp_email = UNSET
        elif isinstance(self.otp_email, ZitadelChecksOtpEmailType0):
            otp_email = self.otp_email.to_dict()
        else:
            otp_email = self.otp_email
        if otp_email is not UNSET:
            out["otpEmail"] = otp_email
        recovery_code: dict[str, Any] | None | Unset
        if isinstance(self.recovery_code, Unset):
            recovery_code = UNSET
        elif isinstance(self.recovery_code, ZitadelChecksRecoveryCodeType0):
            recovery_code = self.recovery_code.to_dict()
        else:
            recovery_code = self.recovery_code
        if recovery_code is not UNSET:
            out["recoveryCode"] = recovery_code
        return out

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.zitadel_check_password import ZitadelCheckPassword
        from ..models.zitadel_check_totp import ZitadelCheckTOTP
        from ..models.zitadel_check_user import ZitadelCheckUser
        from ..models.zitadel_checks_idp_intent_type_0 import ZitadelChecksIdpIntentType0
        from ..models.zitadel_checks_otp_email_type_0 import ZitadelChecksOtpEmailType0
        from ..models.zitadel_checks_otp_sms_type_0 import ZitadelChecksOtpSmsType0
        from ..models.zitadel_checks_recovery_code_type_0 import ZitadelChecksRecoveryCodeType0
        from ..models.zitadel_checks_web_auth_n_type_0 import ZitadelChecksWebAuthNType0

        d = dict(src_dict)
        _user = d.pop("user", UNSET)
        user: ZitadelCheckUser | Unset
        if isinstance(_user, Unset):
            user = UNSET
        else:
            user = ZitadelCheckUser.from_dict(_user)

        _password = d.pop("password", UNSET)
        password: ZitadelCheckPassword | Unset
        if isinstance(_password, Unset):
            password = UNSET
        else:
            password = ZitadelCheckPassword.from_dict(_password)

        _totp = d.pop("totp", UNSET)
        totp: ZitadelCheckTOTP | Unset
        if isinstance(_totp, Unset):
            totp = UNSET
        else:
            totp = ZitadelCheckTOTP.from_dict(_totp)

        def _parse_web_auth_n(data: object) -> None | Unset | ZitadelChecksWebAuthNType0:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                web_auth_n_type_0 = ZitadelChecksWebAuthNType0.from_dict(data)

                return web_auth_n_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | ZitadelChecksWebAuthNType0, data)

        web_auth_n = _parse_web_auth_n(d.pop("webAuthN", UNSET))

        def _parse_idp_intent(data: object) -> None | Unset | ZitadelChecksIdpIntentType0:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                idp_intent_type_0 = ZitadelChecksIdpIntentType0.from_dict(data)

                return idp_intent_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | ZitadelChecksIdpIntentType0, data)

        idp_intent = _parse_idp_intent(d.pop("idpIntent", UNSET))

        def _parse_otp_sms(data: object) -> None | Unset | ZitadelChecksOtpSmsType0:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                otp_sms_type_0 = ZitadelChecksOtpSmsType0.from_dict(data)

                return otp_sms_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | ZitadelChecksOtpSmsType0, data)

        otp_sms = _parse_otp_sms(d.pop("otpSms", UNSET))

        def _parse_otp_email(data: object) -> None | Unset | ZitadelChecksOtpEmailType0:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                otp_email_type_0 = ZitadelChecksOtpEmailType0.from_dict(data)

                return otp_email_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | ZitadelChecksOtpEmailType0, data)

        otp_email = _parse_otp_email(d.pop("otpEmail", UNSET))

        def _parse_recovery_code(data: object) -> None | Unset | ZitadelChecksRecoveryCodeType0:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                recovery_code_type_0 = ZitadelChecksRecoveryCodeType0.from_dict(data)

                return recovery_code_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | ZitadelChecksRecoveryCodeType0, data)

        recovery_code = _parse_recovery_code(d.pop("recoveryCode", UNSET))

        made = cls(
            user=user,
            password=password,
            totp=totp,
            web_auth_n=web_auth_n,
            idp_intent=idp_intent,
            otp_sms=otp_sms,
            otp_email=otp_email,
            recovery_code=recovery_code,
        )
        made.additional_properties = d
        return made
