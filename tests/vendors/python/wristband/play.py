"""Plays stories: play.py KIND STORY... A line of JSON says how each one ended. KIND is sync or async."""

import json
import sys
import traceback

import clients
import refusals
import stories


def say(name, result, why=None):
    print(json.dumps({"story": name, "result": result, "why": why}), flush=True)


def main():
    kind, *names = sys.argv[1:]
    portal = clients.program(kind, "portal")
    portal.another = lambda name, secret=None: clients.program(kind, name, secret)
    for name in names:
        try:
            say(name, {**stories.STORIES, **refusals.REFUSALS}[name](portal) or "works")
        except Exception:  # noqa: BLE001
            say(name, "failed", traceback.format_exc(limit=-3, chain=False))


main()
