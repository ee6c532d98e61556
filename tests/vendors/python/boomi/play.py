"""Plays stories with a client that an outside generator made of the vendor's four operations: play.py STORY..."""

import json
import os
import sys
import traceback

sys.path.insert(0, os.path.join(os.environ["BOOMI_CLIENTS"], "boomi-document", "client"))

import stories  # noqa: E402


def say(name, result, why=None):
    print(json.dumps({"story": name, "result": result, "why": why}), flush=True)


def main():
    for name in sys.argv[1:]:
        try:
            say(name, stories.STORIES[name](stories.client()) or "works")
        except Exception:  # noqa: BLE001
            say(name, "failed", traceback.format_exc(limit=-3, chain=False))


main()
