"""What the vendor, its packages and Rekey refuse, and how the program is told so."""

import base64
import json
import os
import re

import httpx
from clients import DOMAIN, rest, validator
from people import ANOTHER, known, later, log_in
from stories import RESET, create_link, creation, reset

REFUSED, NOT_OFFERED = "refused", "not offered"
LINK = RESET + "/create-password-reset-link"
NOBODY = "pzfyvzggsvb3lk4yyqh6l4xzse"
BROKEN = "message_body_constraint_violations"


def refused_with(status, code, token, path, body, member=None, violation=None):
    """The answer is the vendor's error, and maybe has a code of a violation on a member."""
    answer = rest(token, "POST", path, body)
    assert (answer.status_code, answer.json()["code"]) == (status, code), answer.text
    assert re.fullmatch("[a-z0-9]{26}", answer.json()["ticket"])
    assert not member or violation in [v["code"] for v in answer.json()["violations"][member]], answer.text


def not_valid(token, why, domain=DOMAIN):
    verified = validator(domain).validate(token)
    assert not verified.is_valid
    assert re.search(why, verified.error_message), verified.error_message


def decoded(part):
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


def encoded(of):
    return base64.urlsafe_b64encode(json.dumps(of).encode()).decode().rstrip("=")


def wrong_secret(portal):
    try:
        portal.another("portal", "wrong").get_token()
    except httpx.HTTPStatusError as refused:
        assert (refused.response.status_code, refused.response.json()["error"]) == (401, "invalid_client")
        return REFUSED
    raise AssertionError("a wrong secret gave a token")


def jwt_expired(portal):
    token = portal.get_token()
    with later(901):
        not_valid(token, "expired")
    return REFUSED


def jwt_forged(portal):
    header, payload, signature = portal.get_token().split(".")
    claims = encoded({**decoded(payload), "sub": NOBODY})
    not_valid(".".join([header, claims, signature]), "(?i)signature")
    not_valid(".".join([encoded({**decoded(header), "kid": "unknown"}), payload, signature]), "signing key")
    not_valid(".".join([encoded({**decoded(header), "alg": "none"}), payload, "e30"]), "not allowed")
    not_valid(".".join([encoded({**decoded(header), "alg": "HS256"}), payload, signature]), "not allowed")
    refused_with(401, "unauthorized", ".".join([header, claims, signature]), LINK, {"userId": NOBODY})
    return REFUSED


def jwt_other_issuer(portal):
    other = os.environ["WRISTBAND_OTHER_DOMAIN"]
    not_valid(portal.get_token(), f"Expected https://{other}, got https://{DOMAIN}", other)
    not_valid(os.environ["WRISTBAND_OTHER_TOKEN"], "Invalid issuer")
    refused_with(401, "unauthorized", os.environ["WRISTBAND_OTHER_TOKEN"], LINK, {"userId": NOBODY})
    return REFUSED


def used_code(portal):
    code = create_link(portal, known())["passwordResetCode"]
    reset(portal, passwordResetCode=code)
    again = {"passwordResetCode": code, "newPassword": "Nine grey kites, 7 winds"}
    refused_with(400, BROKEN, portal.get_token(), RESET + "/reset-password", again, "passwordResetCode", "invalid_password_reset_code")
    return REFUSED


def weak_password(portal):
    code = create_link(portal, known())["passwordResetCode"]
    weak = {"passwordResetCode": code, "newPassword": "short"}
    refused_with(400, BROKEN, portal.get_token(), RESET + "/reset-password", weak, "newPassword", "too_short")
    reset(portal, passwordResetCode=code)
    return REFUSED


def wrong_password(portal):
    user = known()
    change = {"userId": user["userId"], "currentPassword": "not this one", "newPassword": ANOTHER}
    token = log_in(portal, user).json()["accessToken"]
    refused_with(400, BROKEN, token, "/api/v1/change-password", change, "currentPassword", "invalid_current_password")
    return REFUSED


def unknown_user(portal):
    refused_with(404, "user_not_found", portal.get_token(), LINK, {"userId": NOBODY})
    return REFUSED


def taken_email(portal):
    body = creation(email=known()["address"])
    refused_with(400, BROKEN, portal.get_token(), "/api/v1/users", body, "email", "not_unique")
    return REFUSED


def no_token(_):
    refused_with(401, "unauthorized", None, LINK, {"userId": NOBODY})
    refused_with(401, "unauthorized", "unknown", LINK, {"userId": NOBODY})
    return REFUSED


def forbidden(portal):
    user = {"userId": known()["userId"]}
    refused_with(403, "forbidden", portal.another("reader").get_token(), LINK, user)
    token = portal.another("tenant").get_token()
    assert rest(token, "POST", LINK, user).status_code == 200
    refused_with(403, "forbidden", token, RESET + "/reset-password", {"passwordResetCode": "unknown", "newPassword": ANOTHER})
    return REFUSED


def some_fields(portal):
    answer = rest(portal.get_token(), "GET", f"/api/v1/users/{known()['userId']}?fields=id,email")
    assert (answer.status_code, answer.json()["code"]) == (501, "not_implemented"), answer.text
    return NOT_OFFERED


def invite_existing(portal):
    invitation = {"userId": known()["userId"]}
    answer = rest(portal.get_token(), "POST", "/api/v1/existing-user-invitation/invite-user", invitation)
    assert (answer.status_code, answer.json()["code"]) == (501, "not_implemented"), answer.text
    return NOT_OFFERED


def login_pages(portal):
    client_id = os.environ["WRISTBAND_PORTAL"].split(":")[0]
    for path, member in (("/api/v1/oauth2/authorize", "error_description"), ("/api/v1/oauth2/userinfo", "error_description"),
                         ("/api/v1/logout", "message"), (f"/api/v1/clients/{client_id}/sdk-configuration", "message")):
        answer = rest(portal.get_token(), "GET", path)
        assert answer.status_code == 501 and "does not serve this call. " in answer.json()[member], (path, answer.text)
    return NOT_OFFERED


REFUSALS = {
    "wrong-secret": wrong_secret, "jwt-expired": jwt_expired, "jwt-forged": jwt_forged, "jwt-other-issuer": jwt_other_issuer,
    "used-code": used_code, "weak-password": weak_password, "wrong-password": wrong_password, "unknown-user": unknown_user,
    "taken-email": taken_email,
    "no-token": no_token, "forbidden": forbidden, "some-fields": some_fields, "invite-existing": invite_existing,
    "login-pages": login_pages,
}
