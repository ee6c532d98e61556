from typing import Any, cast

import httpx

from ..calls import Call
from ..models.boomi_change_password import BoomiChangePassword
from ..models.boomi_change_password_answer import BoomiChangePasswordAnswer
from ..models.boomi_forgot_model import BoomiForgotModel
from ..models.boomi_login_model import BoomiLoginModel
from ..models.boomi_password_model import BoomiPasswordModel
from ..models.boomi_refresh_token_model import BoomiRefreshTokenModel
from ..models.boomi_resend_mfa import BoomiResendMfa
from ..models.boomi_token_pair import BoomiTokenPair
from ..transport import AsyncTransport, Transport
from ..types import UNSET, Unset


def _validate_password_set_link_call(
    *,
    key: str | Unset = UNSET,
) -> Call[BoomiPasswordModel]:
    params: dict[str, Any] = {}

    params["key"] = key

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    def parse(response: httpx.Response) -> BoomiPasswordModel:
        response_200 = BoomiPasswordModel.from_dict(response.json())

        return response_200

    return Call(
        operation="validate_password_set_link",
        surface="boomi",
        method="GET",
        path="/api/Password/setPassword",
        parse=parse,
        query=params,
        keyed=False,
        oauth=False,
    )


def _set_password_call(
    *,
    body: BoomiPasswordModel,
) -> Call[str]:
    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> str:
        response_200 = cast(str, response.json())
        return response_200

    return Call(
        operation="set_password",
        surface="boomi",
        method="POST",
        path="/api/Password/setPassword",
        parse=parse,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=False,
        oauth=False,
    )


def _validate_password_reset_link_call(
    *,
    key: str | Unset = UNSET,
) -> Call[BoomiPasswordModel]:
    params: dict[str, Any] = {}

    params["key"] = key

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    def parse(response: httpx.Response) -> BoomiPasswordModel:
        response_200 = BoomiPasswordModel.from_dict(response.json())

        return response_200

    return Call(
        operation="validate_password_reset_link",
        surface="boomi",
        method="GET",
        path="/api/Password/resetPassword",
        parse=parse,
        query=params,
        keyed=False,
        oauth=False,
    )


def _reset_password_call(
    *,
    body: BoomiPasswordModel,
) -> Call[str]:
    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> str:
        response_200 = cast(str, response.json())
        return response_200

    return Call(
        operation="reset_password",
        surface="boomi",
        method="POST",
        path="/api/Password/resetPassword",
        parse=parse,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=False,
        oauth=False,
    )


def _forgot_password_call(
    *,
    body: BoomiForgotModel,
) -> Call[Any]:
    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> Any:
        response_200 = cast(Any, None)
        return response_200

    return Call(
        operation="forgot_password",
        surface="boomi",
        method="POST",
        path="/api/ForgotUser/forgotPassword",
        parse=parse,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=False,
        oauth=False,
    )


def _forgot_username_call(
    *,
    body: BoomiForgotModel,
) -> Call[Any]:
    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> Any:
        response_200 = cast(Any, None)
        return response_200

    return Call(
        operation="forgot_username",
        surface="boomi",
        method="POST",
        path="/api/ForgotUser/forgotUsername",
        parse=parse,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=False,
        oauth=False,
    )


def _authenticate_call(
    *,
    body: BoomiLoginModel,
) -> Call[BoomiTokenPair]:
    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> BoomiTokenPair:
        response_200 = BoomiTokenPair.from_dict(response.json())

        return response_200

    return Call(
        operation="authenticate",
        surface="boomi",
        method="POST",
        path="/api/Users/authenticate",
        parse=parse,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=False,
        oauth=False,
    )


def _refresh_token_call(
    *,
    body: BoomiRefreshTokenModel,
) -> Call[BoomiTokenPair]:
    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> BoomiTokenPair:
        response_200 = BoomiTokenPair.from_dict(response.json())

        return response_200

    return Call(
        operation="refresh_token",
        surface="boomi",
        method="POST",
        path="/api/Users/refreshToken",
        parse=parse,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=False,
        oauth=False,
    )


def _resend_mfa_call(
    *,
    body: BoomiResendMfa,
) -> Call[Any]:
    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> Any:
        response_200 = cast(Any, None)
        return response_200

    return Call(
        operation="resend_mfa",
        surface="boomi",
        method="POST",
        path="/api/Users/resendMfa",
        parse=parse,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=False,
        oauth=False,
    )


def _change_password_call(
    *,
    body: BoomiChangePassword,
) -> Call[BoomiChangePasswordAnswer]:
    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> BoomiChangePasswordAnswer:
        response_200 = BoomiChangePasswordAnswer.from_dict(response.json())

        return response_200

    return Call(
        operation="change_password",
        surface="boomi",
        method="POST",
        path="/api/Account/changePassword",
        parse=parse,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=False,
        oauth=False,
    )


class BoomiApi:
    """The operations of the surface boomi."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def validate_password_set_link(
        self,
        *,
        key: str | Unset = UNSET,
    ) -> BoomiPasswordModel:
        """Check a set-password link

        Answers the model of a live set link: the key, the user name, and whether the user has a second
        factor (which decides how long the new password must be). Both password fields are always null.

        Checking consumes nothing, however often it happens, so mail scanners and prefetching do no harm.
        Keys of reset links are unknown here. The answer carries `Cache-Control: no-store`.

        Args:
        """
        return self._transport.send(
            _validate_password_set_link_call(
                key=key,
            )
        )

    def set_password(
        self,
        *,
        body: BoomiPasswordModel,
    ) -> str:
        """Set the first password through a set link

        Redeems a set link and stores the user's first password. Both entries must agree and meet the
        policy; a refusal for either reason leaves the link alive. On success the link is used up, the
        user's sessions and refresh tokens end, and the user is told by mail.

        `username` and `mfaEnabled` are accepted because the model of the check is sent back as it came.
        They are never stored: a link cannot rename anybody or switch a second factor off. Nobody is logged
        in by this.

        The answer is a bare string, as JSON.

        Args:
            body: The answer of a link check and the body of a redemption; one model for both, as with the
                vendor. No field is required by the schema: a redemption without a key is answered like
                one with an unknown key.
        """
        return self._transport.send(
            _set_password_call(
                body=body,
            )
        )

    def validate_password_reset_link(
        self,
        *,
        key: str | Unset = UNSET,
    ) -> BoomiPasswordModel:
        """Check a reset-password link

        Answers the model of a live reset link: the key, the user name, and whether the user has a second
        factor (which decides how long the new password must be). Both password fields are always null.

        Checking consumes nothing, however often it happens, so mail scanners and prefetching do no harm.
        Keys of set links are unknown here. The answer carries `Cache-Control: no-store`.

        Args:
        """
        return self._transport.send(
            _validate_password_reset_link_call(
                key=key,
            )
        )

    def reset_password(
        self,
        *,
        body: BoomiPasswordModel,
    ) -> str:
        """Reset a forgotten password through a reset link

        Redeems a reset link and replaces the user's password. Both entries must agree and meet policy and
        history; a refusal for any of these reasons leaves the link alive. On success the link is used up,
        other links of the user die, sessions and refresh tokens end, a lockout is lifted, and the user is
        told by mail.

        `username` and `mfaEnabled` are accepted because the model of the check is sent back as it came.
        They are never stored: a reset cannot switch a second factor off. Nobody is logged in by this.

        The answer is a bare string, as JSON.

        Args:
            body: The answer of a link check and the body of a redemption; one model for both, as with the
                vendor. No field is required by the schema: a redemption without a key is answered like
                one with an unknown key.
        """
        return self._transport.send(
            _reset_password_call(
                body=body,
            )
        )

    def forgot_password(
        self,
        *,
        body: BoomiForgotModel,
    ) -> Any:
        """Ask for a reset link by mail

        Mails a reset link to the user named by `username` or, if that is missing, by `emailAddress`. The
        older reset links of that user die. The mail goes to the user's verified address that was named,
        else to his primary one.

        The answer is the same, in body and in time, for known, unknown, disabled, locked and directory
        users: it says only that the request was understood. No password changes, no session ends, and
        nothing is sent to an address that the user does not have. At least one of the two fields is needed.

        Args:
            body: Who forgot what. One model serves both operations.
        """
        return self._transport.send(
            _forgot_password_call(
                body=body,
            )
        )

    def forgot_username(
        self,
        *,
        body: BoomiForgotModel,
    ) -> Any:
        """Ask for the user name by mail

        Mails the user name, or the names if several users share it, to the stored address that equals
        `emailAddress`.

        The answer is the same, in body and in time, whether anybody has that address or not. No link is
        made, nothing changes, and `username` is ignored.

        Args:
            body: Who forgot what. One model serves both operations.
        """
        return self._transport.send(
            _forgot_username_call(
                body=body,
            )
        )

    def authenticate(
        self,
        *,
        body: BoomiLoginModel,
    ) -> BoomiTokenPair:
        """Log in

        Checks user name and password and answers an access token and a refresh token, with `Cache-Control:
        no-store`.

        A user with a second factor who sends no `oneTimePasscode` is answered 409: a code was mailed, and
        the same call with that code finishes the login. A user with an authenticator app is mailed nothing:
        the same call with the app's code, or with a recovery code, finishes the login. The challenge is
        revealed only after the right password. 401 does not tell an unknown user, a wrong password, a wrong
        code, a disabled and a locked user apart.

        A right password that is expired, temporary or marked for change opens no session: the 401 then has
        the type `urn:rekey:fault:password_change_required` and a `key` with which resetPassword sets a new
        password.

        An `Authorization` header is not read, so a stale one does no harm.

        Args:
            body: User name and password, and the mailed code on the second call. Mind the capital N, which
                is the vendor's.
        """
        return self._transport.send(
            _authenticate_call(
                body=body,
            )
        )

    def refresh_token(
        self,
        *,
        body: BoomiRefreshTokenModel,
    ) -> BoomiTokenPair:
        """Exchange a refresh token for new tokens

        Answers a new access token and a new refresh token, with `Cache-Control: no-store`; the refresh
        token that was sent is used up. Sending a used one again ends every token of that login, because one
        of the two senders is not the user. Unknown, used, revoked and expired tokens are answered alike
        with 401.

        An `Authorization` header is not read, so an expired access token in it does no harm.

        Args:
            body: The refresh token to be exchanged. It is needed although the vendor marks it optional.
        """
        return self._transport.send(
            _refresh_token_call(
                body=body,
            )
        )

    def resend_mfa(
        self,
        *,
        body: BoomiResendMfa,
    ) -> Any:
        """Send the login code again

        Mails a new code for the challenge `sid`; the earlier code dies. The answer is the same whether the
        challenge exists or not. The code goes to the user's stored address alone: if `email` names another,
        no mail is sent. Codes per challenge and per account are limited, and sending again does not refund
        a wrong guess.

        An `Authorization` header is not read.

        Args:
            body: Which challenge needs a new code.
        """
        return self._transport.send(
            _resend_mfa_call(
                body=body,
            )
        )

    def change_password(
        self,
        *,
        body: BoomiChangePassword,
    ) -> BoomiChangePasswordAnswer:
        """Change one's own password

        Replaces the password of the user whose access token is sent, after checking the current one. Both
        entries of the new password must agree and meet policy and history. On success all of the user's
        sessions and refresh tokens end, this one too: the user logs in again, as with the vendor.

        Only a user's own access token is accepted; an API key is answered 403, and so is a `userId` that is
        not the user's own. A wrong current password is a 400, not a 401, since the token itself is good.

        Args:
            body: The current password and the new one, entered twice. All three are needed although the
                vendor marks them optional.
        """
        return self._transport.send(
            _change_password_call(
                body=body,
            )
        )


class AsyncBoomiApi:
    """The operations of the surface boomi, to be awaited."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def validate_password_set_link(
        self,
        *,
        key: str | Unset = UNSET,
    ) -> BoomiPasswordModel:
        """Check a set-password link"""
        return await self._transport.send(
            _validate_password_set_link_call(
                key=key,
            )
        )

    async def set_password(
        self,
        *,
        body: BoomiPasswordModel,
    ) -> str:
        """Set the first password through a set link"""
        return await self._transport.send(
            _set_password_call(
                body=body,
            )
        )

    async def validate_password_reset_link(
        self,
        *,
        key: str | Unset = UNSET,
    ) -> BoomiPasswordModel:
        """Check a reset-password link"""
        return await self._transport.send(
            _validate_password_reset_link_call(
                key=key,
            )
        )

    async def reset_password(
        self,
        *,
        body: BoomiPasswordModel,
    ) -> str:
        """Reset a forgotten password through a reset link"""
        return await self._transport.send(
            _reset_password_call(
                body=body,
            )
        )

    async def forgot_password(
        self,
        *,
        body: BoomiForgotModel,
    ) -> Any:
        """Ask for a reset link by mail"""
        return await self._transport.send(
            _forgot_password_call(
                body=body,
            )
        )

    async def forgot_username(
        self,
        *,
        body: BoomiForgotModel,
    ) -> Any:
        """Ask for the user name by mail"""
        return await self._transport.send(
            _forgot_username_call(
                body=body,
            )
        )

    async def authenticate(
        self,
        *,
        body: BoomiLoginModel,
    ) -> BoomiTokenPair:
        """Log in"""
        return await self._transport.send(
            _authenticate_call(
                body=body,
            )
        )

    async def refresh_token(
        self,
        *,
        body: BoomiRefreshTokenModel,
    ) -> BoomiTokenPair:
        """Exchange a refresh token for new tokens"""
        return await self._transport.send(
            _refresh_token_call(
                body=body,
            )
        )

    async def resend_mfa(
        self,
        *,
        body: BoomiResendMfa,
    ) -> Any:
        """Send the login code again"""
        return await self._transport.send(
            _resend_mfa_call(
                body=body,
            )
        )

    async def change_password(
        self,
        *,
        body: BoomiChangePassword,
    ) -> BoomiChangePasswordAnswer:
        """Change one's own password"""
        return await self._transport.send(
            _change_password_call(
                body=body,
            )
        )
