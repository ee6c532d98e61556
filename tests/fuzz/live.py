"""What exists on the server under test.

A schema says which requests are well formed, not which users, tickets and codes exist. This module
makes them with the owner key of the demo, and puts them into requests that are valid by their
schema, so that these reach the code behind the lookups. Values that an answer held are left alone:
schemathesis draws from them, and links carry them.
"""

import base64
import hashlib
import hmac
import itertools
import os
import re
import time

import requests

PASSWORD = "amber kettles sing at dawn, take {}"
OWNER = {name: os.environ["REKEY_" + name] for name in (
    "URL", "API_KEY", "CLIENT_ID", "CLIENT_SECRET", "APPLICATION_ID", "TENANT_ID")}
# The run is over if these are deleted, locked or given another policy.
NEEDED = {OWNER["APPLICATION_ID"], OWNER["TENANT_ID"]}

http = requests.Session()
http.headers["Authorization"] = "Bearer " + OWNER["API_KEY"]
numbers = itertools.count(1)
media = itertools.cycle(["link", "otp"])
invites = itertools.cycle([{"returnCode": {}}, {"sendCode": {}}])
seen = set(NEEDED)
users = {}  # by id, user name and address
asked = []  # who was sent a mail to reset his password
keys = {}  # whose the key of a link is
passwords = {}  # whose a password became


def send(method, path, body=None, **more):
    answer = http.request(method, OWNER["URL"] + path, json=body, timeout=20, **more)
    if answer.status_code >= 300:
        raise RuntimeError(f"{method} {path}: {answer.status_code} {answer.text[:300]}")
    made = answer.json() if answer.text else {}
    remember(made)
    return made


def remember(value):
    """Collects what looks like an id, a code or a token."""
    if isinstance(value, dict):
        for member in value.values():
            remember(member)
    elif isinstance(value, list):
        for item in value:
            remember(item)
    elif isinstance(value, str) and 6 <= len(value) <= 4096:
        seen.add(value)


def owner_key_id():
    for key in send("GET", "/v1/api-keys?limit=200")["items"]:
        if OWNER["API_KEY"].startswith(key["prefix"]):
            return key["id"]
    raise RuntimeError("the owner key is not listed")


NEEDED.add(owner_key_id())


def user(password=False):
    n = next(numbers)
    name = f"fuzz-{n}-{os.getpid()}"
    made = send("POST", "/v1/users", {
        "tenantId": OWNER["TENANT_ID"], "username": name, "givenName": "Fuzz",
        "emails": [{"address": name + "@fuzz.example", "verified": True, "primary": True}]})
    made["email"] = name + "@fuzz.example"
    users[made["id"]] = users[name] = users[made["email"]] = made
    if password:
        made["password"] = PASSWORD.format(n)
        send("PUT", f"/v1/users/{made['id']}/password", {"password": made["password"]})
    return made


def application():
    return send("POST", "/v1/applications", {"name": f"Fuzz {next(numbers)}"})["id"]


def tenant():
    return send("POST", "/v1/tenants", {"applicationId": OWNER["APPLICATION_ID"], "name": f"Fuzz {next(numbers)}"})["id"]


def api_key():
    made = send("POST", "/v1/api-keys", {
        "name": "fuzz", "boundary": "tenant", "applicationId": OWNER["APPLICATION_ID"], "tenantId": OWNER["TENANT_ID"],
        "permissions": ["users:read"]})
    return made["apiKey"]["id"]


def ticket(of, medium="link", purpose="reset"):
    return send("POST", "/v1/tickets", {"userId": of, "medium": medium, "purpose": purpose, "deliver": "return"})


def verification(medium):
    """The order of a returned ticket for an address that nobody has verified yet."""
    address = f"fuzz-new-{next(numbers)}@fuzz.example"
    of = send("POST", "/v1/users", {"tenantId": OWNER["TENANT_ID"], "username": f"new-{next(numbers)}-{os.getpid()}",
                                    "emails": [{"address": address, "verified": False, "primary": True}]})["id"]
    return {"userId": of, "medium": medium, "purpose": "verify", "address": address, "deliver": "return"}


def session(of):
    return send("POST", "/v1/sessions", {"username": of["username"], "password": of["password"]})


def bearer(of):
    return {"Authorization": "Bearer " + session(of)["accessToken"]}


def enrolled(of, confirm=False):
    """Enrols an authenticator app as its user, and answers the code of now."""
    own = bearer(of)
    secret = send("POST", f"/v1/users/{of['id']}/totp", {"currentPassword": of["password"]}, headers=own)["secret"]
    if confirm:
        send("POST", f"/v1/users/{of['id']}/totp/confirm", {"code": totp(secret)}, headers=own)
    return totp(secret), own


def totp(secret):
    """RFC 6238 with its defaults."""
    digest = hmac.new(base64.b32decode(secret), int(time.time() // 30).to_bytes(8, "big"), hashlib.sha1).digest()
    at = digest[-1] & 15
    return f"{(int.from_bytes(digest[at:at + 4], 'big') & 0x7FFFFFFF) % 10**6:06d}"


def mailed(of, pattern):
    """What the newest mail to the user says: the outbox sends on its own time."""
    until = time.monotonic() + 10
    while time.monotonic() < until:
        box = http.get(OWNER["URL"] + "/dev/mailbox.json", timeout=20)
        for mail in box.json() if of["email"] in box.text else ():
            found = mail["to"] == of["email"] and re.search(pattern, mail["text"])
            if found:
                return found.group(1)
        time.sleep(0.05)
    raise RuntimeError(f"nothing was sent to {of['email']}")


def mailed_key(of):
    found = mailed(of, r"key=([\w-]+)")
    keys[found] = of
    seen.add(found)
    return found


def mailed_code(of):
    return mailed(of, r"(?m)^\s*(\d{6})\s*$")


class Once:
    """A thing that is made when it is first asked for, and kept while requests only read it."""

    def __init__(self, make):
        self.make, self.kept = make, None

    def __call__(self, kept):
        if not kept:
            return self.make()
        if self.kept is None:
            self.kept = self.make()
        return self.kept


plain_user = Once(user)
password_user = Once(lambda: user(password=True))


def check_in():
    """A session of a user of its own: wrong passwords that are tried on it lock nobody else out."""
    of = user(password=True)
    made = send("POST", "/v2/sessions", {"checks": {"user": {"userId": of["id"]}, "password": {"password": of["password"]}}})
    return {**made, "password": of["password"]}


checked_session = Once(check_in)


def message():
    of = user()
    send("POST", "/v1/tickets", {"userId": of["id"], "medium": "link", "purpose": "reset"})
    mailed_key(of)
    return send("GET", f"/v1/messages?userId={of['id']}&limit=1")["items"][0]["id"]


# Path parameters, by name.
MAKE = {
    "userId": Once(lambda: user()["id"]),
    "userid": Once(lambda: user()["id"]),
    "id": Once(lambda: user()["id"]),
    "applicationId": Once(application),
    "tenantId": Once(tenant),
    "apiKeyId": Once(api_key),
    "ticketId": Once(lambda: ticket(user()["id"])["id"]),
    "sessionId": Once(lambda: session(password_user(True))["session"]["id"]),
    "messageId": Once(message),
    "eventId": Once(lambda: send("GET", "/v1/events?limit=1")["items"][0]["id"]),
}
