"""Fuzzes all surfaces, two at a time, each against a fresh demo: `make fuzz-contract`.

REKEY_TEST_SEED draws a third of each surface's operations and what is sent to them;
REKEY_TEST_CASES=all takes every operation. REKEY_FUZZ_EXAMPLES changes how much is
generated, REKEY_FUZZ_SURFACES and REKEY_FUZZ_PHASES choose.
"""

import concurrent.futures
import json
import os
import random
import re
import subprocess
import sys
import time
import tomllib

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
OUT = os.path.join(ROOT, ".tools", "fuzz-told")
BUNDLE = os.path.join(OUT, "openapi.json")
SEED = os.environ.get("REKEY_TEST_SEED") or str(random.SystemRandom().getrandbits(32))
ALL = os.environ.get("REKEY_TEST_CASES") == "all"
EXAMPLES = os.environ.get("REKEY_FUZZ_EXAMPLES", "")
LIMIT = int(os.environ.get("REKEY_FUZZ_SECONDS", "480"))
PHASES = os.environ.get("REKEY_FUZZ_PHASES", "examples,coverage,fuzzing,stateful")

with open(os.path.join(ROOT, "gen", "openapi", "openapi.json")) as file:
    CONTRACT = json.load(file)
with open(os.path.join(HERE, "explained.toml"), "rb") as file:
    UNWALKED = tomllib.load(file).get("unwalked", [])
with open(os.path.join(HERE, "schemathesis.toml"), "rb") as file:
    SPARED = [line["include-operation-id"] for line in tomllib.load(file)["operations"]]


def spell_out(node):
    """Puts what the contract says in extensions of its own where schemathesis reads it.

    As requestBody of a link, and as pattern of a text in any script, OpenAPI Generator and what it makes would stumble over it.
    """
    if isinstance(node, list):
        return [spell_out(item) for item in node]
    if not isinstance(node, dict):
        return node
    return {{"x-request-body": "requestBody", "x-pattern": "pattern"}.get(name, name): spell_out(value) for name, value in node.items()}


def surfaces():
    """Per surface its operations and its links, by what the bundle says."""
    found = {}
    for path in CONTRACT["paths"].values():
        for operation in path.values():
            if not isinstance(operation, dict) or "operationId" not in operation:
                continue
            name = operation["tags"][0].split(":")[0]
            of = found.setdefault(name, {"operations": set(), "links": []})
            of["operations"].add(operation["operationId"])
            of["links"] += [(operation["operationId"], link["operationId"])
                            for response in operation["responses"].values() for link in response.get("links", {}).values()]
    return found


def drawn(surface, operations):
    """The operations of a surface that this run plays."""
    listed = sorted(operations)
    if ALL:
        return listed
    return sorted(random.Random(f"{SEED} {surface}").sample(listed, max(4, len(listed) // 3)))


def phases(surface, operations):
    """Without the one that follows links, if none leads from an operation of these to another: schemathesis calls it an error."""
    led = any({source, target} <= set(operations) for source, target in surface["links"])
    return PHASES if led else ",".join(phase for phase in PHASES.split(",") if phase != "stateful")


def fuzz(surface, operations, phases):
    told = os.path.join(OUT, surface + ".json")
    if os.path.exists(told):
        os.remove(told)
    command = [
        os.path.join(ROOT, "tests", "with-demo.sh"), "sh", "-c", 'exec "$0" "$@" --url "$REKEY_URL"',
        sys.executable, "-m", "schemathesis.cli", "--config-file", os.path.join(HERE, "schemathesis.toml"), "run", BUNDLE,
        "--include-operation-id-regex", f"^({'|'.join(operations)})$", "--phases", phases, "--seed", SEED,
        "--continue-on-failure", "--no-color", "--generation-database", "none"]
    if EXAMPLES:
        command += ["--max-examples", EXAMPLES]
    began = time.monotonic()
    try:
        run = subprocess.run(command, env={**os.environ, "REKEY_FUZZ_TOLD": told, "PYTHONPATH": HERE}, cwd=HERE, timeout=LIMIT,
                             text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        status, output = run.returncode, run.stdout
    except subprocess.TimeoutExpired as late:
        status, output = 1, (late.stdout or b"").decode(errors="replace") + f"\nnot done in {LIMIT} s\n"
    if status != 0:
        print(output[:20000], flush=True)
    whole = {"unexplained": []}
    if os.path.exists(told):
        with open(told) as file:
            whole = json.load(file)
    return {**whole, "status": status, "seconds": round(time.monotonic() - began)}


def walk():
    """Each link once, for the chosen surfaces or not: it takes seconds."""
    told = os.path.join(OUT, "walk.json")
    if os.path.exists(told):
        os.remove(told)
    run = subprocess.run(
        [os.path.join(ROOT, "tests", "with-demo.sh"), sys.executable, os.path.join(HERE, "walk.py"), BUNDLE, told], cwd=HERE,
        timeout=LIMIT, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        env={**os.environ, "REKEY_FUZZ_TOLD": os.path.join(OUT, "walk-hooks.json"), "PYTHONPATH": HERE})
    if run.returncode != 0 or not os.path.exists(told):
        print(run.stdout[:20000], flush=True)
        return {}
    with open(told) as file:
        return json.load(file)


def rows(surface, contract, chosen, told, walked):
    explained = sum(told.get("met", {}).values())
    held = told.get("checks", {}).get("success", 0)
    again = told.get("walked", {})
    cases = sum(told.get("cases", {}).values())

    def row(label, done, of):
        return {"surface": surface, "label": label, "done": done, "of": of}

    return [
        row("operations fuzzed", len(set(chosen) & set(told.get("operations", []))), len(chosen)),
        row("operations that answered 2xx", len(set(chosen) & set(told.get("answered", []))), len(chosen)),
        row("requests", cases, cases),
        row("checks that held, of all but the explained", held, held + len(told["unexplained"])),
        row("links of the contract walked with 2xx", walked.get("walked", 0), len(contract["links"])),
    ], (f"{surface}: {explained} explained failures; at random, {len(again)} links were walked with 2xx {sum(again.values())} times; "
        f"{told['seconds']} s.")


def main():
    os.makedirs(OUT, exist_ok=True)
    with open(BUNDLE, "w") as file:
        json.dump(spell_out(CONTRACT), file)
    if "REKEY_BIN" not in os.environ:  # built once for all surfaces
        os.environ["REKEY_BIN"] = os.path.join(OUT, "rekey")
        subprocess.run([os.environ.get("GO", "go"), "build", "-o", os.environ["REKEY_BIN"], "./cmd/rekey"], cwd=ROOT, check=True)
    contract = surfaces()
    chosen = os.environ.get("REKEY_FUZZ_SURFACES", " ".join(contract)).split()
    print(f"fuzz-contract: to play it again, REKEY_TEST_SEED={SEED} make fuzz-contract", flush=True)
    plays = {surface: drawn(surface, contract[surface]["operations"]) for surface in chosen}
    # The largest first: the others pass by it.
    order = sorted(chosen, key=lambda name: -len(contract[name]["operations"]))
    with concurrent.futures.ThreadPoolExecutor(int(os.environ.get("REKEY_FUZZ_AT_ONCE", "2"))) as pool:
        walking = pool.submit(walk)
        told = dict(zip(order, pool.map(lambda surface: fuzz(surface, plays[surface], phases(contract[surface], plays[surface])), order)))
        walked = walking.result()
    report = {"title": "Fuzzing from the contract", "command": "make fuzz-contract", "rows": [], "notes": [f"Seed {SEED}."]}
    failed = False
    for surface in chosen:
        lines, note = rows(surface, contract[surface], plays[surface], told[surface], walked.get(surface, {}))
        report["rows"] += lines
        report["notes"].append(note)
        for line in lines:
            print(f"  {surface:10} {line['label']:45} {line['done']}/{line['of']}")
        for failure in told[surface]["unexplained"]:
            print("  UNEXPLAINED", json.dumps(failure, ensure_ascii=False))
        left = walked.get(surface, {"not": {"": "The walk broke off."}})["not"]
        for link, why in left.items():
            known = [line["reason"] for line in UNWALKED if re.fullmatch(line["link"], link)]
            if known:
                report["notes"].append(f"Not walked, {link}: {known[0]}")
            else:
                print("  NOT WALKED", link, why)
                failed = True
        failed = failed or told[surface]["status"] != 0 or lines[0]["done"] != lines[0]["of"] or bool(told[surface]["unexplained"])
    met = {}
    for surface in chosen:
        for reason, times in told[surface].get("met", {}).items():
            met[reason] = met.get(reason, 0) + times
    for reason, times in sorted(met.items()):
        report["notes"].append(f"Explained {times} times: {reason}")
    report["notes"] += [f"Without the coverage phase, for the reason in schemathesis.toml: {operation}." for operation in SPARED]
    kinds = sorted(set().union(*(told[surface].get("kinds", []) for surface in chosen)))
    report["notes"].append("Checks: " + ", ".join(kinds) + ".")
    print("\n".join("  " + note for note in report["notes"]))
    every = sum(len(surface["operations"]) for surface in contract.values())
    print(f"left out: {every - sum(map(len, plays.values()))} of {every} operations (REKEY_TEST_SEED={SEED})")
    if set(chosen) == set(contract):
        os.makedirs(os.path.join(ROOT, ".report"), exist_ok=True)
        with open(os.path.join(ROOT, ".report", "fuzz.json"), "w") as file:
            json.dump(report, file, indent=2)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
