#!/usr/bin/env bash
# Installs the Python SDK with the command of its README, in an empty folder and a fresh environment, and uses it from
# there, against the server of the environment (see tests/with-demo.sh). What the package needs, and what builds it, is
# installed before in the pinned versions. The README's samples are checked as strictly as the package.
set -euo pipefail
cd "$(dirname "$0")"
root=$(cd ../../.. && pwd)
sdk=$root/gen/sdk/python
tools=$root/.tools/sdk-python

"$root/openapi/codegen/sdk/python/tools.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check --require-hashes -r requirements.txt
PATH=$work/venv/bin:$PATH PIP_NO_BUILD_ISOLATION=0 PIP_NO_INDEX=1 PIP_QUIET=1 PIP_DISABLE_PIP_VERSION_CHECK=1 \
  "$root/tests/sdk/install.sh" python "$work"

cp -r "$sdk/examples" "$work/examples"
python3 samples.py "$sdk/README.md" "$work/examples/readme.py"
mypy=("$tools/bin/python" -m mypy --strict --no-error-summary --cache-dir "$tools/mypy" --python-executable "$work/venv/bin/python")
"${mypy[@]}" -p rekey
(cd "$work/examples" && "${mypy[@]}" snippets.py readme.py)
# A snippet is as wide as is usual, and stands four to the right in the file.
ruff=(--quiet --isolated --no-cache --line-length 92 "$work/examples/snippets.py")
"$tools/bin/python" -m ruff check --select F,I "${ruff[@]}"
"$tools/bin/python" -m ruff format --diff "${ruff[@]}"

mkdir -p "$root/.report"
REKEY_REPORT=$root/.report/sdk-python.json REKEY_README=$work/examples/readme.py \
  "$work/venv/bin/python" -m pytest -q -p no:cacheprovider .
PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=$work/examples "$root/tests/sdk/with-standin.sh" python "$work/venv/bin/python" run_snippets.py
