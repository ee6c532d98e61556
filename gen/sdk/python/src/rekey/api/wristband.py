from typing import Any, cast
from urllib.parse import quote

import httpx

from ..calls import Call
from ..models.wristband_change_password_input import WristbandChangePasswordInput
from ..models.wristband_email_auth_code_input import WristbandEmailAuthCodeInput
from ..models.wristband_email_auth_code_introspection import WristbandEmailAuthCodeIntrospection
from ..models.wristband_json_web_key_set import WristbandJsonWebKeySet
from ..models.wristband_password_reset_email_input import WristbandPasswordResetEmailInput
from ..models.wristband_password_reset_link import WristbandPasswordResetLink
from ..models.wristband_password_reset_link_input import WristbandPasswordResetLinkInput
from ..models.wristband_password_reset_request_input import WristbandPasswordResetRequestInput
from ..models.wristband_password_reset_request_result import WristbandPasswordResetRequestResult
from ..models.wristband_reset_password_input import WristbandResetPasswordInput
from ..models.wristband_reset_password_outcome import WristbandResetPasswordOutcome
from ..models.wristband_token_input import WristbandTokenInput
from ..models.wristband_token_result import WristbandTokenResult
from ..models.wristband_token_revocation_input import WristbandTokenRevocationInput
from ..models.wristband_verification_code_input import WristbandVerificationCodeInput
from ..models.wristband_verify_code_outcome import WristbandVerifyCodeOutcome
from ..transport import AsyncTransport, Transport


def _request_password_reset_call(
    *,
    body: WristbandPasswordResetRequestInput,
) -> Call[WristbandPasswordResetRequestResult]:
    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> WristbandPasswordResetRequestResult:
        response_200 = WristbandPasswordResetRequestResult.from_dict(response.json())

        return response_200

    return Call(
        operation="request_password_reset",
        surface="wristband",
        method="POST",
        path="/api/v1/password-reset/request-password-reset",
        parse=parse,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=False,
        oauth=False,
    )


def _send_password_reset_email_call(
    *,
    body: WristbandPasswordResetEmailInput,
) -> Call[WristbandPasswordResetRequestResult]:
    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> WristbandPasswordResetRequestResult:
        response_200 = WristbandPasswordResetRequestResult.from_dict(response.json())

        return response_200

    return Call(
        operation="send_password_reset_email",
        surface="wristband",
        method="POST",
        path="/api/v1/password-reset/send-password-reset-email",
        parse=parse,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=False,
        oauth=False,
    )


def _create_password_reset_link_call(
    *,
    body: WristbandPasswordResetLinkInput,
) -> Call[WristbandPasswordResetLink]:
    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> WristbandPasswordResetLink:
        response_200 = WristbandPasswordResetLink.from_dict(response.json())

        return response_200

    return Call(
        operation="create_password_reset_link",
        surface="wristband",
        method="POST",
        path="/api/v1/password-reset/create-password-reset-link",
        parse=parse,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=False,
        oauth=False,
    )


def _introspect_password_reset_email_auth_code_call(
    *,
    body: WristbandEmailAuthCodeInput,
) -> Call[WristbandEmailAuthCodeIntrospection]:
    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> WristbandEmailAuthCodeIntrospection:
        response_200 = WristbandEmailAuthCodeIntrospection.from_dict(response.json())

        return response_200

    return Call(
        operation="introspect_password_reset_email_auth_code",
        surface="wristband",
        method="POST",
        path="/api/v1/password-reset/introspect-email-auth-code",
        parse=parse,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=False,
        oauth=False,
    )


def _verify_code_call(
    *,
    body: WristbandVerificationCodeInput,
) -> Call[WristbandVerifyCodeOutcome]:
    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> WristbandVerifyCodeOutcome:
        response_200 = WristbandVerifyCodeOutcome.from_dict(response.json())

        return response_200

    return Call(
        operation="verify_code",
        surface="wristband",
        method="POST",
        path="/api/v1/password-reset/verify-code",
        parse=parse,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=False,
        oauth=False,
    )


def _reset_password_call(
    *,
    body: WristbandResetPasswordInput,
) -> Call[WristbandResetPasswordOutcome]:
    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> WristbandResetPasswordOutcome:
        response_200 = WristbandResetPasswordOutcome.from_dict(response.json())

        return response_200

    return Call(
        operation="reset_password",
        surface="wristband",
        method="POST",
        path="/api/v1/password-reset/reset-password",
        parse=parse,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=False,
        oauth=False,
    )


def _change_password_call(
    *,
    body: WristbandChangePasswordInput,
) -> Call[Any]:
    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> Any:
        response_204 = cast(Any, None)
        return response_204

    return Call(
        operation="change_password",
        surface="wristband",
        method="POST",
        path="/api/v1/change-password",
        parse=parse,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=False,
        oauth=False,
    )


def _delete_user_auth_sessions_call(
    user_id: str,
) -> Call[Any]:
    def parse(response: httpx.Response) -> Any:
        response_204 = cast(Any, None)
        return response_204

    return Call(
        operation="delete_user_auth_sessions",
        surface="wristband",
        method="DELETE",
        path="/api/v1/users/{user_id}/auth-sessions".format(
            user_id=quote(str(user_id), safe=""),
        ),
        parse=parse,
        keyed=False,
        oauth=False,
    )


def _revoke_refresh_token_call(
    refresh_token_id: str,
) -> Call[Any]:
    def parse(response: httpx.Response) -> Any:
        response_204 = cast(Any, None)
        return response_204

    return Call(
        operation="revoke_refresh_token",
        surface="wristband",
        method="POST",
        path="/api/v1/refresh-tokens/{refresh_token_id}/revoke".format(
            refresh_token_id=quote(str(refresh_token_id), safe=""),
        ),
        parse=parse,
        keyed=False,
        oauth=False,
    )


def _get_token_call(
    *,
    body: WristbandTokenInput,
) -> Call[WristbandTokenResult]:
    _kwargs: dict[str, Any] = {}
    _kwargs["data"] = body.to_dict()

    def parse(response: httpx.Response) -> WristbandTokenResult:
        response_200 = WristbandTokenResult.from_dict(response.json())

        return response_200

    return Call(
        operation="get_token",
        surface="wristband",
        method="POST",
        path="/api/v1/oauth2/token",
        parse=parse,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=False,
        oauth=True,
    )


def _revoke_token_call(
    *,
    body: WristbandTokenRevocationInput,
) -> Call[Any]:
    _kwargs: dict[str, Any] = {}
    _kwargs["data"] = body.to_dict()

    def parse(response: httpx.Response) -> Any:
        response_200 = cast(Any, None)
        return response_200

    return Call(
        operation="revoke_token",
        surface="wristband",
        method="POST",
        path="/api/v1/oauth2/revoke",
        parse=parse,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=False,
        oauth=True,
    )


def _get_jwks_call() -> Call[WristbandJsonWebKeySet]:
    def parse(response: httpx.Response) -> WristbandJsonWebKeySet:
        response_200 = WristbandJsonWebKeySet.from_dict(response.json())

        return response_200

    return Call(
        operation="get_jwks",
        surface="wristband",
        method="GET",
        path="/api/v1/oauth2/jwks",
        parse=parse,
        keyed=False,
        oauth=True,
    )


class WristbandApi:
    """The operations of the surface wristband."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def request_password_reset(
        self,
        *,
        body: WristbandPasswordResetRequestInput,
    ) -> WristbandPasswordResetRequestResult:
        """Ask for a password reset by address

        Writes a reset mail to this address, if it is a verified one of a user who can have it. The mail
        holds a link or an OTP, as the tenant has chosen. Without tenantId the default tenant of the
        application is meant.

        The answer is the same, in content and in time, for a known, an unknown, a disabled and a locked
        user, and when the limit of mails for the address is reached; a requestCode made for nobody simply
        never works. The password stays as it is and sessions go on. A later request ends the codes of an
        earlier one. By default a link lives 60 minutes and an OTP 10 minutes.

        An applicationId other than the caller's is refused with 403, whether it exists or not. Where a
        requestCode is sent, the answer is `Cache-Control: no-store`.

        Args:
            body: A request for a reset by address. The vendor publishes the three bounds, not the names.
        """
        return self._transport.send(
            _request_password_reset_call(
                body=body,
            )
        )

    def send_password_reset_email(
        self,
        *,
        body: WristbandPasswordResetEmailInput,
    ) -> WristbandPasswordResetRequestResult:
        """Send a reset mail to a user

        Writes a reset mail for the user with this id, with a link or an OTP as the tenant has chosen. The
        codes of earlier reset mails of the user end. The password stays as it is and sessions go on.

        A user outside the caller's reach is answered like one that does not exist. Where a requestCode is
        sent, the answer is `Cache-Control: no-store`.

        Args:
            body: The user who is to get a reset mail.
        """
        return self._transport.send(
            _send_password_reset_email_call(
                body=body,
            )
        )

    def create_password_reset_link(
        self,
        *,
        body: WristbandPasswordResetLinkInput,
    ) -> WristbandPasswordResetLink:
        """Create a reset link and return it

        Makes a reset link for the user and returns it to the caller, who delivers it; no mail is sent.
        Every older reset link of the user stops working. The password stays as it is and sessions go on. By
        default the link lives 60 minutes and works once.

        The address in the link comes from the configuration, never from the request (no header can change
        it). The answer holds a live code: it is `Cache-Control: no-store`, and the act is audited. A user
        outside the caller's reach is answered like one that does not exist.

        Args:
            body: The user who is to get a reset link.
        """
        return self._transport.send(
            _create_password_reset_link_call(
                body=body,
            )
        )

    def introspect_password_reset_email_auth_code(
        self,
        *,
        body: WristbandEmailAuthCodeInput,
    ) -> WristbandEmailAuthCodeIntrospection:
        """Look at the code of a reset mail

        Says whether the code of a mailed link still works, and whose it is. Looking consumes nothing,
        however often it is done, and lengthens nothing.

        A code that is unknown, used, superseded, expired or of another application is always the same 400,
        so nothing can be learnt from the difference. The answer is `Cache-Control: no-store`.

        Args:
            body: The code to look at.
        """
        return self._transport.send(
            _introspect_password_reset_email_auth_code_call(
                body=body,
            )
        )

    def verify_code(
        self,
        *,
        body: WristbandVerificationCodeInput,
    ) -> WristbandVerifyCodeOutcome:
        """Check the OTP of a reset mail

        Checks the OTP before the user is asked for a new password. A right OTP is not consumed: it is sent
        again, with the same requestCode, to reset-password.

        Every wrong try is counted, here and there together: after five an OTP is dead, and a budget for the
        user holds across all OTPs. Failed tries never hinder a login with the right password. A requestCode
        that was made for nobody, an unknown one, and a used, superseded, expired or exhausted OTP are the
        same 400 as a wrong OTP.

        Args:
            body: The OTP to check.
        """
        return self._transport.send(
            _verify_code_call(
                body=body,
            )
        )

    def reset_password(
        self,
        *,
        body: WristbandResetPasswordInput,
    ) -> WristbandResetPasswordOutcome:
        """Set a new password with the proof of a reset

        Replaces the password of the user to whom the proof belongs. There are three ways, and exactly one
        has to be taken:

        1. emailAuthCode, from a mail with a link; 2. requestCode and verificationCode, both, from a mail
        with an OTP; 3. passwordResetCode, from a link made by create-password-reset-link.

        More than one way, half of the second, or none at all is a 400 and counts as no try.

        On success, at once and together: the password is replaced, the proof and every other open reset of
        the user end, all sessions and refresh tokens of the user are revoked, a lockout is lifted, the
        "Password Updated" mail is queued unless it is suppressed (which is audited), and the act is
        audited. The user is not logged in by it, and MFA stays as it was.

        A password that the policy or the history refuses is a 400 that names every broken rule; the proof
        can be used again. A code that is unknown, used, superseded, expired, of another application or of a
        user who is not active is always the same 400 on its own field, and so is one that another call
        redeems in the same moment. Wrong OTPs are counted as in verify-code.

        A client should read `result` all the same: the vendor's own service answers 200 with other results
        too.

        Args:
            body: A new password and the proof in one of three ways; the fields of the other two have to be
                null or left out. The vendor document prints the first four names in its prose, and
                neither of the last two.
        """
        return self._transport.send(
            _reset_password_call(
                body=body,
            )
        )

    def change_password(
        self,
        *,
        body: WristbandChangePasswordInput,
    ) -> Any:
        """Change one's own password

        Replaces the password of the calling user, who has to know the present one. userId has to be the
        caller's own: any other id, known or not, is refused with 403, and so is a caller that is no user.

        On success, at once and together: all sessions and refresh tokens of the user are revoked, this
        call's own included, open resets of the user end, the "Password Updated" mail is queued, and the act
        is audited. A wrong present password is a 400 on currentPassword, changes nothing, and is counted
        like a failed login; while logins of the user are slowed down, the right one gets the same 400.

        Args:
            body: A change of one's own password.
        """
        return self._transport.send(
            _change_password_call(
                body=body,
            )
        )

    def delete_user_auth_sessions(
        self,
        user_id: str,
    ) -> Any:
        """End all sessions of a user

        Ends every session of the user, on every device, together with the refresh tokens that would bring
        them back; access tokens that come from them are refused from then on. The password stays. A user
        without sessions is answered alike, so repeating the call does no harm.

        With the Self boundary another user's id is refused with 403. With any other boundary, a user
        outside the caller's reach is answered like one that does not exist.

        Args:
        """
        return self._transport.send(
            _delete_user_auth_sessions_call(
                user_id=user_id,
            )
        )

    def revoke_refresh_token(
        self,
        refresh_token_id: str,
    ) -> Any:
        """Revoke a refresh token

        Revokes the refresh token with this id, together with all that were rotated from it and the access
        tokens they gave. The id is not the token: holding it allows nothing. A token that is revoked
        already is answered alike. The password and the other refresh tokens of the user stay.

        With the Self boundary only the caller's own tokens can be named. A token outside the caller's reach
        is answered like one that does not exist. The vendor prints the path without the `/api/v1` it has
        everywhere else; here it has it.

        Args:
        """
        return self._transport.send(
            _revoke_refresh_token_call(
                refresh_token_id=refresh_token_id,
            )
        )

    def get_token(
        self,
        *,
        body: WristbandTokenInput,
    ) -> WristbandTokenResult:
        """Get an access token

        The token endpoint of RFC 6749, for two grants. client_credentials gives an access token that
        carries the permissions of the client, and no refresh token. refresh_token exchanges a refresh token
        for a new pair: the old one is dead from then on, and using it again ends every token that came from
        it.

        The client shows itself by HTTP Basic, or by client_id and client_secret in the form; both at once
        is a 400, neither or a wrong one is a 401. A bearer token is not read here. An access token lives 15
        minutes at most.

        A refresh token that is unknown, used, revoked, expired or another client's is always the same
        invalid_grant. Answers are `Cache-Control: no-store`.

        Args:
            body: The form of the token endpoint.
        """
        return self._transport.send(
            _get_token_call(
                body=body,
            )
        )

    def revoke_token(
        self,
        *,
        body: WristbandTokenRevocationInput,
    ) -> Any:
        """Revoke a token

        The revocation endpoint of RFC 7009, for refresh tokens. The token, all that were rotated from it
        and the access tokens they gave stop working. An unknown, expired or already revoked token is
        answered with the same 200. Another client's token is refused with invalid_grant and goes on
        working; an access token is refused with unsupported_token_type, since it ends by itself within
        minutes.

        The client shows itself as at the token endpoint. A bearer token is not read here.

        Args:
            body: The form of the revocation endpoint.
        """
        return self._transport.send(
            _revoke_token_call(
                body=body,
            )
        )

    def get_jwks(
        self,
    ) -> WristbandJsonWebKeySet:
        """The keys that verify access tokens

        The public RSA keys with which access tokens are signed, as a key set of RFC 7517. During a change
        of keys it holds the old and the new one. No credential is read. The answer may be kept for five
        minutes (`Cache-Control: public, max-age=300`).

        """
        return self._transport.send(_get_jwks_call())


class AsyncWristbandApi:
    """The operations of the surface wristband, to be awaited."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def request_password_reset(
        self,
        *,
        body: WristbandPasswordResetRequestInput,
    ) -> WristbandPasswordResetRequestResult:
        """Ask for a password reset by address"""
        return await self._transport.send(
            _request_password_reset_call(
                body=body,
            )
        )

    async def send_password_reset_email(
        self,
        *,
        body: WristbandPasswordResetEmailInput,
    ) -> WristbandPasswordResetRequestResult:
        """Send a reset mail to a user"""
        return await self._transport.send(
            _send_password_reset_email_call(
                body=body,
            )
        )

    async def create_password_reset_link(
        self,
        *,
        body: WristbandPasswordResetLinkInput,
    ) -> WristbandPasswordResetLink:
        """Create a reset link and return it"""
        return await self._transport.send(
            _create_password_reset_link_call(
                body=body,
            )
        )

    async def introspect_password_reset_email_auth_code(
        self,
        *,
        body: WristbandEmailAuthCodeInput,
    ) -> WristbandEmailAuthCodeIntrospection:
        """Look at the code of a reset mail"""
        return await self._transport.send(
            _introspect_password_reset_email_auth_code_call(
                body=body,
            )
        )

    async def verify_code(
        self,
        *,
        body: WristbandVerificationCodeInput,
    ) -> WristbandVerifyCodeOutcome:
        """Check the OTP of a reset mail"""
        return await self._transport.send(
            _verify_code_call(
                body=body,
            )
        )

    async def reset_password(
        self,
        *,
        body: WristbandResetPasswordInput,
    ) -> WristbandResetPasswordOutcome:
        """Set a new password with the proof of a reset"""
        return await self._transport.send(
            _reset_password_call(
                body=body,
            )
        )

    async def change_password(
        self,
        *,
        body: WristbandChangePasswordInput,
    ) -> Any:
        """Change one's own password"""
        return await self._transport.send(
            _change_password_call(
                body=body,
            )
        )

    async def delete_user_auth_sessions(
        self,
        user_id: str,
    ) -> Any:
        """End all sessions of a user"""
        return await self._transport.send(
            _delete_user_auth_sessions_call(
                user_id=user_id,
            )
        )

    async def revoke_refresh_token(
        self,
        refresh_token_id: str,
    ) -> Any:
        """Revoke a refresh token"""
        return await self._transport.send(
            _revoke_refresh_token_call(
                refresh_token_id=refresh_token_id,
            )
        )

    async def get_token(
        self,
        *,
        body: WristbandTokenInput,
    ) -> WristbandTokenResult:
        """Get an access token"""
        return await self._transport.send(
            _get_token_call(
                body=body,
            )
        )

    async def revoke_token(
        self,
        *,
        body: WristbandTokenRevocationInput,
    ) -> Any:
        """Revoke a token"""
        return await self._transport.send(
            _revoke_token_call(
                body=body,
            )
        )

    async def get_jwks(
        self,
    ) -> WristbandJsonWebKeySet:
        """The keys that verify access tokens"""
        return await self._transport.send(_get_jwks_call())
