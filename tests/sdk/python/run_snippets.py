"""Runs every snippet once, against the stand-in that knows what must arrive."""

import inspect
import os
import sys
import traceback

import snippets

from rekey import Rekey, Retries

failed = False
with Rekey(os.environ["REKEY_STANDIN_URL"], "a token", retries=Retries(attempts=1)) as client:
    for name, run in inspect.getmembers(snippets, inspect.isfunction):
        try:
            run(client)
        except Exception:
            failed = True
            print(name, traceback.format_exc(), file=sys.stderr)
sys.exit(failed)
