"""What programs of Wristband's customers do, from getting a token to logging a user in."""

import json
import os
import time
import urllib.parse

from clients import DOMAIN, form, rest, validator
from people import ANOTHER, APPLICATION, PASSWORD, TENANT, has_another, known, later, log_in, mailed, somebody

RESET = "/api/v1/password-reset"


def succeeds(portal, method, path, body=None):
    """The body of the answer to a call of the vendor's API."""
    answer = rest(portal.get_token(), method, path, body)
    assert answer.status_code < 300, (method, path, answer.status_code, answer.text)
    return answer.json() if answer.text else None


def reset(portal, **proof):
    return succeeds(portal, "POST", RESET + "/reset-password", {**proof, "newPassword": ANOTHER})


def create_link(portal, user):
    return succeeds(portal, "POST", RESET + "/create-password-reset-link", {"userId": user["userId"]})


def ask_for_mail(portal, user):
    return succeeds(portal, "POST", RESET + "/request-password-reset",
                    {"applicationId": APPLICATION, "tenantId": user["tenantId"], "email": user["address"]})


def creation(**more):
    """A request for an active user with a verified address."""
    username, email = somebody()
    return {"tenantId": TENANT, "identityProviderName": "wristband", "email": email, "emailVerified": True, "username": username,
            "givenName": "Ada", "status": "ACTIVE", **more}


def users_of(portal, path, query):
    """The users of a tenant or an application, for which a query holds."""
    return succeeds(portal, "GET", f"/api/v1/{path}/users?query={urllib.parse.quote(query)}&count=2")


def find_user(portal):
    expected = known()
    user = succeeds(portal, "GET", f"/api/v1/users/{expected['userId']}")
    assert (user["id"], user["email"], user["status"]) == (expected["userId"], expected["address"], "ACTIVE"), user
    for path in (f"tenants/{TENANT}", f"applications/{APPLICATION}"):
        found = users_of(portal, path, f'email eq "{expected["address"]}"')
        assert (found["totalResults"], [u["id"] for u in found["items"]]) == (1, [expected["userId"]]), found
    assert users_of(portal, f"tenants/{TENANT}", 'email eq "nobody@example.com"')["totalResults"] == 0


def add_user(portal):
    made = succeeds(portal, "POST", "/api/v1/users", creation(password=ANOTHER))
    assert log_in(portal, made, ANOTHER).status_code == 201
    invited = succeeds(portal, "POST", "/api/v1/users", creation())
    reset(portal, passwordResetCode=create_link(portal, {"userId": invited["id"]})["passwordResetCode"])
    assert log_in(portal, invited, ANOTHER).status_code == 201


def update_user(portal):
    user = known()
    _, email = somebody()

    def change(**body):
        return succeeds(portal, "PATCH", f"/api/v1/users/{user['userId']}", body)

    changed = change(givenName="Daisy", familyName=None, email=email, emailVerified=True)
    assert (changed["givenName"], changed["familyName"], changed["email"], changed["emailVerified"]) == ("Daisy", None, email, True)
    assert change(status="INACTIVE")["status"] == "INACTIVE"
    assert log_in(portal, user).status_code == 401
    change(status="ACTIVE")
    assert log_in(portal, user).status_code == 201


def delete_user(portal):
    path = f"/api/v1/users/{known()['userId']}"
    succeeds(portal, "DELETE", path)
    assert rest(portal.get_token(), "GET", path).status_code == 404


def token(portal):
    first = portal.get_token()
    assert portal.get_token() == first
    with later(800):
        assert portal.get_token() == first
    with later(901):
        second = portal.get_token()
    assert second != first
    portal.clear_token()
    assert portal.get_token() not in (first, second)


def jwt(portal):
    verified = validator().validate(portal.get_token())
    assert verified.is_valid, verified.error_message
    assert verified.payload.iss == f"https://{DOMAIN}"
    assert verified.payload.exp > time.time()

    body = log_in(portal, known()).json()
    bearer = validator().extract_bearer_token("Bearer " + body["accessToken"])
    verified = validator().validate(bearer)
    assert verified.is_valid, verified.error_message
    assert verified.payload.sub == body["session"]["userId"]


def created_link(portal):
    user = known()
    older = create_link(portal, user)
    link = create_link(portal, user)
    assert link["passwordResetCode"] in link["passwordResetLink"]
    assert reset(portal, passwordResetCode=link["passwordResetCode"])["result"] == "PASSWORD_RESET_SUCCESSFUL"
    has_another(portal, user)
    proof = {"passwordResetCode": older["passwordResetCode"], "newPassword": PASSWORD}
    assert rest(portal.get_token(), "POST", RESET + "/reset-password", proof).status_code == 400


def mailed_link(portal):
    user = known()
    assert ask_for_mail(portal, user) == {"requestCode": None}
    code = mailed(user["address"], r"reset\?key=([\w-]+)")
    told = succeeds(portal, "POST", RESET + "/introspect-email-auth-code", {"emailAuthCode": code})
    assert (told["userId"], told["email"]) == (user["userId"], user["address"])
    reset(portal, emailAuthCode=code, passwordResetCode=None, requestCode=None, verificationCode=None)
    has_another(portal, user)


def mailed_code(portal):
    user = json.loads(os.environ["WRISTBAND_OTP_USER"])
    request = ask_for_mail(portal, user)["requestCode"]
    proof = {"requestCode": request, "verificationCode": mailed(user["address"], r"^\s*([0-9]{6})\s*$")}
    assert succeeds(portal, "POST", RESET + "/verify-code", proof)["result"] == "CODE_VERIFIED"
    reset(portal, **proof)
    has_another(portal, user)


def change_password(portal):
    user = known()
    body = log_in(portal, user).json()
    change = {"userId": user["userId"], "currentPassword": PASSWORD, "newPassword": ANOTHER}
    answer = rest(body["accessToken"], "POST", "/api/v1/change-password", change)
    assert (answer.status_code, answer.text) == (200, ""), (answer.status_code, answer.text)
    has_another(portal, user)
    assert form("/api/v1/oauth2/token", grant_type="refresh_token", refresh_token=body["refreshToken"]).status_code == 400


def refresh(portal):
    body = log_in(portal, known()).json()
    renewed = form("/api/v1/oauth2/token", grant_type="refresh_token", refresh_token=body["refreshToken"])
    assert renewed.status_code == 200, renewed.text
    assert isinstance(renewed.json()["expires_in"], int)
    assert validator().validate(renewed.json()["access_token"]).payload.sub == body["session"]["userId"]
    assert form("/api/v1/oauth2/revoke", token=renewed.json()["refresh_token"]).status_code == 200
    refused = form("/api/v1/oauth2/token", grant_type="refresh_token", refresh_token=renewed.json()["refresh_token"])
    assert refused.json()["error"] == "invalid_grant"


def end_sessions(portal):
    user = known()
    body = log_in(portal, user).json()
    succeeds(portal, "DELETE", f"/api/v1/users/{user['userId']}/auth-sessions")
    refused = form("/api/v1/oauth2/token", grant_type="refresh_token", refresh_token=body["refreshToken"])
    assert (refused.status_code, refused.json()["error"]) == (400, "invalid_grant")
    body = log_in(portal, user).json()
    succeeds(portal, "POST", f"/api/v1/refresh-tokens/{body['refreshTokenId']}/revoke")
    assert form("/api/v1/oauth2/token", grant_type="refresh_token", refresh_token=body["refreshToken"]).status_code == 400


STORIES = {
    "find-user": find_user, "add-user": add_user, "update-user": update_user, "delete-user": delete_user, "token": token, "jwt": jwt, "create-link": created_link,
    "mailed-link": mailed_link, "mailed-code": mailed_code,
    "change-password": change_password, "refresh": refresh, "end-sessions": end_sessions,
}
