"""Plays stories: play.py LOGIN STORY... A line of JSON says how each one ended."""

import json
import sys
import traceback
import warnings

warnings.filterwarnings("ignore")  # the vendor's package uses a deprecated module of its library

import clients  # noqa: E402
import refusals  # noqa: E402
import stories  # noqa: E402


def say(name, result, why=None):
    print(json.dumps({"story": name, "result": result, "why": why}), flush=True)


def main():
    login, *names = sys.argv[1:]
    try:
        zitadel = clients.LOGINS[login]()
    except Exception:  # noqa: BLE001
        for name in names:
            say(name, "failed", traceback.format_exc(limit=-2, chain=False))
        return
    for name in names:
        try:
            say(name, {**stories.STORIES, **refusals.REFUSALS}[name](zitadel) or "works")
        except Exception:  # noqa: BLE001
            say(name, "failed", traceback.format_exc(limit=-2, chain=False))


main()
