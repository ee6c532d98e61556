"""Installs what the tools of tools.toml are run with, as pinned: into .tools/generators, but for the packages of npm and Debian."""

import fcntl
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys

OPENAPI_GENERATOR = "7.25.0"
SUM = "41ce4f6b07f196676439d710759fa1ced7a08066d06ff1bf314681470289efae"


def jar(work):
    return os.path.join(work, f"openapi-generator-cli-{OPENAPI_GENERATOR}.jar")


def environment(here, work):
    """What the commands of the manifest may use."""
    node = os.path.join(here, "typescript", "node_modules")
    return {
        "OPENAPI_GENERATOR": jar(work), "NODE_MODULES": node,
        "PATH": os.pathsep.join([os.path.join(here, "bin"), os.path.join(work, "python", "bin"), os.path.join(node, ".bin"), os.environ["PATH"]]),
        "CARGO_TARGET_DIR": os.path.join(work, "rust"), "TOOLS": work,
    }


def version(here, of):
    """The version of a tool, from the file that pins it."""
    if of == "openapi-generator":
        return OPENAPI_GENERATOR
    path, name = of.split(" ")
    with open(os.path.join(here, path), encoding="utf-8") as file:
        pinned = file.read()
    if path.endswith(".json"):
        return json.loads(pinned)["devDependencies"][name]
    return re.search(re.escape(name) + r"(?:==| v)([0-9.]+)", pinned)[1]


def missing(language):
    """Why nothing of this language is compiled here, if so."""
    for command in language.get("optional", []):
        if not shutil.which(command):
            return f"{command} is not here, so it was only generated."
    return None


def install(here, work, languages):
    os.makedirs(work, exist_ok=True)
    with open(os.path.join(work, "lock"), "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # two checks may ask at once
        fetch_openapi_generator(work)
        for language in languages:
            debian(language)
            if not missing(language) and "install" in language:
                subprocess.run(["bash", "-euo", "pipefail", "-c", language["install"]], cwd=here, check=True,
                               env={**os.environ, **environment(here, work)}, stdout=sys.stderr)


def fetch_openapi_generator(work):
    if not is_expected(jar(work)):
        subprocess.run(["mvn", "-B", "-q", "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy",
                        f"-Dartifact=org.openapitools:openapi-generator-cli:{OPENAPI_GENERATOR}", f"-DoutputDirectory={work}"],
                       check=True, stdout=sys.stderr)
        if not is_expected(jar(work)):
            sys.exit("OpenAPI Generator is not the one that is expected.")


def is_expected(path):
    if not os.path.exists(path):
        return False
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == SUM


def debian(language):
    """Packages without which a language cannot be played: installed as root on Debian, else asked for."""
    if "test" not in language or subprocess.run(language["test"], shell=True, check=False, capture_output=True).returncode == 0:
        return
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        sys.exit(f"make generators needs {', '.join(language['debian'])} (names of Debian's packages); install them, or run it as root on Debian.")
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=True, env=env, stdout=sys.stderr)
    subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *language["debian"]], check=True, env=env,
                   stdout=subprocess.DEVNULL)
