"""What the runtime adds, against a stub: a server in this file that answers what each test has written down."""

import asyncio
import base64
import contextlib
import dataclasses
import http.server
import json
import logging
import os
import re
import threading
import time

import httpx
import pytest

import rekey
from rekey import ApiError, NoAnswerError, Rekey, Retries
from rekey.errors import BoomiError, OAuthError, ProblemError, UnreadableAnswerError
from rekey.models import (
    BoomiLoginModel,
    RekeyApiKeyChange,
    RekeyTicketCreation,
    RekeyTicket,
    RekeyTicketState,
    WristbandTokenInput,
)
from rekey.problems import BY_CODE, PasswordPolicy

QUICK = Retries(first_wait=0.01, longest_wait=2)
TICKET = {
    "id": "0192f3a4-5b6c-7d8e-9f01-23456789abcd", "applicationId": "a", "tenantId": "t", "userId": "u", "purpose": "reset",
    "medium": "carrier-pigeon", "deliver": "send", "state": "issued", "failedTries": 0, "newInTheFuture": {"deep": [1]},
    "createdAt": "2026-01-02T03:04:05.678Z", "expiresAt": "2026-01-03T03:04:05Z",
}


class Stub:
    """Answers one after the other what it was given, and keeps what it was asked."""

    def __init__(self, *answers):
        self.answers, self.asked = list(answers), []
        stub = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                stub.asked.append((self.command, self.path, dict(self.headers), body.decode(), time.monotonic()))
                status, headers, answer = stub.answers.pop(0)
                if status is None:
                    self.connection.close()
                    return
                raw = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
                self.send_response(status)
                for name, value in {"Content-Type": "application/json", "Content-Length": str(len(raw)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                with contextlib.suppress(BrokenPipeError):
                    self.wfile.write(raw)

            do_POST = do_PATCH = do_PUT = do_DELETE = do_GET

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()


def problem(code, status, **more):
    return {"type": f"/problems/{code}", "title": "t", "status": status, "detail": "d", "code": code, "request_id": "r-1", **more}


def test_unknown_values_and_members_survive():
    with Stub((200, {}, TICKET)) as stub:
        ticket = Rekey(stub.url).tickets.get(TICKET["id"])
    assert ticket.medium == "carrier-pigeon" and not ticket.medium.is_known
    assert ticket.state is RekeyTicketState.ISSUED and ticket.state.is_known
    assert ticket.additional_properties == {"newInTheFuture": {"deep": [1]}}
    sent = ticket.to_dict()
    assert sent["medium"] == "carrier-pigeon" and sent["newInTheFuture"] == {"deep": [1]}
    assert RekeyTicket.from_dict(sent) == ticket
    assert "newInTheFuture" in repr(ticket) and "deep" not in repr(ticket)
    empty = rekey.models.ZitadelReturnInviteCode.from_dict({"secret": "new"})
    assert repr(empty) == "ZitadelReturnInviteCode(unknown=['secret'])" and empty.to_dict() == {"secret": "new"}


def test_none_is_null_and_unset_is_absent():
    assert RekeyApiKeyChange(expires_at=None).to_dict() == {"expiresAt": None}
    assert RekeyApiKeyChange().to_dict() == {}


def test_a_change_is_repeated_with_the_same_key_until_the_service_is_ready():
    busy = problem("unavailable", 503)
    with Stub((503, {"Retry-After": "1"}, busy), (429, {}, problem("too_many_requests", 429)), (None, {}, b""), (201, {}, TICKET)) as stub:
        Rekey(stub.url, retries=QUICK).tickets.create(body=RekeyTicketCreation(user_id="u", medium="link"))
    keys = {asked[2]["Idempotency-Key"] for asked in stub.asked}
    assert len(stub.asked) == 4 and len(keys) == 1 and re.fullmatch("[0-9a-f-]{36}", keys.pop())
    assert len({asked[3] for asked in stub.asked}) == 1
    assert stub.asked[1][4] - stub.asked[0][4] >= 1, "Retry-After was not waited for"


def test_one_that_is_still_carried_out_is_asked_for_again():
    with Stub((409, {}, problem("idempotency_in_progress", 409)), (201, {}, TICKET)) as stub:
        Rekey(stub.url, retries=QUICK).tickets.create(body=RekeyTicketCreation(user_id="u", medium="link"))
    assert len(stub.asked) == 2


def test_a_key_of_the_caller_is_kept():
    with Stub((201, {"Idempotency-Replayed": "true", "ETag": '"7"'}, TICKET)) as stub:
        made = Rekey(stub.url).tickets.create(body=RekeyTicketCreation(user_id="u", medium="link"), idempotency_key="mine")
    assert stub.asked[0][2]["Idempotency-Key"] == "mine"
    assert made.answer.replayed and made.answer.etag == '"7"' and made.answer.status == 201


def test_what_could_be_done_twice_is_not_repeated():
    with Stub((503, {}, {"type": "about:blank", "title": "Service Unavailable", "status": 503})) as stub:
        with pytest.raises(BoomiError) as refused:
            Rekey(stub.url, retries=QUICK).boomi.authenticate(body=BoomiLoginModel(user_name="a", password="b"))
    assert refused.value.status == 503 and len(stub.asked) == 1
    with Stub((None, {}, b"")) as stub:
        with pytest.raises(NoAnswerError):
            Rekey(stub.url, retries=QUICK).boomi.authenticate(body=BoomiLoginModel(user_name="a", password="b"))
    assert len(stub.asked) == 1


def test_patience_has_an_end():
    busy = (503, {}, problem("unavailable", 503))
    with Stub(busy, busy, busy, busy) as stub:
        with pytest.raises(ProblemError) as refused:
            Rekey(stub.url, retries=QUICK).users.list()
    assert len(stub.asked) == 4 and refused.value.code == "unavailable"
    with Stub((429, {"Retry-After": "3600"}, problem("too_many_requests", 429))) as stub:
        with pytest.raises(ProblemError) as refused:
            Rekey(stub.url, retries=QUICK).users.list()
    assert refused.value.retry_after == 3600 and len(stub.asked) == 1


def test_a_slow_answer_is_given_up():
    listening = __import__("socket").create_server(("127.0.0.1", 0))
    with listening, pytest.raises(NoAnswerError) as silent:
        Rekey(f"http://127.0.0.1:{listening.getsockname()[1]}", timeout=0.2, retries=Retries(attempts=2, first_wait=0.01)).users.list()
    assert silent.value.attempts == 2 and isinstance(silent.value.__cause__, httpx.TimeoutException)


def test_errors_are_told_apart_by_code():
    told = problem("password_policy", 422, violations=[{"code": "too_short", "message": "m", "pointer": "/newPassword"}])
    with Stub((422, {}, told)) as stub, pytest.raises(PasswordPolicy) as refused:
        Rekey(stub.url).tickets.create(body=RekeyTicketCreation(user_id="u", medium="link"))
    assert refused.value.violations[0].pointer == "/newPassword" and refused.value.request_id == "r-1"
    with Stub((418, {}, problem("not_yet_invented", 418))) as stub, pytest.raises(ProblemError) as refused:
        Rekey(stub.url).users.get("u")
    assert refused.value.code == "not_yet_invented" and type(refused.value) is ProblemError
    with Stub((502, {"Content-Type": "text/html"}, b"<html>")) as stub, pytest.raises(ApiError) as refused:
        Rekey(stub.url, retries=Retries(attempts=1)).users.get("u")
    assert refused.value.status == 502 and refused.value.body is None
    with Stub((401, {}, {"error": "invalid_client"})) as stub, pytest.raises(OAuthError) as refused:
        Rekey(stub.url).wristband.get_token(body=WristbandTokenInput(grant_type="client_credentials"))
    assert refused.value.code == "invalid_client"
    assert len(BY_CODE) > 50


def test_nothing_secret_is_printed(caplog):
    caplog.set_level(logging.DEBUG)
    pair = {"accessToken": "SECRET-a", "refreshToken": "SECRET-b"}
    with Stub((200, {}, pair), (200, {}, {"key": "SECRET-k", "username": "alice"}),
              (403, {}, {"type": "urn:rekey:fault:x", "title": "t", "status": 403, "key": "SECRET-r"})) as stub:
        client = Rekey(stub.url, "SECRET-token")
        answered = client.boomi.authenticate(body=BoomiLoginModel(user_name="alice", password="SECRET-p", one_time_passcode="SECRET-o"))
        client.boomi.validate_password_reset_link(key="SECRET-q")
        with pytest.raises(BoomiError) as refused:
            client.boomi.authenticate(body=BoomiLoginModel(user_name="alice", password="SECRET-p"))
    printed = caplog.text + repr(answered) + repr(client) + repr(refused.value) + str(refused.value) + repr(refused.value.body)
    assert "SECRET" not in printed, re.findall(".*SECRET.*", printed)
    assert "alice" in caplog.text and "[secret]" in caplog.text and "POST /api/Users/authenticate" in caplog.text


def test_every_marked_secret_is_a_member():
    marked = 0
    for kind in rekey.opened.Model.__subclasses__():
        assert kind._secret <= {field.name for field in dataclasses.fields(kind)}, kind
        marked += len(kind._secret)
    assert marked > 50


@pytest.mark.parametrize("kind", [Rekey, rekey.AsyncRekey])
def test_nothing_is_sent_in_clear_to_another_machine(kind):
    for address in ("http://id.example.com", "http://10.0.0.1:8080", "http://127.0.0.1.example.com", "http://[2001:db8::1]"):
        with pytest.raises(ValueError, match="without TLS"):
            kind(address, "a key")
    for address in ("id.example.com", "ftp://id.example.com", "https://", "", "https://a:b@id.example.com", "https://id.example.com?a=b"):
        with pytest.raises(ValueError, match="must be like https://"):
            kind(address)
    for address in ("https://id.example.com/", "http://localhost:8080", "http://127.0.0.1:8080", "http://[::1]:8080"):
        kind(address, "a key").with_token(None)
    assert "id.example.com" in repr(kind("http://id.example.com", insecure_http=True).with_token("another key"))


@pytest.mark.parametrize("kind", [Rekey, rekey.AsyncRekey])
def test_an_empty_credential_is_none(kind):
    for empty in ("", " "):
        with pytest.raises(ValueError, match="the token is empty"):
            kind("https://id.example.com", empty)
        with pytest.raises(ValueError, match="the token is empty"):
            kind("https://id.example.com").with_token(empty)
        with pytest.raises(ValueError, match="the client id is empty"):
            kind("https://id.example.com").with_client(empty, "a secret")
        with pytest.raises(ValueError, match="the client secret is empty"):
            kind("https://id.example.com").with_client("an id", empty)


def test_a_change_is_not_sent_without_the_condition_that_it_should_have():
    with Stub((200, {}, TICKET)) as stub:
        ticket = Rekey(stub.url).tickets.get("t")
    with pytest.raises(LookupError):
        ticket.answer.etag
    with pytest.raises(AttributeError):
        RekeyTicketCreation(user_id="u", medium="link").answer


def test_a_client_of_the_caller_is_sent_to_the_address():
    with Stub((200, {}, TICKET)) as stub, httpx.Client(headers={"X-Own": "yes"}) as own:
        assert Rekey(stub.url + "/", http=own).tickets.get("a/b").user_id == "u"
    assert stub.asked[0][1] == "/v1/tickets/a%2Fb" and stub.asked[0][2]["X-Own"] == "yes"


def test_an_answer_of_something_between_is_told():
    with Stub((200, {"Content-Type": "text/html"}, b"<html>")) as stub, pytest.raises(UnreadableAnswerError):
        Rekey(stub.url).users.get("u")


def test_an_application_shows_its_id_and_secret():
    token = {"access_token": "a", "token_type": "Bearer", "expires_in": 60}

    async def awaited(url):
        async with rekey.AsyncRekey(url, "a token") as client:
            await client.with_client("shop:1", "a secret").wristband.get_token(body=body)
            await client.wristband.get_token(body=body)

    body = WristbandTokenInput(grant_type="client_credentials")
    with Stub(*[(200, {}, token)] * 4) as stub:
        client = Rekey(stub.url, "a token")
        client.with_client("shop:1", "a secret").wristband.get_token(body=body)
        client.wristband.get_token(body=body)
        asyncio.run(awaited(stub.url))
    shown = "Basic " + base64.b64encode(b"shop%3A1:a+secret").decode()
    assert [asked[2]["Authorization"] for asked in stub.asked] == [shown, "Bearer a token"] * 2
    assert {asked[3] for asked in stub.asked} == {"grant_type=client_credentials"}


def test_the_user_agent_names_the_version():
    with Stub((200, {}, {"items": []})) as stub:
        Rekey(stub.url, user_agent="shop/3").users.list()
    assert stub.asked[0][2]["User-Agent"].startswith(f"shop/3 rekey-python/{rekey.__version__} ")


def test_pages_are_walked_through(live, person):
    names = {person(password=None).username for _ in range(3)}
    listed = [u.username for u in live.users.list_all(limit=2, tenant_id=os.environ["REKEY_TENANT_ID"])]
    assert names <= set(listed) and len(listed) == len(set(listed))


def test_lines_arrive_one_by_one(live):
    events = live.events.export(tenant_id=os.environ["REKEY_TENANT_ID"])
    first = next(events)
    assert first.id and first.hash_ and next(events).sequence > first.sequence
    events.close()


def test_a_change_is_refused_if_somebody_was_faster(live, person):
    p = person(password=None)
    before = live.users.get(p.id)
    change = rekey.models.RekeyUserChange(given_name="First")
    live.users.update(p.id, body=change, if_match=before.answer.etag)
    with pytest.raises(rekey.problems.VersionMismatch):
        live.users.update(p.id, body=change, if_match=before.answer.etag)


def test_the_samples_of_the_readme_run(capsys):
    with open(os.environ["REKEY_README"], encoding="utf-8") as file:
        samples = compile(file.read(), "README.md", "exec")
    try:
        exec(samples, {})
    finally:
        logging.getLogger("rekey").setLevel(logging.NOTSET)
    said = capsys.readouterr().out
    assert f"for {os.environ['REKEY_USERNAME']} until" in said and "The link was used already." in said
