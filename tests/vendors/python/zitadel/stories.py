"""What programs of ZITADEL's customers do, from finding a user to logging him in."""

import os

import clients
from people import ANOTHER, ORG, PASSWORD, added, known, link, mailed, somebody, totp
from zitadel_client import models as m
from zitadel_client.exceptions import ApiError

EQUALS = m.UserServiceTextQueryMethod.TEXT_QUERY_METHOD_EQUALS
APP = "https://app.example.com"


def logs_in(zitadel, name, password):
    """Whether a password opens a session."""
    checks = m.SessionServiceChecks(user=m.SessionServiceCheckUser(login_name=name), password=m.SessionServiceCheckPassword(password=password))
    try:
        return bool(zitadel.sessions.create_session(m.SessionServiceCreateSessionRequest(checks=checks)).session_token)
    except ApiError:
        return False


def listed(zitadel, **query):
    request = m.UserServiceListUsersRequest(query=m.UserServiceListQuery(limit=2), queries=[m.UserServiceSearchQuery(**query)])
    return [user.user_id for user in zitadel.users.list_users(request).result or []]


def got(zitadel, user_id):
    return zitadel.users.get_user_by_id(m.UserServiceGetUserByIDRequest(user_id=user_id)).user


def set_password(zitadel, user_id, password, **proof):
    new = m.UserServicePassword(password=password)
    zitadel.users.set_password(m.UserServiceSetPasswordRequest(user_id=user_id, new_password=new, **proof))


def checked(zitadel, session_id, **checks):
    """The factors of a session after one more check."""
    zitadel.sessions.set_session(m.SessionServiceSetSessionRequest(session_id=session_id, checks=m.SessionServiceChecks(**checks)))
    return zitadel.sessions.get_session(m.SessionServiceGetSessionRequest(session_id=session_id)).session.factors


def find(zitadel):
    user_id, name, address = known()
    assert listed(zitadel, email_query=m.UserServiceEmailQuery(email_address=address, method=EQUALS)) == [user_id]
    assert listed(zitadel, login_name_query=m.UserServiceLoginNameQuery(login_name=name, method=EQUALS)) == [user_id]
    assert listed(zitadel, user_name_query=m.UserServiceUserNameQuery(user_name=name, method=EQUALS)) == [user_id]
    assert listed(zitadel, in_user_ids_query=m.UserServiceInUserIDQuery(user_ids=[user_id])) == [user_id]
    assert listed(zitadel, email_query=m.UserServiceEmailQuery(email_address="nobody@example.com", method=EQUALS)) == []


def add(zitadel):
    name, address = somebody()
    # The package has one class for the humans of CreateUser and UpdateUser, which cannot say a first password.
    human = m.UserServiceHuman(profile=m.UserServiceProfile(given_name="Minnie", family_name="Mouse"),
                               email=m.UserServiceSetHumanEmail(email=address, is_verified=True))
    made = zitadel.users.create_user(m.UserServiceCreateUserRequest(organization_id=ORG, username=name, human=human))
    user = got(zitadel, made.id)
    assert user.username == name
    assert user.details.resource_owner == ORG
    assert user.human.profile.given_name == "Minnie"
    assert user.human.email.email == address and user.human.email.is_verified
    set_password(zitadel, made.id, PASSWORD)
    assert logs_in(zitadel, name, PASSWORD)
    user_id, name, _ = added(zitadel)
    assert got(zitadel, user_id).state == m.UserServiceUserState.USER_STATE_ACTIVE
    assert logs_in(zitadel, name, PASSWORD)


def verify_email(zitadel):
    user_id, _, _ = known()
    assert got(zitadel, user_id).human.email.is_verified
    _, first = somebody()
    request = m.UserServiceSetEmailRequest(user_id=user_id, email=first, return_code={})
    code = zitadel.users.set_email(request).verification_code
    assert not got(zitadel, user_id).human.email.is_verified
    zitadel.users.verify_email(m.UserServiceVerifyEmailRequest(user_id=user_id, verification_code=code))
    assert got(zitadel, user_id).human.email.is_verified

    _, second = somebody()
    template = m.UserServiceSendEmailVerificationCode(url_template=APP + "/verify?user={{.UserID}}&code={{.Code}}")
    zitadel.users.set_email(m.UserServiceSetEmailRequest(user_id=user_id, email=second, send_code=template))
    opened = link(second, "/verify")
    assert opened["user"] == user_id
    zitadel.users.verify_email(m.UserServiceVerifyEmailRequest(user_id=user_id, verification_code=opened["code"]))
    email = got(zitadel, user_id).human.email
    assert email.email == second and email.is_verified


def send_link(zitadel):
    user_id, name, address = known()
    template = APP + "/new?user={{.UserID}}&code={{.Code}}&org={{.OrgID}}"
    medium = m.UserServiceSendPasswordResetLink(
        notification_type=m.UserServiceNotificationType.NOTIFICATION_TYPE_EMAIL, url_template=template)
    zitadel.users.password_reset(m.UserServicePasswordResetRequest(user_id=user_id, send_link=medium))
    opened = link(address, "/new")
    assert (opened["user"], opened["org"]) == (user_id, ORG)
    set_password(zitadel, user_id, ANOTHER, verification_code=opened["code"])
    assert logs_in(zitadel, name, ANOTHER) and not logs_in(zitadel, name, PASSWORD)


def return_code(zitadel):
    user_id, name, _ = known()
    code = zitadel.users.password_reset(m.UserServicePasswordResetRequest(user_id=user_id, return_code={})).verification_code
    set_password(zitadel, user_id, ANOTHER, verification_code=code)
    assert logs_in(zitadel, name, ANOTHER)


def change(zitadel):
    user_id, name, _ = known()
    set_password(zitadel, user_id, ANOTHER, current_password=PASSWORD)
    assert logs_in(zitadel, name, ANOTHER)
    new = m.UserServiceSetPassword(password=m.UserServicePassword(password="Nine grey kites, 7 winds"))
    zitadel.users.update_user(m.UserServiceUpdateUserRequest(user_id=user_id, human=m.UserServiceHuman(password=new)))
    assert logs_in(zitadel, name, "Nine grey kites, 7 winds")
    set_password(zitadel, user_id, PASSWORD)
    assert logs_in(zitadel, name, PASSWORD)


def session(zitadel):
    user_id, name, _ = known()
    checks = m.SessionServiceChecks(user=m.SessionServiceCheckUser(login_name=name))
    made = zitadel.sessions.create_session(m.SessionServiceCreateSessionRequest(checks=checks))
    factors = checked(zitadel, made.session_id, password=m.SessionServiceCheckPassword(password=PASSWORD))
    assert (factors.user.id, factors.user.organization_id) == (user_id, ORG)
    assert factors.password.verified_at
    zitadel.sessions.delete_session(m.SessionServiceDeleteSessionRequest(session_id=made.session_id))
    try:
        zitadel.sessions.get_session(m.SessionServiceGetSessionRequest(session_id=made.session_id))
    except ApiError as gone:
        assert gone.code == 404
    else:
        raise AssertionError("the session is still there")


def opened(zitadel, user_id, **more):
    """A session of a user, by his password."""
    checks = m.SessionServiceChecks(user=m.SessionServiceCheckUser(user_id=user_id), password=m.SessionServiceCheckPassword(password=PASSWORD))
    return zitadel.sessions.create_session(m.SessionServiceCreateSessionRequest(checks=checks, **more))


def otp_email(zitadel):
    user_id, _, address = known()
    returned = m.SessionServiceOTPEmail(return_code={})
    first = opened(zitadel, user_id, challenges=m.SessionServiceRequestChallenges(otp_email=returned))
    code = m.SessionServiceCheckOTP(code=first.challenges.otp_email)
    assert checked(zitadel, first.session_id, otp_email=code).otp_email.verified_at
    sent = m.SessionServiceOTPEmail(send_code=m.SessionServiceSendCode())
    second = opened(zitadel, user_id, challenges=m.SessionServiceRequestChallenges(otp_email=sent))
    code = m.SessionServiceCheckOTP(code=mailed(address, r"\b([0-9]{6,10})\b"))
    assert checked(zitadel, second.session_id, otp_email=code).otp_email.verified_at


def totp_story(zitadel):
    secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
    user_id, _, _ = added(zitadel, totp_secret=secret)
    request = m.UserServiceListAuthenticationMethodTypesRequest(user_id=user_id)
    types = zitadel.users.list_authentication_method_types(request).auth_method_types
    assert m.UserServiceAuthenticationMethodType.AUTHENTICATION_METHOD_TYPE_TOTP in types
    made = opened(zitadel, user_id)
    factors = checked(zitadel, made.session_id, totp=m.SessionServiceCheckTOTP(code=totp(secret)))
    assert factors.password.verified_at and factors.totp.verified_at


def state(zitadel):
    user_id, name, _ = known()
    zitadel.users.deactivate_user(m.UserServiceDeactivateUserRequest(user_id=user_id))
    assert got(zitadel, user_id).state == m.UserServiceUserState.USER_STATE_INACTIVE
    assert not logs_in(zitadel, name, PASSWORD)
    zitadel.users.reactivate_user(m.UserServiceReactivateUserRequest(user_id=user_id))
    zitadel.users.lock_user(m.UserServiceLockUserRequest(user_id=user_id))
    assert got(zitadel, user_id).state == m.UserServiceUserState.USER_STATE_LOCKED
    zitadel.users.unlock_user(m.UserServiceUnlockUserRequest(user_id=user_id))
    assert logs_in(zitadel, name, PASSWORD)
    zitadel.users.delete_user(m.UserServiceDeleteUserRequest(user_id=user_id))
    assert listed(zitadel, in_user_ids_query=m.UserServiceInUserIDQuery(user_ids=[user_id])) == []


def invite(zitadel):
    user_id, name, _ = added(zitadel, password=None)
    code = zitadel.users.create_invite_code(m.UserServiceCreateInviteCodeRequest(user_id=user_id, return_code={})).invite_code
    zitadel.users.verify_invite_code(m.UserServiceVerifyInviteCodeRequest(user_id=user_id, verification_code=code))
    set_password(zitadel, user_id, PASSWORD)
    assert logs_in(zitadel, name, PASSWORD)


def update(zitadel):
    user_id, _, _ = known()
    name, address = somebody()
    human = m.UserServiceHuman(
        profile=m.UserServiceProfile(given_name="Daisy", family_name="Duck", nick_name="D", display_name="Daisy D", preferred_language="de"),
        email=m.UserServiceSetHumanEmail(email=address, is_verified=True),
        phone=m.UserServiceSetHumanPhone(phone="+15550100", is_verified=True))
    zitadel.users.update_user(m.UserServiceUpdateUserRequest(user_id=user_id, username=name, human=human))
    user = got(zitadel, user_id)
    assert (user.username, user.human.profile.given_name, user.human.email.email) == (name, "Daisy", address)
    assert user.human.phone.phone == "+15550100"


def settings(zitadel):
    ctx = m.SettingsServiceRequestContext(org_id=ORG)
    request = m.SettingsServiceGetPasswordComplexitySettingsRequest(ctx=ctx)
    complexity = zitadel.settings.get_password_complexity_settings(request).settings
    assert int(complexity.min_length) == 8 and complexity.requires_symbol
    login = zitadel.settings.get_login_settings(m.SettingsServiceGetLoginSettingsRequest(ctx=ctx)).settings
    assert login.allow_username_password
    zitadel.settings.get_lockout_settings(m.SettingsServiceGetLockoutSettingsRequest(ctx=ctx))
    zitadel.settings.get_password_expiry_settings(m.SettingsServiceGetPasswordExpirySettingsRequest(ctx=ctx))


def organization(zitadel):
    user_id, _, _ = known()
    assert got(clients.in_organization(ORG), user_id).user_id == user_id
    try:
        got(clients.in_organization(os.environ["ZITADEL_OTHER_ORG"]), user_id)
    except ApiError as refused:
        assert refused.code == 403
    else:
        raise AssertionError("the user was found in another organization")


STORIES = {
    "find": find, "add": add, "verify-email": verify_email, "send-link": send_link, "return-code": return_code, "change": change,
    "session": session, "otp-email": otp_email, "totp": totp_story, "state": state, "invite": invite,
    "update": update, "settings": settings, "organization": organization,
}
