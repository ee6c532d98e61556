"""The hooks of make fuzz-contract, loaded by schemathesis into its own process."""

import atexit
import collections
import json
import os
import re
import sys
import tomllib

import schemathesis
import schemathesis.cli
from schemathesis.engine import events

import feed
import live

HERE = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(HERE, "explained.toml"), "rb") as file:
    EXPLAINED = tomllib.load(file)["explained"]
met = collections.Counter()
counts = {name: collections.Counter() for name in ("cases", "answers", "links", "walked", "checks")}
kinds, operations, answered = set(), set(), set()
unexplained = []


def operation_of(case):
    return case.operation.definition.raw.get("operationId", "")


@schemathesis.hook
def before_call(context, case, kwargs):
    meta = case.meta
    if meta is not None and meta.generation.mode.is_positive:
        feed.feed(operation_of(case), case, walks=meta.phase.name.value == "stateful")
    if case.method not in ("GET", "HEAD", "OPTIONS"):
        for name, value in list(case.path_parameters.items()):
            if value in live.NEEDED and name in live.MAKE:
                case.path_parameters[name] = live.MAKE[name](False)


@schemathesis.hook
def after_call(context, case, response):
    if 200 <= response.status_code < 300:
        answer = json.loads(response.text) if re.search(r"[/+]json\b", str(response.headers.get("content-type"))) else {}
        live.remember(answer)
        feed.learn(operation_of(case), case, answer if isinstance(answer, dict) else {})


@schemathesis.hook
def filter_failure(context, failure, case, response):
    operation = operation_of(case)
    for number, line in enumerate(EXPLAINED):
        if re.fullmatch(line["operations"], operation) and any(re.fullmatch(line["check"], check) for check in failure.checks) \
                and re.search(line["answer"], response.text) and re.search(line.get("body", ""), repr(case.body)):
            met[number] += 1
            return False
    unexplained.append({"operation": operation, "check": list(failure.checks), "status": response.status_code,
                        "answer": response.text[:300], "request": [case.method, case.formatted_path], "body": repr(case.body)[:500],
                        "query": repr(dict(case.query)), "why": str(failure.message)[:300],
                        "case": case.meta.phase.data.description if case.meta else None})
    return True


@schemathesis.cli.handler()
class Counts(schemathesis.cli.EventHandler):
    """Counts what was sent and found, for the report."""

    def handle_event(self, ctx, event):
        if not isinstance(event, events.ScenarioFinished):
            return
        phase, recorder = event.phase.value, event.recorder
        for id, node in recorder.cases.items():
            counts["cases"][phase] += 1
            operations.add(operation_of(node.value))
            interaction = recorder.interactions.get(id)
            if interaction is None or interaction.response is None:
                continue
            status = interaction.response.status_code
            if "REKEY_FUZZ_TRACE" in os.environ:
                print(phase, node.transition and node.transition.id, operation_of(node.value), status,
                      interaction.response.text[:200], repr(node.value.body)[:200], file=sys.stderr)
            counts["answers"][f"{status // 100}xx"] += 1
            if 200 <= status < 300:
                answered.add(operation_of(node.value))
            link = node.transition if node.is_transition_applied else None
            if link is not None and not link.is_inferred:
                counts["links"][link.id] += 1
                if 200 <= status < 300:
                    counts["walked"][link.id] += 1
        for nodes in recorder.checks.values():
            for node in nodes:
                counts["checks"][node.status.value] += 1
                kinds.add(node.name)


@atexit.register
def tell():
    with open(os.environ["REKEY_FUZZ_TOLD"], "w") as told:
        json.dump({
            **counts, "kinds": sorted(kinds), "operations": sorted(operations), "answered": sorted(answered),
            "met": {EXPLAINED[n]["reason"]: times for n, times in met.items()}, "unexplained": unexplained}, told)
