"""Plays stories with the vendor's program that creates users from a file: play_import.py STORY..."""

import csv
import json
import os
import sys
import tempfile
import traceback

from people import ANOTHER, TENANT, known, somebody
from wristband.exceptions import AuthenticationError
from wristband.oauth2.create_token import create_token
from wristband.users.users_utils import UsersService

DOMAIN = os.environ["WRISTBAND_DOMAIN"]
CLIENT = os.environ["WRISTBAND_PORTAL"].split(":")


def upload(invite_users=False, **user):
    """What the vendor's program logs for the users of its file."""
    token = create_token(DOMAIN, *CLIENT)
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        service = UsersService(token, DOMAIN, TENANT, "wristband")
        service.create_import_users_csv()
        with open(service.import_file_path, encoding="utf-8") as file:
            columns = next(csv.reader(file))
        with open(service.import_file_path, "w", encoding="utf-8") as file:
            csv.writer(file).writerows([columns, [user.get(column, "") for column in columns]])
        try:
            return service.upload_users_csv(invite_users)
        finally:
            os.chdir("/")


def token():
    assert create_token(DOMAIN, *CLIENT)


def wrong_secret():
    try:
        create_token(DOMAIN, CLIENT[0], "wrong")
    except AuthenticationError:
        return "refused"
    raise AssertionError("a wrong secret gave a token")


def add_user():
    name, email = somebody()
    [log] = upload(email=email, username=name, givenName="Ada", familyName="Hale", password=ANOTHER, emailVerified="True")
    assert log["status_code"]["email"] == email and log["status_code"]["hasPassword"], log


def taken_email():
    [log] = upload(email=known()["address"], givenName="Ada")
    assert log["message"]["violations"]["email"][0]["code"] == "not_unique", log
    return "refused"


def invite_existing():
    try:
        upload(True, email=somebody()[1], givenName="Ada")
    except KeyError as missing:  # the program looks for the invitation in the answer, and finds the error there
        assert missing.args == ("existingUserInvitationRequest",)
        return "not offered"
    raise AssertionError("the invitation succeeded")


STORIES = {
    "token": token, "wrong-secret": wrong_secret, "add-user": add_user, "taken-email": taken_email, "invite-existing": invite_existing,
}


def main():
    for name in sys.argv[1:]:
        ending = {"story": name}
        try:
            ending["result"] = STORIES[name]() or "works"
        except Exception:  # noqa: BLE001
            ending |= {"result": "failed", "why": traceback.format_exc(limit=-3, chain=False)}
        print(json.dumps(ending), flush=True)


main()
