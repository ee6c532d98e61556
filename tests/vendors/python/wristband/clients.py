"""How a program of a Wristband customer makes its clients. Only the domain is not the vendor's."""

import asyncio
import os

import requests
from wristband.m2m_auth import AsyncWristbandM2MAuthClient, WristbandM2MAuthClient, WristbandM2MAuthConfig
from wristband.python_jwt import WristbandJwtValidatorConfig, create_wristband_jwt_validator

DOMAIN = os.environ["WRISTBAND_DOMAIN"]


class Async:
    """The asynchronous client, for stories that wait for each token."""

    loop = asyncio.new_event_loop()

    def __init__(self, config):
        self.client = AsyncWristbandM2MAuthClient(config)
        self.clear_token = self.client.clear_token

    def get_token(self):
        return self.loop.run_until_complete(self.client.get_token())


CLIENTS = {"sync": WristbandM2MAuthClient, "async": Async}


def program(kind, name, secret=None):
    """A machine-to-machine client: portal, tenant (with the boundary of its tenant) or reader (with one permission)."""
    client_id, client_secret = os.environ[f"WRISTBAND_{name.upper()}"].split(":")
    return CLIENTS[kind](WristbandM2MAuthConfig(
        client_id=client_id, client_secret=secret or client_secret, wristband_application_vanity_domain=DOMAIN))


def validator(domain=DOMAIN):
    return create_wristband_jwt_validator(WristbandJwtValidatorConfig(wristband_application_vanity_domain=domain))


def rest(token, method, path, body=None):
    """Calls the vendor's API, for whose other operations there is no package."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return requests.request(method, f"https://{DOMAIN}{path}", headers=headers, json=body, timeout=30)


def form(path, **fields):
    """Posts to an OAuth endpoint as the client "portal"."""
    auth = tuple(os.environ["WRISTBAND_PORTAL"].split(":"))
    return requests.post(f"https://{DOMAIN}{path}", data=fields, auth=auth, timeout=30)
