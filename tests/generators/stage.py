"""The people that clients set passwords for, and what a client is told of them by its environment."""

import itertools
import json
import os
import re
import time
import urllib.error
import urllib.request

SURFACES = ("boomi", "entrust", "wristband", "zitadel", "rekey")
FIRST = "a lantern over the old harbour"
NEW = "seven quiet rivers run north"
made = itertools.count()


def call(method, path, body=None, key=None):
    """The status and the answer of the server."""
    request = urllib.request.Request(os.environ["REKEY_URL"] + path, method=method,
                                     data=None if body is None else json.dumps(body).encode())
    request.add_header("Content-Type", "application/json")
    if key:
        request.add_header("Authorization", "Bearer " + key)
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, json.loads(answer.read() or b"null")
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read().decode()


def need(method, path, body):
    status, answer = call(method, path, body, os.environ["REKEY_API_KEY"])
    if status >= 300:
        raise RuntimeError(f"{method} {path}: {status} {answer}")
    return answer


def person(surface):
    """A user with a password."""
    name = f"{surface}-{os.getpid()}-{next(made)}"
    user = need("POST", "/v1/users", {"tenantId": os.environ["REKEY_TENANT_ID"], "username": name, "givenName": "Łukasz",
                                      "emails": [{"address": name + "@example.com", "verified": True}]})
    need("PUT", f"/v1/users/{user['id']}/password", {"password": FIRST})
    return {"id": user["id"], "name": name}


def mailed_key(name):
    """The key of the link that Boomi's forgotten-password mail has."""
    need("POST", "/api/ForgotUser/forgotPassword", {"username": name})
    until = time.monotonic() + 30
    while time.monotonic() < until:
        for mail in call("GET", "/dev/mailbox.json")[1]:
            found = re.search(r"/reset\?key=([0-9a-f-]{36})", mail["text"])
            if found and mail["to"] == name + "@example.com":
                return found[1]
        time.sleep(0.1)
    raise RuntimeError(f"{name} has got no mail")


class Stage:
    """A person a surface, for one client."""

    def __init__(self):
        self.people = {surface: person(surface) for surface in SURFACES}

    def told(self):
        """What the client's environment has, besides what that of the demo has."""
        env = {"NEW_PASSWORD": NEW, "BOOMI_KEY": mailed_key(self.people["boomi"]["name"])}
        for surface, of in self.people.items():
            env |= {f"{surface.upper()}_USER": of["id"], f"{surface.upper()}_NAME": of["name"]}
        return env

    def logs_in(self, surface):
        """Whether the new password opens a session, and the first one does not any more."""
        def status(password):
            return call("POST", "/v1/sessions", {"tenantId": os.environ["REKEY_TENANT_ID"], "password": password,
                                                 "username": self.people[surface]["name"]})[0]
        return status(NEW) == 201 and status(FIRST) == 401
