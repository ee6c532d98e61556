"""Makes clients of the published contract with generators that are not ours, compiles them, and drives a journey a surface
with each: `make generators`. tools.toml says how; a failed generation, compilation or journey fails the run.

Without REKEY_TEST_CASES=all only the tools of the gate are played. Names as arguments choose others:
`tests/with-demo.sh python3 tests/generators/run.py hey-api ogen`.
"""

import argparse
import concurrent.futures
import json
import os
import re
import shutil
import subprocess
import sys
import time
import tomllib

import install
import stage

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
WORK = os.path.join(ROOT, ".tools", "generators")
BUNDLE = os.path.join(ROOT, "gen", "openapi", "openapi.json")
# Each surface alone: the vendors' as they are written, the native one, which is written in several files, as the program
# prints it.
ALONE = {surface: os.path.join(ROOT, "openapi", surface + ".yaml") for surface in stage.SURFACES}
ALONE["rekey"] = os.path.join(WORK, "rekey.json")
LIMIT = 1200

with open(os.path.join(HERE, "tools.toml"), "rb") as file:
    MANIFEST = tomllib.load(file)


class Failed(Exception):
    """A command of a tool failed; the message is what it printed."""


def run(command, folder, env):
    """What a command prints on its standard output, if it succeeds."""
    log = os.path.join(folder, "log.txt")
    try:
        with open(log, "a", encoding="utf-8") as errors:
            done = subprocess.run(["bash", "-euo", "pipefail", "-c", command], cwd=folder, env=env, timeout=LIMIT,
                                  stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=errors, text=True)
            errors.write(done.stdout)
    except subprocess.TimeoutExpired as late:
        raise Failed(f"not done in {LIMIT} s: {command}") from late
    if done.returncode != 0:
        with open(log, encoding="utf-8", errors="replace") as file:
            told = [line[:400].rstrip() for line in file if "] INFO " not in line]
        raise Failed("\n".join([command, *told[-25:]]))
    return done.stdout


class Tool:
    """One generator, and what became of it."""

    def __init__(self, name, told):
        self.name, self.told = name, told
        self.language = MANIFEST["language"][told["language"]]
        self.rows, self.failures, self.remarks, self.seconds = [], [], [told["remark"]] if "remark" in told else [], {}

    def count(self, column, work):
        """Does a part of the tool, and says whether it went well."""
        began = time.monotonic()
        done = True
        try:
            work()
        except Failed as failed:
            done = False
            self.failures.append(f"{self.name}, {column}: {failed}")
        row = next((row for row in self.rows if row["surface"] == column), None)
        if row is None:
            row = {"surface": column, "label": self.label(), "done": 0, "of": 0}
            self.rows.append(row)
        row["done"] += done
        row["of"] += 1
        self.seconds[column] = self.seconds.get(column, 0) + time.monotonic() - began
        return done

    def label(self):
        return f"{self.told['title']} {install.version(HERE, self.told['version'])}"

    def folder(self, name, spec):
        """A fresh folder with the driver's sources, and the environment of the commands in it."""
        folder = os.path.join(WORK, "work", self.name, name)
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        if os.path.isdir(sources := os.path.join(HERE, self.told["language"])):
            shutil.copytree(sources, folder, ignore=shutil.ignore_patterns("node_modules"), dirs_exist_ok=True)
        if self.told["language"] == "typescript":
            os.symlink(os.path.join(HERE, "typescript", "node_modules"), os.path.join(folder, "node_modules"))
        env = {**os.environ, **install.environment(HERE, WORK), "SPEC": spec, "TOOL": self.name}
        return folder, env

    def generate(self, folder, env):
        """Some generators leave out what they do not understand, and succeed."""
        run(self.told["generate"], folder, env)
        with open(os.path.join(folder, "log.txt"), encoding="utf-8", errors="replace") as file:
            lost = re.findall(f"^.*(?:{self.told['lost']}).*$", file.read(), re.MULTILINE) if "lost" in self.told else []
        if lost:
            raise Failed("left out a part: " + "; ".join(lost))

    def play(self):
        missing = install.missing(self.language)
        folder, env = self.folder("bundle", BUNDLE)
        if not self.count("generated", lambda: self.generate(folder, env)):
            return self
        if missing:
            self.remarks.append(missing)
        elif "compile" in self.told and self.count("compiled", lambda: run(self.told["compile"], folder, env)):
            if "journey" in self.told:
                self.drive(folder, env)
        for surface in ALONE if self.told.get("alone") else ():
            self.play_alone(surface, missing)
        return self

    def play_alone(self, surface, missing):
        """The file of one surface, whose client nobody drives."""
        folder, env = self.folder(surface, ALONE[surface])
        if self.count("generated", lambda: self.generate(folder, env)) and not missing:
            self.count("compiled", lambda: run(self.told["compile_alone"], folder, env))

    def drive(self, folder, env):
        """The driver prints `boomi ok`, or `boomi` and what went wrong, for each surface; the passwords say whether it is true."""
        people = stage.Stage()
        try:
            printed = run(self.told["journey"], folder, {**env, **people.told()})
        except Failed as failed:
            self.failures.append(f"{self.name}, journey: {failed}")
            printed = ""
        said = dict(line.split(" ", 1) for line in printed.splitlines() if " " in line)
        for surface in stage.SURFACES:
            ok = said.get(surface) == "ok"
            if not ok:
                self.failures.append(f"{self.name}, {surface}: {said.get(surface, 'nothing said')}")
            elif not people.logs_in(surface):
                ok = False
                self.failures.append(f"{self.name}, {surface}: the new password is not the user's")
            self.rows.append({"surface": surface, "label": self.label(), "done": int(ok), "of": 1})


def chosen(names):
    every = {name: Tool(name, told) for name, told in MANIFEST["tool"].items()}
    if names:
        return [every[name] for name in names]
    if os.environ.get("REKEY_TEST_CASES") == "all":
        return list(every.values())
    return [tool for tool in every.values() if tool.told.get("gate")]


def report(tools):
    notes = ["Generated and compiled counts the bundle and, where there are six, each surface's file alone."]
    notes += [f"{tool.label()}: {remark}" for tool in tools for remark in tool.remarks]
    notes += [f"Left out: {len(MANIFEST['tool']) - len(tools)} of {len(MANIFEST['tool'])} generators."]
    os.makedirs(os.path.join(ROOT, ".report"), exist_ok=True)
    with open(os.path.join(ROOT, ".report", "generators.json"), "w", encoding="utf-8") as file:
        json.dump({"title": "Generators that are not ours", "command": "make generators", "notes": notes,
                   "columns": ["generated", "compiled", *stage.SURFACES], "rows": [row for tool in tools for row in tool.rows]},
                  file, indent=2, ensure_ascii=False)


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--fetch", action="store_true", help="only install what these tools need")
    asked.add_argument("names", nargs="*", help="tools of tools.toml")
    arguments = asked.parse_args()
    tools = chosen(arguments.names)
    install.install(HERE, WORK, {tool.told["language"]: tool.language for tool in tools}.values())
    if arguments.fetch:
        return 0
    with open(ALONE["rekey"], "w", encoding="utf-8") as native:
        subprocess.run(["rekey", "openapi", "--surface", "rekey"], check=True, stdout=native)  # of tests/with-demo.sh
    with concurrent.futures.ThreadPoolExecutor(int(os.environ.get("REKEY_GENERATORS_AT_ONCE", "2"))) as pool:
        for tool in pool.map(Tool.play, tools):
            cells = " ".join(f"{row['surface']} {row['done']}/{row['of']}" for row in tool.rows)
            print(f"  {tool.label():40} {cells} ({', '.join(f'{part} {took:.0f} s' for part, took in tool.seconds.items())})", flush=True)
            for failure in tool.failures:
                print("FAILED ", failure, flush=True)
    report(tools)
    print(f"left out: {len(MANIFEST['tool']) - len(tools)} of {len(MANIFEST['tool'])} generators (make generators plays all)")
    return 1 if any(tool.failures for tool in tools) else 0


if __name__ == "__main__":
    sys.exit(main())
