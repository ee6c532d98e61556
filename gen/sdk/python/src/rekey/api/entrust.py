from typing import Any, cast
from urllib.parse import quote

import httpx

from ..calls import Call
from ..models.entrust_admin_api_authentication import EntrustAdminApiAuthentication
from ..models.entrust_admin_api_authentication_result import EntrustAdminApiAuthenticationResult
from ..models.entrust_user_password import EntrustUserPassword
from ..models.entrust_user_password_parms import EntrustUserPasswordParms
from ..models.entrust_user_password_settings import EntrustUserPasswordSettings
from ..models.entrust_user_password_validate_parms import EntrustUserPasswordValidateParms
from ..models.entrust_user_password_validation_response import EntrustUserPasswordValidationResponse
from ..transport import AsyncTransport, Transport


def _authenticate_admin_api_using_post_call(
    *,
    body: EntrustAdminApiAuthentication,
) -> Call[EntrustAdminApiAuthenticationResult]:
    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> EntrustAdminApiAuthenticationResult:
        response_200 = EntrustAdminApiAuthenticationResult.from_dict(response.json())

        return response_200

    return Call(
        operation="authenticate_admin_api_using_post",
        surface="entrust",
        method="POST",
        path="/api/web/v1/adminapi/authenticate",
        parse=parse,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=False,
        oauth=False,
    )


def _get_user_password_using_get_call(
    userid: str,
) -> Call[EntrustUserPassword]:
    def parse(response: httpx.Response) -> EntrustUserPassword:
        response_200 = EntrustUserPassword.from_dict(response.json())

        return response_200

    return Call(
        operation="get_user_password_using_get",
        surface="entrust",
        method="GET",
        path="/api/web/v1/users/{userid}/passwords".format(
            userid=quote(str(userid), safe=""),
        ),
        parse=parse,
        keyed=False,
        oauth=False,
    )


def _set_user_password_using_put_call(
    userid: str,
    *,
    body: EntrustUserPasswordParms,
) -> Call[EntrustUserPassword]:
    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> EntrustUserPassword:
        response_200 = EntrustUserPassword.from_dict(response.json())

        return response_200

    return Call(
        operation="set_user_password_using_put",
        surface="entrust",
        method="PUT",
        path="/api/web/v1/users/{userid}/passwords".format(
            userid=quote(str(userid), safe=""),
        ),
        parse=parse,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=False,
        oauth=False,
    )


def _delete_user_password_using_delete_call(
    userid: str,
) -> Call[Any]:
    def parse(response: httpx.Response) -> Any:
        response_200 = cast(Any, None)
        return response_200

    return Call(
        operation="delete_user_password_using_delete",
        surface="entrust",
        method="DELETE",
        path="/api/web/v1/users/{userid}/passwords".format(
            userid=quote(str(userid), safe=""),
        ),
        parse=parse,
        keyed=False,
        oauth=False,
    )


def _validate_user_password_using_post_call(
    userid: str,
    *,
    body: EntrustUserPasswordValidateParms,
) -> Call[EntrustUserPasswordValidationResponse]:
    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> EntrustUserPasswordValidationResponse:
        response_200 = EntrustUserPasswordValidationResponse.from_dict(response.json())

        return response_200

    return Call(
        operation="validate_user_password_using_post",
        surface="entrust",
        method="POST",
        path="/api/web/v1/users/{userid}/password/validate".format(
            userid=quote(str(userid), safe=""),
        ),
        parse=parse,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=False,
        oauth=False,
    )


def _send_password_expiry_notification_using_put_call(
    userid: str,
) -> Call[Any]:
    def parse(response: httpx.Response) -> Any:
        response_200 = cast(Any, None)
        return response_200

    return Call(
        operation="send_password_expiry_notification_using_put",
        surface="entrust",
        method="PUT",
        path="/api/web/v1/users/{userid}/password/notify".format(
            userid=quote(str(userid), safe=""),
        ),
        parse=parse,
        keyed=False,
        oauth=False,
    )


def _get_user_password_settings_using_get_call(
    userid: str,
) -> Call[EntrustUserPasswordSettings]:
    def parse(response: httpx.Response) -> EntrustUserPasswordSettings:
        response_200 = EntrustUserPasswordSettings.from_dict(response.json())

        return response_200

    return Call(
        operation="get_user_password_settings_using_get",
        surface="entrust",
        method="GET",
        path="/api/web/v1/users/{userid}/settings/password".format(
            userid=quote(str(userid), safe=""),
        ),
        parse=parse,
        keyed=False,
        oauth=False,
    )


class EntrustApi:
    """The operations of the surface entrust."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def authenticate_admin_api_using_post(
        self,
        *,
        body: EntrustAdminApiAuthentication,
    ) -> EntrustAdminApiAuthenticationResult:
        """Obtain a token for an administration application

        Exchanges the id and the shared secret of an administration application for a token that lives
        fifteen minutes, answered with `Cache-Control: no-store`. There is no refresh token; ask again when
        it has expired. The token can do what the application's permissions and boundaries allow at the time
        of each call.

        An unknown application, a wrong secret and a revoked application are answered alike with 401. An
        `Authorization` header is not read, so an expired token in it does no harm.

        Args:
            body: The credentials of an administration application.
        """
        return self._transport.send(
            _authenticate_admin_api_using_post_call(
                body=body,
            )
        )

    def get_user_password_using_get(
        self,
        userid: str,
    ) -> EntrustUserPassword:
        """Describe a user's password

        Answers whether the user has a password, when it was changed last, when it expires, when the user
        will next be warned, and whether a change is forced. It never answers the password: `newPassword` is
        always absent. A user without a password is answered 200 with `present` false.

        Args:
        """
        return self._transport.send(
            _get_user_password_using_get_call(
                userid=userid,
            )
        )

    def set_user_password_using_put(
        self,
        userid: str,
        *,
        body: EntrustUserPasswordParms,
    ) -> EntrustUserPassword:
        """Set a user password

        Sets, generates or imports the password of a user. All of the user's sessions and refresh tokens and
        all outstanding links end. Policy and history apply to a given password; a refusal lists every
        broken rule.

        - `generatePassword` makes a random password that meets the policy; `password` is then ignored.
        - `returnPassword` answers a generated password once in `newPassword`. It has no effect on a
        password that   the caller sent. Every answer carries `Cache-Control: no-store`.
        - `emailPassword` is true unless false is sent. A generated password is mailed for one use, with a
        forced change;   for a chosen one the mail carries a one-time link instead, unless the tenant wants
        the vendor's way.
        - `passwordFormat` BCRYPT imports a hash given in `password`, without policy. The user must be
        local,   `currentPassword` must be null, and `generatePassword`, `emailPassword` and
        `returnPassword` must be false.   As `emailPassword` defaults to true, it has to be sent as false.
        Only the modular crypt form of bcrypt with   an acceptable cost is taken.
        - `currentPassword` is only for users of a directory. It is refused for local users. Until a
        directory is   configured, the passwords of its users cannot be set.
        - `expiryTime` lies in the future, and at most 36,500 days ahead.
        - `clearPasswordHistory` forgets the history first, so that an old password may come back.

        Args:
            body: The new password, or how to make one, and what to do around it. Every field is optional.
        """
        return self._transport.send(
            _set_user_password_using_put_call(
                userid=userid,
                body=body,
            )
        )

    def delete_user_password_using_delete(
        self,
        userid: str,
    ) -> Any:
        """Remove a user's password

        Removes the password, so that the user cannot log in with one until another is set. Sessions and
        refresh tokens end. The user and his password history stay. The answer is 200 with an empty body,
        not 204.

        Args:
        """
        return self._transport.send(
            _delete_user_password_using_delete_call(
                userid=userid,
            )
        )

    def validate_user_password_using_post(
        self,
        userid: str,
        *,
        body: EntrustUserPasswordValidateParms,
    ) -> EntrustUserPasswordValidationResponse:
        """Check a candidate password

        Tries a candidate against the rules that setting a password would apply to this user, by the same
        engine, and answers one flag a rule: true means that the candidate passes. A bad candidate is still
        answered 200. Flags of rules that the tenant does not use are true; the setter takes what has no
        false flag. Those that only a directory could judge are absent, and `passwordHistory` is when it was
        left out.

        Nothing is stored and nothing is sent. It does not tell whether the candidate is the current
        password, other than through the history rule, which `ignorePasswordHistory` leaves out.

        Args:
            body: The candidate.
        """
        return self._transport.send(
            _validate_user_password_using_post_call(
                userid=userid,
                body=body,
            )
        )

    def send_password_expiry_notification_using_put(
        self,
        userid: str,
    ) -> Any:
        """Warn a user that the password expires

        Mails the user when the password expires and where to change it, now, whatever the schedule says.
        The scheduled warning is still sent when it is due. The password, its expiry and the sessions stay
        as they are.

        There is no request body. A password without an expiry is answered 400, since there is nothing to
        warn about. The answer is 200 with an empty body.

        Args:
        """
        return self._transport.send(
            _send_password_expiry_notification_using_put_call(
                userid=userid,
            )
        )

    def get_user_password_settings_using_get(
        self,
        userid: str,
    ) -> EntrustUserPasswordSettings:
        """Read the password rules of a user

        Answers the rules that setting a password would apply to this user, with his second factor taken
        into account (it shortens the minimum length). Rules that the tenant does not use are answered by
        the value that switches them off. Nothing about the user's own password is told.

        Args:
        """
        return self._transport.send(
            _get_user_password_settings_using_get_call(
                userid=userid,
            )
        )


class AsyncEntrustApi:
    """The operations of the surface entrust, to be awaited."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def authenticate_admin_api_using_post(
        self,
        *,
        body: EntrustAdminApiAuthentication,
    ) -> EntrustAdminApiAuthenticationResult:
        """Obtain a token for an administration application"""
        return await self._transport.send(
            _authenticate_admin_api_using_post_call(
                body=body,
            )
        )

    async def get_user_password_using_get(
        self,
        userid: str,
    ) -> EntrustUserPassword:
        """Describe a user's password"""
        return await self._transport.send(
            _get_user_password_using_get_call(
                userid=userid,
            )
        )

    async def set_user_password_using_put(
        self,
        userid: str,
        *,
        body: EntrustUserPasswordParms,
    ) -> EntrustUserPassword:
        """Set a user password"""
        return await self._transport.send(
            _set_user_password_using_put_call(
                userid=userid,
                body=body,
            )
        )

    async def delete_user_password_using_delete(
        self,
        userid: str,
    ) -> Any:
        """Remove a user's password"""
        return await self._transport.send(
            _delete_user_password_using_delete_call(
                userid=userid,
            )
        )

    async def validate_user_password_using_post(
        self,
        userid: str,
        *,
        body: EntrustUserPasswordValidateParms,
    ) -> EntrustUserPasswordValidationResponse:
        """Check a candidate password"""
        return await self._transport.send(
            _validate_user_password_using_post_call(
                userid=userid,
                body=body,
            )
        )

    async def send_password_expiry_notification_using_put(
        self,
        userid: str,
    ) -> Any:
        """Warn a user that the password expires"""
        return await self._transport.send(
            _send_password_expiry_notification_using_put_call(
                userid=userid,
            )
        )

    async def get_user_password_settings_using_get(
        self,
        userid: str,
    ) -> EntrustUserPasswordSettings:
        """Read the password rules of a user"""
        return await self._transport.send(
            _get_user_password_settings_using_get_call(
                userid=userid,
            )
        )
