#!/usr/bin/env bash
# Builds the wheel of the Python SDK, installs it into a fresh environment and uses it from there,
# against the server of the environment (see tests/with-demo.sh).
set -euo pipefail
cd "$(dirname "$0")"
root=$(cd ../../.. && pwd)
tools=$root/.tools/sdk-python

"$root/openapi/codegen/sdk/python/tools.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$root/gen/sdk/python" "$work/source"
"$tools/bin/python" -m build --no-isolation --wheel --outdir "$work/dist" "$work/source" >"$work/log" 2>&1 ||
  { cat "$work/log" >&2; exit 1; }
(cd "$work/source/src" && "$tools/bin/python" -m mypy --strict --no-error-summary --cache-dir "$tools/mypy" rekey ../examples/snippets.py)
# A snippet is as wide as is usual, and stands four to the right in the file.
ruff=(--quiet --isolated --no-cache --line-length 92 "$work/source/examples")
"$tools/bin/python" -m ruff check --select F,I "${ruff[@]}"
"$tools/bin/python" -m ruff format --diff "${ruff[@]}"

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check --require-hashes -r requirements.txt
"$work/venv/bin/pip" install -q --disable-pip-version-check --no-deps "$work"/dist/rekey-*.whl
mkdir -p "$root/.report"
REKEY_REPORT=$root/.report/sdk-python.json REKEY_README=$root/gen/sdk/python/README.md \
  "$work/venv/bin/python" -m pytest -q -p no:cacheprovider .
PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=$work/source/examples "$root/tests/sdk/with-standin.sh" python "$work/venv/bin/python" run_snippets.py
