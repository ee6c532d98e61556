"""Drives the journeys with the models that datamodel-code-generator makes, and with requests made by hand."""

import json
import urllib.error
import urllib.parse
import urllib.request

from pydantic import SecretStr

import client as models
from journeys import URL, drive


def plain(value):
    """A value for JSON: a model in JSON hides what is a password in the contract."""
    if isinstance(value, SecretStr):
        return value.get_secret_value()
    if isinstance(value, dict):
        return {key: plain(member) for key, member in value.items()}
    return value if value is None or isinstance(value, (bool, int, list)) else str(value)


def members(body):
    return plain(body.model_dump(mode="python", exclude_none=True, by_alias=True) if hasattr(body, "model_dump") else body)


def send(method, path, body=None, token=None, form=False):
    data = None if body is None else members(body)
    sent = None if data is None else (urllib.parse.urlencode(data) if form else json.dumps(data)).encode()
    request = urllib.request.Request(URL + path, sent, method=method)
    request.add_header("Content-Type", "application/x-www-form-urlencoded" if form else "application/json")
    if token:
        request.add_header("Authorization", f"Bearer {token}")
    with urllib.request.urlopen(request) as answer:
        return answer.read()


def text(value):
    """The text of a member, whatever holds it."""
    value = getattr(value, "root", value)
    return value.get_secret_value() if isinstance(value, SecretStr) else value


class Calls:
    def boomi_reset(self, key, password):
        body = models.BoomiPasswordModel(key=key, password=password, confirmPassword=password)
        return models.BoomiPasswordResult.model_validate_json(send("POST", "/api/Password/resetPassword", body)).root

    def boomi_login(self, name, password):
        answer = send("POST", "/api/Users/authenticate", models.BoomiLoginModel(userName=name, password=password))
        return text(models.BoomiTokenPair.model_validate_json(answer).accessToken)

    def entrust_token(self, id, secret):
        answer = send("POST", "/api/web/v1/adminapi/authenticate", models.EntrustAdminApiAuthentication(applicationId=id, sharedSecret=secret))
        return text(models.EntrustAdminApiAuthenticationResult.model_validate_json(answer).authToken)

    def entrust_set(self, token, user, password):
        body = models.EntrustUserPasswordParms(password=password, emailPassword=False)
        models.EntrustUserPassword.model_validate_json(send("PUT", f"/api/web/v1/users/{user}/passwords", body, token))

    def entrust_validate(self, token, user, password):
        answer = send("POST", f"/api/web/v1/users/{user}/password/validate", models.EntrustUserPasswordValidateParms(password=password), token)
        return models.EntrustUserPasswordValidationResponse.model_validate_json(answer).length

    def wristband_token(self, id, secret):
        body = models.WristbandTokenInput(grant_type="client_credentials", client_id=id, client_secret=secret)
        return text(models.WristbandTokenResult.model_validate_json(send("POST", "/api/v1/oauth2/token", body, form=True)).access_token)

    def wristband_link(self, token, user):
        answer = send("POST", "/api/v1/password-reset/create-password-reset-link", models.WristbandPasswordResetLinkInput(userId=user), token)
        return text(models.WristbandPasswordResetLink.model_validate_json(answer).passwordResetCode)

    def wristband_reset(self, token, code, password):
        body = models.WristbandResetPasswordInput(passwordResetCode=code, newPassword=password)
        return models.WristbandResetPasswordOutcome.model_validate_json(
            send("POST", "/api/v1/password-reset/reset-password", body, token)).result

    def zitadel_code(self, token, user):
        body = models.ZitadelPasswordResetInput(returnCode={})
        return text(models.ZitadelPasswordResetOutput.model_validate_json(
            send("POST", f"/v2/users/{user}/password_reset", body, token)).verificationCode)

    def zitadel_set(self, token, user, code, password):
        body = models.ZitadelSetPasswordInput(newPassword=models.ZitadelPassword(password=password), verificationCode=code)
        models.ZitadelSetPasswordOutput.model_validate_json(send("POST", f"/v2/users/{user}/password", body, token))

    def zitadel_session(self, token, name, password):
        body = models.ZitadelCreateSessionInput(checks={"user": {"loginName": name}, "password": {"password": password}})
        return models.ZitadelCreateSessionOutput.model_validate_json(send("POST", "/v2/sessions", body, token)).sessionId

    def ticket(self, token, user):
        body = {"userId": user, "medium": "link", "deliver": "return"}
        models.RekeyTicketCreation.model_validate(body)
        return text(models.RekeyIssuedTicket.model_validate_json(send("POST", "/v1/tickets", body, token)).proof.ticket)

    def redeem(self, ticket, password):
        body = models.RekeyTicketRedemption(ticket=ticket, newPassword=password)
        models.RekeyRedeemedTicket.model_validate_json(send("POST", "/v1/tickets/redeem", body))

    def refused(self, ticket, password):
        try:
            self.redeem(ticket, password)
        except urllib.error.HTTPError as refused:
            problem = models.RekeyProblem.model_validate_json(refused.read())
            return problem.code, [violation.message for violation in problem.violations]

    def events(self, token):
        lines = send("GET", "/v1/events/export", token=token)
        for line in lines.splitlines():
            models.RekeyEvent.model_validate_json(line)
        return lines


drive(Calls())
