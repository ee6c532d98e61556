"""Drives the journeys with the client that OpenAPI Generator makes for Python."""

import openapi_client as api

from journeys import URL, drive


def at(token=None):
    # The scheme of Entrust is a header of its own, an apiKey, to OpenAPI.
    keys = {"entrustAdminAPIAuthentication": token} if token else {}
    return api.ApiClient(api.Configuration(host=URL, access_token=token, api_key=keys))


class Calls:
    def boomi_reset(self, key, password):
        return api.BoomiPasswordApi(at()).boomi_reset_password(
            api.BoomiPasswordModel(key=key, password=password, confirm_password=password))

    def boomi_login(self, name, password):
        return api.BoomiUsersApi(at()).boomi_authenticate(api.BoomiLoginModel(user_name=name, password=password)).access_token

    def entrust_token(self, id, secret):
        return api.EntrustAdminAuthenticationApi(at()).entrust_authenticate_admin_api_using_post(
            api.EntrustAdminApiAuthentication(application_id=id, shared_secret=secret)).auth_token

    def entrust_set(self, token, user, password):
        api.EntrustPasswordsApi(at(token)).entrust_set_user_password_using_put(
            user, api.EntrustUserPasswordParms(password=password, email_password=False))

    def entrust_validate(self, token, user, password):
        return api.EntrustPasswordsApi(at(token)).entrust_validate_user_password_using_post(
            user, api.EntrustUserPasswordValidateParms(password=password)).length

    def wristband_token(self, id, secret):
        return api.WristbandOAuthApi(at()).wristband_get_token("client_credentials", client_id=id, client_secret=secret).access_token

    def wristband_link(self, token, user):
        return api.WristbandPasswordResetApi(at(token)).wristband_create_password_reset_link(
            api.WristbandPasswordResetLinkInput(user_id=user)).password_reset_code

    def wristband_reset(self, token, code, password):
        return api.WristbandPasswordResetApi(at(token)).wristband_reset_password(
            api.WristbandResetPasswordInput(password_reset_code=code, new_password=password)).result

    def zitadel_code(self, token, user):
        return api.ZitadelPasswordsApi(at(token)).zitadel_password_reset(user, api.ZitadelPasswordResetInput(return_code={})).verification_code

    def zitadel_set(self, token, user, code, password):
        api.ZitadelPasswordsApi(at(token)).zitadel_set_password(
            user, api.ZitadelSetPasswordInput(new_password=api.ZitadelPassword(password=password), verification_code=code))

    def zitadel_session(self, token, name, password):
        checks = api.ZitadelChecks(user=api.ZitadelCheckUser(login_name=name), password=api.ZitadelCheckPassword(password=password))
        return api.ZitadelSessionsApi(at(token)).zitadel_create_session(api.ZitadelCreateSessionInput(checks=checks)).session_id

    def ticket(self, token, user):
        return api.RekeyTicketsApi(at(token)).rekey_create_ticket(
            api.RekeyTicketCreation(user_id=user, medium="link", deliver="return")).proof.ticket

    def redeem(self, ticket, password):
        api.RekeyTicketsApi(at()).rekey_redeem_ticket(api.RekeyTicketRedemption(ticket=ticket, new_password=password))

    def refused(self, ticket, password):
        try:
            self.redeem(ticket, password)
        except api.exceptions.UnprocessableEntityException as refused:
            return refused.data.code, [violation.message for violation in refused.data.violations]

    def events(self, token):
        return bytes(api.RekeyEventsApi(at(token)).rekey_export_events())


drive(Calls())
