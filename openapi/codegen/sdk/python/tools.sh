#!/usr/bin/env bash
# Installs the generator of the Python SDK, and what builds and checks it, into .tools/sdk-python,
# unless the lock file is as it was at the last time. Two may ask at once.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
tools=$(cd "$here/../../../.." && pwd)/.tools/sdk-python
mkdir -p "$(dirname "$tools")"
exec 9>"$tools.lock"
flock 9
cmp -s "$here/requirements.txt" "$tools/installed.txt" && exit 0
python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "The Python SDK needs Python 3.11." >&2; exit 1; }
rm -rf "$tools"
python3 -m venv "$tools"
"$tools/bin/pip" install -q --no-compile --disable-pip-version-check --require-hashes -r "$here/requirements.txt"
cp "$here/requirements.txt" "$tools/installed.txt"
