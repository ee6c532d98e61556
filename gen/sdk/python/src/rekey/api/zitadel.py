from typing import Any
from urllib.parse import quote

import httpx

from ..calls import Call
from ..models.zitadel_create_invite_code_input import ZitadelCreateInviteCodeInput
from ..models.zitadel_create_invite_code_output import ZitadelCreateInviteCodeOutput
from ..models.zitadel_create_session_input import ZitadelCreateSessionInput
from ..models.zitadel_create_session_output import ZitadelCreateSessionOutput
from ..models.zitadel_delete_session_output import ZitadelDeleteSessionOutput
from ..models.zitadel_get_lockout_settings_output import ZitadelGetLockoutSettingsOutput
from ..models.zitadel_get_password_complexity_settings_output import ZitadelGetPasswordComplexitySettingsOutput
from ..models.zitadel_get_password_expiry_settings_output import ZitadelGetPasswordExpirySettingsOutput
from ..models.zitadel_get_session_output import ZitadelGetSessionOutput
from ..models.zitadel_list_sessions_input import ZitadelListSessionsInput
from ..models.zitadel_list_sessions_output import ZitadelListSessionsOutput
from ..models.zitadel_lock_user_input import ZitadelLockUserInput
from ..models.zitadel_lock_user_output import ZitadelLockUserOutput
from ..models.zitadel_password_reset_input import ZitadelPasswordResetInput
from ..models.zitadel_password_reset_output import ZitadelPasswordResetOutput
from ..models.zitadel_resend_invite_code_input import ZitadelResendInviteCodeInput
from ..models.zitadel_resend_invite_code_output import ZitadelResendInviteCodeOutput
from ..models.zitadel_set_password_input import ZitadelSetPasswordInput
from ..models.zitadel_set_password_output import ZitadelSetPasswordOutput
from ..models.zitadel_set_session_input import ZitadelSetSessionInput
from ..models.zitadel_set_session_output import ZitadelSetSessionOutput
from ..models.zitadel_unlock_user_input import ZitadelUnlockUserInput
from ..models.zitadel_unlock_user_output import ZitadelUnlockUserOutput
from ..models.zitadel_update_user_input import ZitadelUpdateUserInput
from ..models.zitadel_update_user_output import ZitadelUpdateUserOutput
from ..models.zitadel_verify_invite_code_input import ZitadelVerifyInviteCodeInput
from ..models.zitadel_verify_invite_code_output import ZitadelVerifyInviteCodeOutput
from ..transport import AsyncTransport, Transport
from ..types import UNSET, Unset


def _password_reset_call(
    user_id: str,
    *,
    body: ZitadelPasswordResetInput,
) -> Call[ZitadelPasswordResetOutput]:
    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> ZitadelPasswordResetOutput:
        response_200 = ZitadelPasswordResetOutput.from_dict(response.json())

        return response_200

    return Call(
        operation="password_reset",
        surface="zitadel",
        method="POST",
        path="/v2/users/{user_id}/password_reset".format(
            user_id=quote(str(user_id), safe=""),
        ),
        parse=parse,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=False,
        oauth=False,
    )


def _set_password_call(
    user_id: str,
    *,
    body: ZitadelSetPasswordInput,
) -> Call[ZitadelSetPasswordOutput]:
    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> ZitadelSetPasswordOutput:
        response_200 = ZitadelSetPasswordOutput.from_dict(response.json())

        return response_200

    return Call(
        operation="set_password",
        surface="zitadel",
        method="POST",
        path="/v2/users/{user_id}/password".format(
            user_id=quote(str(user_id), safe=""),
        ),
        parse=parse,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=False,
        oauth=False,
    )


def _update_user_call(
    user_id: str,
    *,
    body: ZitadelUpdateUserInput,
) -> Call[ZitadelUpdateUserOutput]:
    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> ZitadelUpdateUserOutput:
        response_200 = ZitadelUpdateUserOutput.from_dict(response.json())

        return response_200

    return Call(
        operation="update_user",
        surface="zitadel",
        method="PATCH",
        path="/v2/users/{user_id}".format(
            user_id=quote(str(user_id), safe=""),
        ),
        parse=parse,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=False,
        oauth=False,
    )


def _lock_user_call(
    user_id: str,
    *,
    body: ZitadelLockUserInput,
) -> Call[ZitadelLockUserOutput]:
    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> ZitadelLockUserOutput:
        response_200 = ZitadelLockUserOutput.from_dict(response.json())

        return response_200

    return Call(
        operation="lock_user",
        surface="zitadel",
        method="POST",
        path="/v2/users/{user_id}/lock".format(
            user_id=quote(str(user_id), safe=""),
        ),
        parse=parse,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=False,
        oauth=False,
    )


def _unlock_user_call(
    user_id: str,
    *,
    body: ZitadelUnlockUserInput,
) -> Call[ZitadelUnlockUserOutput]:
    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> ZitadelUnlockUserOutput:
        response_200 = ZitadelUnlockUserOutput.from_dict(response.json())

        return response_200

    return Call(
        operation="unlock_user",
        surface="zitadel",
        method="POST",
        path="/v2/users/{user_id}/unlock".format(
            user_id=quote(str(user_id), safe=""),
        ),
        parse=parse,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=False,
        oauth=False,
    )


def _create_invite_code_call(
    user_id: str,
    *,
    body: ZitadelCreateInviteCodeInput,
) -> Call[ZitadelCreateInviteCodeOutput]:
    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> ZitadelCreateInviteCodeOutput:
        response_200 = ZitadelCreateInviteCodeOutput.from_dict(response.json())

        return response_200

    return Call(
        operation="create_invite_code",
        surface="zitadel",
        method="POST",
        path="/v2/users/{user_id}/invite_code".format(
            user_id=quote(str(user_id), safe=""),
        ),
        parse=parse,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=False,
        oauth=False,
    )


def _resend_invite_code_call(
    user_id: str,
    *,
    body: ZitadelResendInviteCodeInput,
) -> Call[ZitadelResendInviteCodeOutput]:
    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> ZitadelResendInviteCodeOutput:
        response_200 = ZitadelResendInviteCodeOutput.from_dict(response.json())

        return response_200

    return Call(
        operation="resend_invite_code",
        surface="zitadel",
        method="POST",
        path="/v2/users/{user_id}/invite_code/resend".format(
            user_id=quote(str(user_id), safe=""),
        ),
        parse=parse,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=False,
        oauth=False,
    )


def _verify_invite_code_call(
    user_id: str,
    *,
    body: ZitadelVerifyInviteCodeInput,
) -> Call[ZitadelVerifyInviteCodeOutput]:
    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> ZitadelVerifyInviteCodeOutput:
        response_200 = ZitadelVerifyInviteCodeOutput.from_dict(response.json())

        return response_200

    return Call(
        operation="verify_invite_code",
        surface="zitadel",
        method="POST",
        path="/v2/users/{user_id}/invite_code/verify".format(
            user_id=quote(str(user_id), safe=""),
        ),
        parse=parse,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=False,
        oauth=False,
    )


def _get_password_complexity_settings_call(
    *,
    ctx_org_id: str | Unset = UNSET,
    ctx_instance: bool | Unset = UNSET,
) -> Call[ZitadelGetPasswordComplexitySettingsOutput]:
    params: dict[str, Any] = {}

    params["ctx.orgId"] = ctx_org_id

    params["ctx.instance"] = ctx_instance

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    def parse(response: httpx.Response) -> ZitadelGetPasswordComplexitySettingsOutput:
        response_200 = ZitadelGetPasswordComplexitySettingsOutput.from_dict(response.json())

        return response_200

    return Call(
        operation="get_password_complexity_settings",
        surface="zitadel",
        method="GET",
        path="/v2/settings/password/complexity",
        parse=parse,
        query=params,
        keyed=False,
        oauth=False,
    )


def _get_password_expiry_settings_call(
    *,
    ctx_org_id: str | Unset = UNSET,
    ctx_instance: bool | Unset = UNSET,
) -> Call[ZitadelGetPasswordExpirySettingsOutput]:
    params: dict[str, Any] = {}

    params["ctx.orgId"] = ctx_org_id

    params["ctx.instance"] = ctx_instance

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    def parse(response: httpx.Response) -> ZitadelGetPasswordExpirySettingsOutput:
        response_200 = ZitadelGetPasswordExpirySettingsOutput.from_dict(response.json())

        return response_200

    return Call(
        operation="get_password_expiry_settings",
        surface="zitadel",
        method="GET",
        path="/v2/settings/password/expiry",
        parse=parse,
        query=params,
        keyed=False,
        oauth=False,
    )


def _get_lockout_settings_call(
    *,
    ctx_org_id: str | Unset = UNSET,
    ctx_instance: bool | Unset = UNSET,
) -> Call[ZitadelGetLockoutSettingsOutput]:
    params: dict[str, Any] = {}

    params["ctx.orgId"] = ctx_org_id

    params["ctx.instance"] = ctx_instance

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    def parse(response: httpx.Response) -> ZitadelGetLockoutSettingsOutput:
        response_200 = ZitadelGetLockoutSettingsOutput.from_dict(response.json())

        return response_200

    return Call(
        operation="get_lockout_settings",
        surface="zitadel",
        method="GET",
        path="/v2/settings/lockout",
        parse=parse,
        query=params,
        keyed=False,
        oauth=False,
    )


def _create_session_call(
    *,
    body: ZitadelCreateSessionInput,
) -> Call[ZitadelCreateSessionOutput]:
    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> ZitadelCreateSessionOutput:
        response_201 = ZitadelCreateSessionOutput.from_dict(response.json())

        return response_201

    return Call(
        operation="create_session",
        surface="zitadel",
        method="POST",
        path="/v2/sessions",
        parse=parse,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=False,
        oauth=False,
    )


def _list_sessions_call(
    *,
    body: ZitadelListSessionsInput,
) -> Call[ZitadelListSessionsOutput]:
    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> ZitadelListSessionsOutput:
        response_200 = ZitadelListSessionsOutput.from_dict(response.json())

        return response_200

    return Call(
        operation="list_sessions",
        surface="zitadel",
        method="POST",
        path="/v2/sessions/search",
        parse=parse,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=False,
        oauth=False,
    )


def _get_session_call(
    session_id: str,
    *,
    session_token: str | Unset = UNSET,
) -> Call[ZitadelGetSessionOutput]:
    params: dict[str, Any] = {}

    params["sessionToken"] = session_token

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    def parse(response: httpx.Response) -> ZitadelGetSessionOutput:
        response_200 = ZitadelGetSessionOutput.from_dict(response.json())

        return response_200

    return Call(
        operation="get_session",
        surface="zitadel",
        method="GET",
        path="/v2/sessions/{session_id}".format(
            session_id=quote(str(session_id), safe=""),
        ),
        parse=parse,
        query=params,
        keyed=False,
        oauth=False,
    )


def _delete_session_call(
    session_id: str,
    *,
    session_token: str | Unset = UNSET,
) -> Call[ZitadelDeleteSessionOutput]:
    params: dict[str, Any] = {}

    params["sessionToken"] = session_token

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    def parse(response: httpx.Response) -> ZitadelDeleteSessionOutput:
        response_200 = ZitadelDeleteSessionOutput.from_dict(response.json())

        return response_200

    return Call(
        operation="delete_session",
        surface="zitadel",
        method="DELETE",
        path="/v2/sessions/{session_id}".format(
            session_id=quote(str(session_id), safe=""),
        ),
        parse=parse,
        query=params,
        keyed=False,
        oauth=False,
    )


def _set_session_call(
    session_id: str,
    *,
    body: ZitadelSetSessionInput,
) -> Call[ZitadelSetSessionOutput]:
    _kwargs: dict[str, Any] = {}
    _kwargs["json"] = body.to_dict()

    def parse(response: httpx.Response) -> ZitadelSetSessionOutput:
        response_200 = ZitadelSetSessionOutput.from_dict(response.json())

        return response_200

    return Call(
        operation="set_session",
        surface="zitadel",
        method="PATCH",
        path="/v2/sessions/{session_id}".format(
            session_id=quote(str(session_id), safe=""),
        ),
        parse=parse,
        body=body,
        json=_kwargs.get("json"),
        form=_kwargs.get("data"),
        keyed=False,
        oauth=False,
    )


class ZitadelApi:
    """The operations of the surface zitadel."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def password_reset(
        self,
        user_id: str,
        *,
        body: ZitadelPasswordResetInput,
    ) -> ZitadelPasswordResetOutput:
        """Request a code to reset a password

        Makes a code with which the user's password can be set through SetPassword, and delivers it one of
        three ways:

        - `sendLink`: by e-mail, or by SMS when `notificationType` says so, inside a link made from
        `urlTemplate` or from the tenant's default.
        - `returnCode`: in this answer and nowhere else, for a caller who delivers it himself. The answer is
        `Cache-Control: no-store`.
        - Neither: by e-mail with the default link. An empty object is a valid request.

        `sendLink` together with `returnCode` is refused and makes no code, although the vendor's own sample
        sends both. `urlTemplate` is checked against the tenant's allow-list before anything is created.

        An earlier reset code of the user ends. The password itself, his sessions and his ability to log in
        are left alone. A user may call this for himself without the permission.

        Args:
            body: At most one of the two fields. With neither, the code is mailed with the default link.
        """
        return self._transport.send(
            _password_reset_call(
                user_id=user_id,
                body=body,
            )
        )

    def set_password(
        self,
        user_id: str,
        *,
        body: ZitadelSetPasswordInput,
    ) -> ZitadelSetPasswordOutput:
        """Set or change a password

        Sets the user's password. Which right is used follows from the body:

        - `verificationCode`: the code that PasswordReset made. It is used up only when the password is
        really set.
        - `currentPassword`: the user's present password.
        - Neither: set by an administrator, which needs `user.write` on the user.

        Both at once is refused. The new password must meet the tenant's policy and must not repeat a former
        one. `changeRequired` counts only when an administrator sets the password; with a code or the
        current password it is taken as false.

        In one transaction the user's sessions, refresh tokens and open codes end, failed attempts are
        forgotten, and the notice about the change is queued. Nobody is logged in by this call. With a code
        or a current password an unknown user is answered exactly like one without an open code, or like a
        wrong password. An administrator who names an unknown user gets 400 with code 9, as the vendor
        answers; a user who was deleted is unknown.

        Args:
            body: A new password and at most one of the two proofs.
        """
        return self._transport.send(
            _set_password_call(
                user_id=user_id,
                body=body,
            )
        )

    def update_user(
        self,
        user_id: str,
        *,
        body: ZitadelUpdateUserInput,
    ) -> ZitadelUpdateUserOutput:
        """Update a user's password

        Sets the user's password, from clear text or from an imported hash. Of the vendor's update only
        `human.password` is served. A request with another field of it, under `human` or beside it, is
        refused with 501 and changes nothing, the password included. A request without `human.password`
        changes nothing and answers with the date of the last change.

        The proof is chosen as in SetPassword: `verificationCode`, `currentPassword`, or neither for an
        administrator. The effects are the same too. A hash cannot be held against the policy, so
        `hashedPassword` always needs `user.write`, even for oneself; its format and its cost must be within
        the bounds the server accepts. It is replaced by a stronger one at the next login. A proof beside a
        hash is refused, since it would prove nothing.

        Args:
        """
        return self._transport.send(
            _update_user_call(
                user_id=user_id,
                body=body,
            )
        )

    def lock_user(
        self,
        user_id: str,
        *,
        body: ZitadelLockUserInput,
    ) -> ZitadelLockUserOutput:
        """Lock a user

        Locks the user. He cannot log in, and his sessions and refresh tokens end. His password is kept. The
        lock has no end of its own: UnlockUser lifts it. A lockout that failed attempts caused is another
        thing and ends with time or with a proven reset.

        Args:
            body: Has no fields.
        """
        return self._transport.send(
            _lock_user_call(
                user_id=user_id,
                body=body,
            )
        )

    def unlock_user(
        self,
        user_id: str,
        *,
        body: ZitadelUnlockUserInput,
    ) -> ZitadelUnlockUserOutput:
        """Unlock a user

        Lifts a lock, so that the user can log in again. His password is the one he had before. Sessions and
        refresh tokens that the lock ended do not come back.

        Args:
            body: Has no fields.
        """
        return self._transport.send(
            _unlock_user_call(
                user_id=user_id,
                body=body,
            )
        )

    def create_invite_code(
        self,
        user_id: str,
        *,
        body: ZitadelCreateInviteCodeInput,
    ) -> ZitadelCreateInviteCodeOutput:
        """Invite a user who has no password yet

        Makes a code with which a new user proves his address, and delivers it: `sendCode` mails it inside a
        link, `returnCode` puts it into this answer (`Cache-Control: no-store`) and nowhere else, neither of
        them mails it with the default link. Both at once is refused. An earlier invite code of the user
        ends.

        `sendCode.urlTemplate` follows the rules of PasswordReset: allow-listed, and only the three literal
        placeholders are replaced. `sendCode.applicationName` stands in the mail in place of the tenant's
        name; host names in it are written so that no mail program makes links of them. A user who has a
        password already cannot be invited. The code lives 72 hours by default.

        Args:
            body: At most one of the two fields. With neither, the code is mailed with the default link.
        """
        return self._transport.send(
            _create_invite_code_call(
                user_id=user_id,
                body=body,
            )
        )

    def resend_invite_code(
        self,
        user_id: str,
        *,
        body: ZitadelResendInviteCodeInput,
    ) -> ZitadelResendInviteCodeOutput:
        """Mail a new invite code

        Makes a new invite code and mails it with the template and application name of the former one, which
        ends. It works only if the former code was mailed; a code that was returned to the caller, or none
        at all, leaves nothing to repeat.

        Args:
            body: Has no fields.
        """
        return self._transport.send(
            _resend_invite_code_call(
                user_id=user_id,
                body=body,
            )
        )

    def verify_invite_code(
        self,
        user_id: str,
        *,
        body: ZitadelVerifyInviteCodeInput,
    ) -> ZitadelVerifyInviteCodeOutput:
        """Verify an invite code

        Uses up an invite code: the user's e-mail address counts as verified and he may set his first
        password. It sets no password itself; the caller goes on with PasswordReset and SetPassword. A code
        that is wrong, expired, replaced or used gives one and the same answer. Only a code that was mailed
        proves an address: one that was returned to the caller leaves it as it was.

        Args:
        """
        return self._transport.send(
            _verify_invite_code_call(
                user_id=user_id,
                body=body,
            )
        )

    def get_password_complexity_settings(
        self,
        *,
        ctx_org_id: str | Unset = UNSET,
        ctx_instance: bool | Unset = UNSET,
    ) -> ZitadelGetPasswordComplexitySettingsOutput:
        """Read what a password must look like

        Answers the rules for new passwords of one tenant, or of the instance. `minLength` is the length for
        a user whose password is his only factor. The rules that this object cannot express, such as the
        list of refused passwords and the history, apply all the same. Without parameters the caller's own
        tenant is meant.

        Args:
        """
        return self._transport.send(
            _get_password_complexity_settings_call(
                ctx_org_id=ctx_org_id,
                ctx_instance=ctx_instance,
            )
        )

    def get_password_expiry_settings(
        self,
        *,
        ctx_org_id: str | Unset = UNSET,
        ctx_instance: bool | Unset = UNSET,
    ) -> ZitadelGetPasswordExpirySettingsOutput:
        """Read how long a password lasts

        Answers the lifetime of passwords of one tenant, or of the instance. By default passwords do not
        expire; then both numbers are zero and therefore absent. Without parameters the caller's own tenant
        is meant.

        Args:
        """
        return self._transport.send(
            _get_password_expiry_settings_call(
                ctx_org_id=ctx_org_id,
                ctx_instance=ctx_instance,
            )
        )

    def get_lockout_settings(
        self,
        *,
        ctx_org_id: str | Unset = UNSET,
        ctx_instance: bool | Unset = UNSET,
    ) -> ZitadelGetLockoutSettingsOutput:
        """Read after how many failed attempts a user is locked out

        Answers the limits for failed attempts of one tenant, or of the instance. After
        `maxPasswordAttempts` failures in a row further attempts wait, longer each time; nobody is locked
        out for good, and a proven reset ends the wait. Wrong codes end the code and never lock the user, so
        `maxOtpAttempts` is zero and therefore absent. Without parameters the caller's own tenant is meant.

        Args:
        """
        return self._transport.send(
            _get_lockout_settings_call(
                ctx_org_id=ctx_org_id,
                ctx_instance=ctx_instance,
            )
        )

    def create_session(
        self,
        *,
        body: ZitadelCreateSessionInput,
    ) -> ZitadelCreateSessionOutput:
        """Log a user in

        Makes a session and records the checks that the request passes: a user, named by id or by login
        name, and his password. The token in the answer (`Cache-Control: no-store`) serves as a Bearer token
        of that user once his password was checked.

        A password check answers alike for a wrong password and for a user who is unknown, disabled, locked
        or without a password, and it takes the same time; there is no `failedAttempts` for that reason. The
        vendor tells these cases apart. A check of the user alone, without a password, does say 404: whoever
        holds `session.write` may know. Every session is a user's: one without checks is refused.

        A password that must be changed first gives 400 with code 9 and no session. A user with a second
        factor gets a session with his password recorded, but its token acts as him only once `totp` was
        checked too. Each code of an app is accepted once, and a few wrong ones in a row make all that
        follow wrong for five minutes. Without `lifetime`, and for one beyond it, the tenant's limit for
        sessions applies; the vendor's sessions live until deleted.

        Args:
        """
        return self._transport.send(
            _create_session_call(
                body=body,
            )
        )

    def list_sessions(
        self,
        *,
        body: ZitadelListSessionsInput,
    ) -> ZitadelListSessionsOutput:
        """Search sessions

        Lists sessions that match all of `queries`, newest first unless `query.asc` is set. A caller with
        `session.read` sees the sessions within his boundary; a user without it sees his own. Sessions that
        have ended or expired are not listed, and tokens never are.

        Args:
        """
        return self._transport.send(
            _list_sessions_call(
                body=body,
            )
        )

    def get_session(
        self,
        session_id: str,
        *,
        session_token: str | Unset = UNSET,
    ) -> ZitadelGetSessionOutput:
        """Read a session

        Answers what a session has checked so far and when it ends, never its token. A caller needs
        `session.read`, or is the user of the session, or shows the session's present token in
        `sessionToken`. The token in the query is kept out of all logs.

        Args:
        """
        return self._transport.send(
            _get_session_call(
                session_id=session_id,
                session_token=session_token,
            )
        )

    def delete_session(
        self,
        session_id: str,
        *,
        session_token: str | Unset = UNSET,
    ) -> ZitadelDeleteSessionOutput:
        """End a session

        Ends a session and its token for good. A caller needs `session.delete`, or is the user of the
        session, or shows the session's present token in `sessionToken`. As with the vendor, that token may
        be in a JSON body instead of the query; in both it is refused. Deleting a session that has ended
        already answers 200 again.

        Args:
        """
        return self._transport.send(
            _delete_session_call(
                session_id=session_id,
                session_token=session_token,
            )
        )

    def set_session(
        self,
        session_id: str,
        *,
        body: ZitadelSetSessionInput,
    ) -> ZitadelSetSessionOutput:
        """Add checks to a session

        Runs further checks on a session, adds metadata, or moves its end, and answers a new token (`Cache-
        Control: no-store`); the former token dies. The user of a session is named once and cannot be
        exchanged afterwards. A metadata key with an empty value is removed. A failed check changes nothing:
        the session and its token stay as they were, and the attempt is counted.

        A password that must be changed first, and a user with a second factor, are treated as in
        CreateSession. A session that was deleted or has expired gives 400 with code 9.

        Args:
        """
        return self._transport.send(
            _set_session_call(
                session_id=session_id,
                body=body,
            )
        )


class AsyncZitadelApi:
    """The operations of the surface zitadel, to be awaited."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def password_reset(
        self,
        user_id: str,
        *,
        body: ZitadelPasswordResetInput,
    ) -> ZitadelPasswordResetOutput:
        """Request a code to reset a password"""
        return await self._transport.send(
            _password_reset_call(
                user_id=user_id,
                body=body,
            )
        )

    async def set_password(
        self,
        user_id: str,
        *,
        body: ZitadelSetPasswordInput,
    ) -> ZitadelSetPasswordOutput:
        """Set or change a password"""
        return await self._transport.send(
            _set_password_call(
                user_id=user_id,
                body=body,
            )
        )

    async def update_user(
        self,
        user_id: str,
        *,
        body: ZitadelUpdateUserInput,
    ) -> ZitadelUpdateUserOutput:
        """Update a user's password"""
        return await self._transport.send(
            _update_user_call(
                user_id=user_id,
                body=body,
            )
        )

    async def lock_user(
        self,
        user_id: str,
        *,
        body: ZitadelLockUserInput,
    ) -> ZitadelLockUserOutput:
        """Lock a user"""
        return await self._transport.send(
            _lock_user_call(
                user_id=user_id,
                body=body,
            )
        )

    async def unlock_user(
        self,
        user_id: str,
        *,
        body: ZitadelUnlockUserInput,
    ) -> ZitadelUnlockUserOutput:
        """Unlock a user"""
        return await self._transport.send(
            _unlock_user_call(
                user_id=user_id,
                body=body,
            )
        )

    async def create_invite_code(
        self,
        user_id: str,
        *,
        body: ZitadelCreateInviteCodeInput,
    ) -> ZitadelCreateInviteCodeOutput:
        """Invite a user who has no password yet"""
        return await self._transport.send(
            _create_invite_code_call(
                user_id=user_id,
                body=body,
            )
        )

    async def resend_invite_code(
        self,
        user_id: str,
        *,
        body: ZitadelResendInviteCodeInput,
    ) -> ZitadelResendInviteCodeOutput:
        """Mail a new invite code"""
        return await self._transport.send(
            _resend_invite_code_call(
                user_id=user_id,
                body=body,
            )
        )

    async def verify_invite_code(
        self,
        user_id: str,
        *,
        body: ZitadelVerifyInviteCodeInput,
    ) -> ZitadelVerifyInviteCodeOutput:
        """Verify an invite code"""
        return await self._transport.send(
            _verify_invite_code_call(
                user_id=user_id,
                body=body,
            )
        )

    async def get_password_complexity_settings(
        self,
        *,
        ctx_org_id: str | Unset = UNSET,
        ctx_instance: bool | Unset = UNSET,
    ) -> ZitadelGetPasswordComplexitySettingsOutput:
        """Read what a password must look like"""
        return await self._transport.send(
            _get_password_complexity_settings_call(
                ctx_org_id=ctx_org_id,
                ctx_instance=ctx_instance,
            )
        )

    async def get_password_expiry_settings(
        self,
        *,
        ctx_org_id: str | Unset = UNSET,
        ctx_instance: bool | Unset = UNSET,
    ) -> ZitadelGetPasswordExpirySettingsOutput:
        """Read how long a password lasts"""
        return await self._transport.send(
            _get_password_expiry_settings_call(
                ctx_org_id=ctx_org_id,
                ctx_instance=ctx_instance,
            )
        )

    async def get_lockout_settings(
        self,
        *,
        ctx_org_id: str | Unset = UNSET,
        ctx_instance: bool | Unset = UNSET,
    ) -> ZitadelGetLockoutSettingsOutput:
        """Read after how many failed attempts a user is locked out"""
        return await self._transport.send(
            _get_lockout_settings_call(
                ctx_org_id=ctx_org_id,
                ctx_instance=ctx_instance,
            )
        )

    async def create_session(
        self,
        *,
        body: ZitadelCreateSessionInput,
    ) -> ZitadelCreateSessionOutput:
        """Log a user in"""
        return await self._transport.send(
            _create_session_call(
                body=body,
            )
        )

    async def list_sessions(
        self,
        *,
        body: ZitadelListSessionsInput,
    ) -> ZitadelListSessionsOutput:
        """Search sessions"""
        return await self._transport.send(
            _list_sessions_call(
                body=body,
            )
        )

    async def get_session(
        self,
        session_id: str,
        *,
        session_token: str | Unset = UNSET,
    ) -> ZitadelGetSessionOutput:
        """Read a session"""
        return await self._transport.send(
            _get_session_call(
                session_id=session_id,
                session_token=session_token,
            )
        )

    async def delete_session(
        self,
        session_id: str,
        *,
        session_token: str | Unset = UNSET,
    ) -> ZitadelDeleteSessionOutput:
        """End a session"""
        return await self._transport.send(
            _delete_session_call(
                session_id=session_id,
                session_token=session_token,
            )
        )

    async def set_session(
        self,
        session_id: str,
        *,
        body: ZitadelSetSessionInput,
    ) -> ZitadelSetSessionOutput:
        """Add checks to a session"""
        return await self._transport.send(
            _set_session_call(
                session_id=session_id,
                body=body,
            )
        )
