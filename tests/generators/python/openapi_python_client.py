"""Drives the journeys with the client that openapi-python-client makes."""

from rekey_client import AuthenticatedClient, Client, models
from rekey_client.api.boomi_password import boomi_reset_password
from rekey_client.api.boomi_users import boomi_authenticate
from rekey_client.api.entrust_admin_authentication import entrust_authenticate_admin_api_using_post
from rekey_client.api.entrust_passwords import entrust_set_user_password_using_put, entrust_validate_user_password_using_post
from rekey_client.api.rekey_events import rekey_export_events
from rekey_client.api.rekey_tickets import rekey_create_ticket, rekey_redeem_ticket
from rekey_client.api.wristband_o_auth import wristband_get_token
from rekey_client.api.wristband_password_reset import wristband_create_password_reset_link, wristband_reset_password
from rekey_client.api.zitadel_passwords import zitadel_password_reset, zitadel_set_password
from rekey_client.api.zitadel_sessions import zitadel_create_session

from journeys import URL, drive

# Its types ask for the other where a credential may be left out, and it works with this one.
ANONYMOUS = Client(base_url=URL)


def at(token):
    return AuthenticatedClient(base_url=URL, token=token)


class Calls:
    def boomi_reset(self, key, password):
        return boomi_reset_password.sync(
            client=ANONYMOUS, body=models.BoomiPasswordModel(key=key, password=password, confirm_password=password))

    def boomi_login(self, name, password):
        return boomi_authenticate.sync(client=ANONYMOUS, body=models.BoomiLoginModel(user_name=name, password=password)).access_token

    def entrust_token(self, id, secret):
        return entrust_authenticate_admin_api_using_post.sync(
            client=ANONYMOUS, body=models.EntrustAdminApiAuthentication(application_id=id, shared_secret=secret)).auth_token

    def entrust_set(self, token, user, password):
        answer = entrust_set_user_password_using_put.sync_detailed(
            user, client=at(token), body=models.EntrustUserPasswordParms(password=password, email_password=False))
        assert answer.status_code == 200, answer.content

    def entrust_validate(self, token, user, password):
        return entrust_validate_user_password_using_post.sync(
            user, client=at(token), body=models.EntrustUserPasswordValidateParms(password=password)).length

    def wristband_token(self, id, secret):
        return wristband_get_token.sync(client=ANONYMOUS, body=models.WristbandTokenInput(
            grant_type="client_credentials", client_id=id, client_secret=secret)).access_token

    def wristband_link(self, token, user):
        return wristband_create_password_reset_link.sync(
            client=at(token), body=models.WristbandPasswordResetLinkInput(user_id=user)).password_reset_code

    def wristband_reset(self, token, code, password):
        return wristband_reset_password.sync(
            client=at(token), body=models.WristbandResetPasswordInput(password_reset_code=code, new_password=password)).result

    def zitadel_code(self, token, user):
        return zitadel_password_reset.sync(user, client=at(token), body=models.ZitadelPasswordResetInput(
            return_code=models.ZitadelReturnPasswordResetCodeType0())).verification_code

    def zitadel_set(self, token, user, code, password):
        answer = zitadel_set_password.sync_detailed(user, client=at(token), body=models.ZitadelSetPasswordInput(
            new_password=models.ZitadelPassword(password=password), verification_code=code))
        assert answer.status_code == 200, answer.content

    def zitadel_session(self, token, name, password):
        checks = models.ZitadelChecks(
            user=models.ZitadelCheckUser(login_name=name), password=models.ZitadelCheckPassword(password=password))
        return zitadel_create_session.sync(client=at(token), body=models.ZitadelCreateSessionInput(checks=checks)).session_id

    def ticket(self, token, user):
        body = models.RekeyTicketCreation(
            user_id=user, medium=models.RekeyTicketMedium.LINK, deliver=models.RekeyTicketDelivery.RETURN)
        return rekey_create_ticket.sync(client=at(token), body=body).proof.ticket

    def redeem(self, ticket, password):
        answer = rekey_redeem_ticket.sync(client=ANONYMOUS, body=models.RekeyTicketRedemption(ticket=ticket, new_password=password))
        assert isinstance(answer, models.RekeyRedeemedTicket), answer

    def refused(self, ticket, password):
        problem = rekey_redeem_ticket.sync(client=ANONYMOUS, body=models.RekeyTicketRedemption(ticket=ticket, new_password=password))
        return problem.code, [violation.message for violation in problem.violations]

    def events(self, token):
        return rekey_export_events.sync_detailed(client=at(token)).content


drive(Calls())
