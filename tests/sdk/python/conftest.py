"""What the tests share: the live server of the environment, its people and their mails; and the count for the report."""

import json
import os
import re
import time
import urllib.request
import uuid

import pytest

from rekey import Rekey, Retries
from rekey.models import RekeyLogin, RekeyPasswordAssignment, RekeyUserCreation, RekeyUserAddress

FIRST = "seven quiet rivers run north"
NEW = "nine copper kettles in a row"
SURFACES = ("rekey", "boomi", "entrust", "wristband", "zitadel")


class Person:
    """A user of his own for each test, so that no test meets another's locks and limits."""

    def __init__(self, live, password=FIRST, verified=True, tenant=None):
        self.live = live
        self.username = f"py-{uuid.uuid4().hex[:12]}"
        self.email = f"{self.username}@example.com"
        self.tenant = tenant or os.environ["REKEY_TENANT_ID"]
        made = live.users.create(body=RekeyUserCreation(
            tenant_id=self.tenant, username=self.username, emails=[RekeyUserAddress(address=self.email, verified=verified)]))
        self.id = made.id
        if password:
            live.passwords.set(self.id, body=RekeyPasswordAssignment(password=password, must_change=False))

    def log_in(self, password):
        return self.live.sessions.create(
            body=RekeyLogin(username=self.username, password=password, tenant_id=self.tenant))

    def mailed(self, pattern):
        """What the pattern finds in a mail to this person; the outbox delivers within seconds."""
        until = time.monotonic() + 20
        while time.monotonic() < until:
            with urllib.request.urlopen(os.environ["REKEY_URL"] + "/dev/mailbox.json") as answer:
                mails = json.load(answer)
            for mail in mails:
                found = re.search(pattern, mail["text"])
                if self.email in mail["to"] and found:
                    return found[1]
            time.sleep(0.05)
        raise AssertionError(f"no mail to {self.email} has {pattern}")


@pytest.fixture(scope="session")
def live():
    with Rekey(os.environ["REKEY_URL"], os.environ["REKEY_API_KEY"], retries=Retries(first_wait=0.05)) as client:
        yield client


@pytest.fixture
def person(live):
    return lambda **given: Person(live, **given)


def pytest_configure(config):
    config.addinivalue_line("markers", "path(surface): a reset path of a surface, for the report")
    config.driven = {s: [0, 0] for s in SURFACES}
    config.others = [0, 0]


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    outcome = yield
    if call.when != "call":
        return
    mark = item.get_closest_marker("path")
    count = item.config.driven[mark.args[0]] if mark else item.config.others
    count[0] += outcome.get_result().passed
    count[1] += 1


def pytest_sessionfinish(session):
    target = os.environ.get("REKEY_REPORT")
    if not target:
        return
    rows = [{"surface": s, "label": "Python: reset paths driven, each to a login", "done": done, "of": of}
            for s, (done, of) in session.config.driven.items()]
    done, of = session.config.others
    rows.append({"surface": "", "label": "Python: errors, retries, redaction, pages, unknown values, README", "done": done, "of": of})
    with open(target, "w", encoding="utf-8") as file:
        json.dump({"title": "SDK for Python", "command": "make sdk/python", "rows": rows,
                   "notes": ["The wheel is built, installed into a fresh environment and used from there."]}, file, indent=1)
