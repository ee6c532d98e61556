"""What the vendor refuses, and how its client tells the program so."""

import os

import clients
from people import ANOTHER, ORG, PASSWORD, added, known
from stories import set_password
from zitadel_client import ZitadelError
from zitadel_client import models as m
from zitadel_client.exceptions import ApiError

REFUSED, NOT_OFFERED = "refused", "not offered"
NOBODY = "163840776835432799"


def refused_with(status, code, call, detail=None):
    """The client raises its own error with the status, and with the code and the id of the vendor in the body."""
    try:
        call()
    except ApiError as refused:
        assert isinstance(refused, ZitadelError)
        assert (refused.code, refused.response_body["code"]) == (status, code), refused.response_body
        ids = [d.get("debug", {}).get("id") for d in refused.response_body.get("details", [])]
        assert detail is None or detail in ids, refused.response_body
        return refused.response_body
    raise AssertionError("the call succeeded")


def wrong_code(zitadel):
    user_id, _, _ = known()
    zitadel.users.password_reset(m.UserServicePasswordResetRequest(user_id=user_id, return_code={}))
    refused_with(400, "invalid_argument", lambda: set_password(zitadel, user_id, ANOTHER, verification_code="WRONG1"), "CODE-woT0xc")
    return REFUSED


def wrong_password(zitadel):
    user_id, _, _ = known()
    checks = m.SessionServiceChecks(user=m.SessionServiceCheckUser(user_id=user_id), password=m.SessionServiceCheckPassword(password="not this one"))
    request = m.SessionServiceCreateSessionRequest(checks=checks)
    body = refused_with(400, "invalid_argument", lambda: zitadel.sessions.create_session(request))
    assert body["details"][0]["type"] == "zitadel.v1.CredentialsCheckError"
    return REFUSED


def weak_password(zitadel):
    user_id, _, _ = known()
    refused_with(400, "invalid_argument", lambda: set_password(zitadel, user_id, "short", current_password=PASSWORD), "DOMAIN-HuJf6")
    return REFUSED


def unknown_user(zitadel):
    request = m.UserServicePasswordResetRequest(user_id=NOBODY, return_code={})
    refused_with(404, "not_found", lambda: zitadel.users.password_reset(request), "COMMAND-SAF4f")
    refused_with(404, "not_found", lambda: zitadel.users.get_user_by_id(m.UserServiceGetUserByIDRequest(user_id=NOBODY)))
    return REFUSED


def existing_user(zitadel):
    _, name, _ = known()
    refused_with(409, "already_exists", lambda: added(zitadel, username=name))
    return REFUSED


def no_token(_):
    request = m.UserServiceGetUserByIDRequest(user_id=NOBODY)
    for users in (clients.without_token(), clients.with_token("unknown").users):
        refused_with(401, "unauthenticated", lambda users=users: users.get_user_by_id(request))
    return REFUSED


def forbidden(zitadel):
    user_id, _, _ = known()
    reader = clients.with_token(os.environ["ZITADEL_READER_TOKEN"])
    refused_with(403, "permission_denied", lambda: set_password(reader, user_id, ANOTHER), "AUTH-5mWD2")
    return REFUSED


def empty_query(zitadel):
    request = m.UserServiceListUsersRequest(queries=[m.UserServiceSearchQuery()])
    refused_with(400, "invalid_argument", lambda: zitadel.users.list_users(request))
    return REFUSED


def second_factors(zitadel):
    user_id, _, _ = known()
    refused_with(501, "unimplemented", lambda: zitadel.users.add_otp_email(m.UserServiceAddOTPEmailRequest(user_id=user_id)))
    refused_with(501, "unimplemented", lambda: zitadel.users.register_totp(m.UserServiceRegisterTOTPRequest(user_id=user_id)))
    return NOT_OFFERED


def passkeys(zitadel):
    user_id, _, _ = known()
    request = m.UserServiceRegisterPasskeyRequest(user_id=user_id)
    refused_with(501, "unimplemented", lambda: zitadel.users.register_passkey(request))
    checks = m.SessionServiceChecks(user=m.SessionServiceCheckUser(user_id=user_id),
                                    web_auth_n=m.SessionServiceCheckWebAuthN(credential_assertion_data={}))
    session = m.SessionServiceCreateSessionRequest(checks=checks)
    refused_with(501, "unimplemented", lambda: zitadel.sessions.create_session(session))
    return NOT_OFFERED


def identity_providers(zitadel):
    linked = m.UserServiceIDPLink(idp_id="163840776835432705", user_id="6516849804890468048461403518", user_name="user@external.com")
    refused_with(501, "unimplemented", lambda: added(zitadel, idp_links=[linked]))
    return NOT_OFFERED


def service_users(zitadel):
    request = m.UserServiceCreateUserRequest(organization_id=ORG, username="robot", machine=m.UserServiceMachine(name="robot"))
    refused_with(501, "unimplemented", lambda: zitadel.users.create_user(request))
    return NOT_OFFERED


REFUSALS = {
    "wrong-code": wrong_code, "wrong-password": wrong_password, "weak-password": weak_password, "unknown-user": unknown_user,
    "existing-user": existing_user, "no-token": no_token, "forbidden": forbidden, "empty-query": empty_query,
    "second-factors": second_factors, "passkeys": passkeys, "identity-providers": identity_providers, "service-users": service_users,
}
