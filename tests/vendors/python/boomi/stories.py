"""What programs of Boomi's customers do with links, and what is refused."""

import os
import uuid

from openapi_client import ApiClient, ApiException, Configuration, PasswordApi, PasswordModel
from people import ANOTHER, KEY, PASSWORD, URL, known, logs_in, reset_key, set_key

REFUSED = "refused"


def client(key=KEY):
    """The client as its README says: a base URL and an API key."""
    return PasswordApi(ApiClient(Configuration(host=URL, api_key={"ApiKeyBearer": key})))


def model(key, password=ANOTHER, confirmed=None):
    return PasswordModel(key=key, password=password, confirm_password=confirmed or password)


def refused_with(status, call, *arguments):
    try:
        call(*arguments)
    except ApiException as refused:
        assert refused.status == status, (refused.status, refused.body)
        return REFUSED
    raise AssertionError("the call succeeded")


def set_first(boomi):
    user = known("newcomers")
    key = set_key(user)
    link = boomi.api_password_set_password_get(key=uuid.UUID(key))
    assert (str(link.key), link.username, link.mfa_enabled) == (key, user["username"], False), link
    assert link.password is None and link.confirm_password is None
    assert "set" in boomi.api_password_set_password_post(password_model=model(key))
    assert logs_in(user, ANOTHER)


def reset(boomi):
    user = known()
    key = reset_key(user)
    link = boomi.api_password_reset_password_get(key=uuid.UUID(key))
    assert (str(link.key), link.username) == (key, user["username"]), link
    link.password = link.confirm_password = ANOTHER  # the answer is the next request, as the vendor has one model for both
    assert "reset" in boomi.api_password_reset_password_post(password_model=link)
    assert logs_in(user, ANOTHER) and not logs_in(user, PASSWORD)


def used_link(boomi):
    key = reset_key(known())
    boomi.api_password_reset_password_post(password_model=model(key))
    refused_with(400, boomi.api_password_reset_password_get, uuid.UUID(key))
    return refused_with(400, boomi.api_password_reset_password_post, model(key))


def other_link(boomi):
    reset_link, set_link = reset_key(known()), set_key(known("newcomers"))
    refused_with(400, boomi.api_password_set_password_post, model(reset_link))
    refused_with(400, boomi.api_password_reset_password_post, model(set_link))
    refused_with(400, boomi.api_password_reset_password_get, uuid.uuid4())
    boomi.api_password_reset_password_post(password_model=model(reset_link))
    boomi.api_password_set_password_post(password_model=model(set_link))
    return REFUSED


def mismatch(boomi):
    user = known()
    key = reset_key(user)
    refused_with(400, boomi.api_password_reset_password_post, model(key, ANOTHER, "another one that differs"))
    refused_with(400, boomi.api_password_reset_password_post, model(key, "short"))
    boomi.api_password_reset_password_post(password_model=model(key))
    assert logs_in(user, ANOTHER)
    return REFUSED


def wrong_key(_):
    wrong = client(os.environ["BOOMI_API_KEY"][:-1] + "_")
    return refused_with(401, wrong.api_password_set_password_get, uuid.uuid4())


STORIES = {
    "set": set_first, "reset": reset, "used-link": used_link, "other-link": other_link, "mismatch": mismatch, "wrong-key": wrong_key,
}
