"""How a program of a ZITADEL customer makes its client. Only the base URL is not the vendor's."""

import os

from zitadel_client import ApiClient, Configuration, Zitadel
from zitadel_client.api.user_service_api import UserServiceApi
from zitadel_client.auth.no_auth_authenticator import NoAuthAuthenticator
from zitadel_client.transport_options import TransportOptions

HOST = os.environ["ZITADEL_URL"]

LOGINS = {
    "token": lambda: Zitadel.with_access_token(HOST, os.environ["ZITADEL_TOKEN"]),
    "client-credentials": lambda: Zitadel.with_client_credentials(
        HOST, os.environ["ZITADEL_CLIENT_ID"], os.environ["ZITADEL_CLIENT_SECRET"]),
    "private-key": lambda: Zitadel.with_private_key(HOST, os.environ["ZITADEL_KEY_FILE"]),
}


def with_token(token):
    return Zitadel.with_access_token(HOST, token)


def in_organization(org):
    options = TransportOptions(default_headers={"x-zitadel-orgid": org})
    return Zitadel.with_access_token(HOST, os.environ["ZITADEL_TOKEN"], transport_options=options)


def without_token():
    """The users' part of a client that sends no header."""
    return UserServiceApi(ApiClient(configuration=Configuration(NoAuthAuthenticator(HOST))))
