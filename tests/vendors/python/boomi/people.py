"""What the stories have in common: users to begin with, their links and logins. None of it is among the four operations."""

import json
import os
import re
import time
import urllib.error
import urllib.request

URL = os.environ["BOOMI_URL"]
KEY = os.environ["BOOMI_API_KEY"]
PASSWORD = os.environ["BOOMI_PASSWORD"]
ANOTHER = "seven quiet rivers run north"
people = {kind: iter(users) for kind, users in json.loads(os.environ["BOOMI_PEOPLE"]).items()}


def known(kind="members"):
    """A user who was imported: a member with a password, or one of the newcomers, who have none."""
    return next(people[kind])


def call(method, path, body=None):
    """The status and the answer of the server."""
    request = urllib.request.Request(URL + path, method=method, data=None if body is None else json.dumps(body).encode())
    request.add_header("Content-Type", "application/json")
    request.add_header("Authorization", "Bearer " + KEY)
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, json.loads(answer.read() or b"null")
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read().decode()


def set_key(user):
    """The key of a set link, as the customer's own server gets it."""
    status, found = call("GET", f"/v1/users?username={user['username']}")
    assert status == 200, found
    link = {"userId": found["items"][0]["id"], "purpose": "set", "medium": "link", "form": "key", "deliver": "return"}
    status, made = call("POST", "/v1/tickets", link)
    assert status == 201, made
    return made["proof"]["key"]


def reset_key(user):
    """The key of the link that the user gets by mail."""
    status, answer = call("POST", "/api/ForgotUser/forgotPassword", {"username": user["username"]})
    assert status == 200, answer
    until = time.monotonic() + 30
    while time.monotonic() < until:
        for mail in call("GET", "/dev/mailbox.json")[1]:
            found = re.search(r"/reset\?key=([0-9a-f-]{36})", mail["text"])
            if found and mail["to"] == user["address"]:
                return found[1]
        time.sleep(0.05)
    raise AssertionError(f"{user['username']} has got no mail")


def logs_in(user, password):
    return call("POST", "/api/Users/authenticate", {"userName": user["username"], "password": password})[0] == 200
