"""One journey a surface, told once for all clients in Python. A client has a method for each call."""

import os

OWNER, NEW = os.environ["REKEY_API_KEY"], os.environ["NEW_PASSWORD"]
URL, ID, SECRET = os.environ["REKEY_URL"], os.environ["REKEY_CLIENT_ID"], os.environ["REKEY_CLIENT_SECRET"]


def user(surface):
    return os.environ[f"{surface.upper()}_USER"]


def name(surface):
    return os.environ[f"{surface.upper()}_NAME"]


def boomi(calls):
    said = calls.boomi_reset(os.environ["BOOMI_KEY"], NEW)
    assert said == "Password has been reset.", f"said {said!r}"
    assert calls.boomi_login(name("boomi"), NEW), "no token"


def entrust(calls):
    token = calls.entrust_token(ID, SECRET)
    calls.entrust_set(token, user("entrust"), NEW)
    assert calls.entrust_validate(token, user("entrust"), "short") is False, "short is long enough"


def wristband(calls):
    token = calls.wristband_token(ID, SECRET)
    result = calls.wristband_reset(token, calls.wristband_link(token, user("wristband")), NEW)
    assert result == "PASSWORD_RESET_SUCCESSFUL", f"result {result}"


def zitadel(calls):
    calls.zitadel_set(OWNER, user("zitadel"), calls.zitadel_code(OWNER, user("zitadel")), NEW)
    assert calls.zitadel_session(OWNER, name("zitadel"), NEW), "no session"


def rekey(calls):
    ticket = calls.ticket(OWNER, user("rekey"))
    code, messages = calls.refused(ticket, "short")
    assert code == "password_policy" and messages, f"refused as {code}"
    calls.redeem(ticket, NEW)
    assert calls.events(OWNER).count(b"\n") > 1, "the export has one line"


def drive(calls):
    for journey in (boomi, entrust, wristband, zitadel, rekey):
        try:
            journey(calls)
            print(journey.__name__, "ok")
        except Exception as failed:  # each kind of client has its own
            print(journey.__name__, repr(failed).replace("\n", " ")[:300])
