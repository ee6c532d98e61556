#!/usr/bin/env bash
# Runs a command with REKEY_STANDIN_URL naming a stand-in that knows every example of a request
# (tests/sdk/standin), and fails unless each of them arrived there.
#
#   tests/sdk/with-standin.sh go go test ./snippets
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
language=$1
shift
dir=$(mktemp -d "${TMPDIR:-/tmp}/rekey-standin.XXXXXX")
trap 'rm -rf "$dir"' EXIT
(cd "$root" && "${GO:-go}" build -o "$dir/standin" ./tests/sdk/standin)
REKEY_REPORT=$root/.report "$dir/standin" -proved "$root/.report/proved/examples.json" -report "snippets-$language" "$@"
