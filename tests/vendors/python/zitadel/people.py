"""What the stories have in common: a user to begin with, the mailbox, and an authenticator app."""

import base64
import hashlib
import hmac
import itertools
import json
import os
import re
import struct
import time
import urllib.parse
import urllib.request

from zitadel_client import models as m

PASSWORD = os.environ["ZITADEL_PASSWORD"]
ANOTHER = "Seven quiet rivers, 4 bends"
ORG = os.environ["ZITADEL_ORG"]
made = itertools.count(1)
imported = iter(json.loads(os.environ["ZITADEL_USERS"]))


def known():
    """A user who was imported: he has the id of 18 digits that the vendor gave him, a password and a verified address."""
    user = next(imported)
    return user["userId"], user["username"], user["address"]


def somebody():
    """The name and the address of a user who does not exist yet."""
    name = f"{os.environ['ZITADEL_PREFIX']}-{os.getpid()}-{next(made)}"
    return name, name + "@example.com"


def creation(**more):
    """A request for a user with a password and a verified address."""
    name, address = somebody()
    return m.UserServiceAddHumanUserRequest(**{
        "username": name,
        "organization": m.UserServiceOrganization(org_id=ORG),
        "profile": m.UserServiceSetHumanProfile(given_name="Minnie", family_name="Mouse"),
        "email": m.UserServiceSetHumanEmail(email=address, is_verified=True),
        "password": m.UserServicePassword(password=PASSWORD, change_required=False),
    } | more)


def added(zitadel, **more):
    """The id, the name and the address of a new user."""
    request = creation(**more)
    user_id = zitadel.users.add_human_user(request).user_id
    return user_id, request.username, request.email.email


def mailed(address, pattern):
    """Waits for a mail to the address, and returns what the pattern finds in its text."""
    until = time.monotonic() + 30
    while time.monotonic() < until:
        with urllib.request.urlopen(os.environ["ZITADEL_MAILBOX"]) as answer:
            mails = json.load(answer)
        for mail in reversed(mails):
            if mail["to"] == address and (found := re.search(pattern, mail["text"])):
                return found[1]
        time.sleep(0.05)
    raise AssertionError(f"{address} got no mail with {pattern}")


def link(address, path):
    """The parameters of a mailed link, as the page behind it sees them."""
    opened = urllib.parse.urlsplit(mailed(address, rf"(https://app\.example\.com{path}\?\S+)"))
    return dict(urllib.parse.parse_qsl(opened.query))


def totp(secret):
    """The code of an authenticator app (RFC 6238)."""
    counter = struct.pack(">Q", int(time.time()) // 30)
    mac = hmac.digest(base64.b32decode(secret), counter, hashlib.sha1)
    at = mac[-1] & 15
    return f"{(struct.unpack('>I', mac[at:at + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"
