"""What the stories have in common: a user to begin with, his login, the mailbox, and a clock that can be moved."""

import contextlib
import itertools
import json
import os
import re
import time
import urllib.request
from unittest import mock

from clients import rest

PASSWORD = os.environ["WRISTBAND_PASSWORD"]
ANOTHER = "Seven quiet rivers, 4 bends"
APPLICATION = os.environ["WRISTBAND_APPLICATION_ID"]
TENANT = os.environ["WRISTBAND_TENANT_ID"]
made = itertools.count(1)
imported = iter(json.loads(os.environ["WRISTBAND_USERS"]))


def known():
    """A user who was imported: he has the id of 26 characters that the vendor gave him, a password and a verified address."""
    return next(imported)


def somebody():
    """The name and the address of a user who does not exist yet."""
    name = f"{os.environ['WRISTBAND_PREFIX']}-{os.getpid()}-{next(made)}"
    return name, name + "@example.com"


def log_in(portal, user, password=PASSWORD):
    """How the customer's program logs a user in: by the native API, as the guide says."""
    login = {"tenantId": user["tenantId"], "username": user["username"], "password": password}
    return rest(portal.get_token(), "POST", "/v1/sessions", login)


def has_another(portal, user):
    """The new password is the user's, and the old one is not."""
    assert log_in(portal, user, ANOTHER).status_code == 201
    assert log_in(portal, user).status_code == 401


def mailed(address, pattern):
    """Waits for a mail to the address, and returns what the pattern finds in its text."""
    until = time.monotonic() + 30
    while time.monotonic() < until:
        with urllib.request.urlopen(os.environ["WRISTBAND_MAILBOX"]) as answer:
            mails = json.load(answer)
        for mail in reversed(mails):
            if mail["to"] == address and (found := re.search(pattern, mail["text"], re.MULTILINE)):
                return found[1]
        time.sleep(0.05)
    raise AssertionError(f"{address} got no mail with {pattern}")


@contextlib.contextmanager
def later(seconds):
    """The clocks are ahead."""
    now, monotonic = time.time, time.monotonic
    with mock.patch("time.time", lambda: now() + seconds), mock.patch("time.monotonic", lambda: monotonic() + seconds):
        yield
