#!/usr/bin/env bash
# Runs a command against a fresh demo on a free port, which is ended afterwards. The
# command's environment has what demo.env holds: REKEY_URL, REKEY_API_KEY and so on.
# REKEY_BIN names a binary that is built already.
#
#   tests/with-demo.sh sh -c 'curl -s "$REKEY_URL/healthz"'
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
dir=$(mktemp -d "${TMPDIR:-/tmp}/rekey-demo.XXXXXX")
# In memory where there is enough of it: each commit of the demo waits for the disk, and nothing here outlives the run.
data=$dir
if [ -d /dev/shm ] && [ "$(df -Pk /dev/shm | awk 'NR==2 {print $4}')" -gt 1000000 ]; then data=$(mktemp -d /dev/shm/rekey-demo.XXXXXX); fi
child=
cleanup() {
  if [ -n "$child" ]; then
    kill "$child" 2>/dev/null || true
    wait "$child" 2>/dev/null || true
  fi
  rm -rf "$dir" "$data"
}
trap cleanup EXIT
trap 'exit 130' INT TERM

bin=${REKEY_BIN:-}
if [ -z "$bin" ]; then
  bin=$dir/rekey
  (cd "$root" && "${GO:-go}" build -o "$bin" ./cmd/rekey)
fi
# The tests come from one address, faster than people do.
REKEY_ANONYMOUS_PER_MINUTE=${REKEY_ANONYMOUS_PER_MINUTE:-1000000} \
  "$bin" demo --addr 127.0.0.1:0 --dir "$data/demo" >"$dir/log" 2>&1 &
child=$!
for _ in $(seq 300); do
  [ -f "$data/demo/demo.env" ] && break
  kill -0 "$child" 2>/dev/null || break
  sleep 0.1
done
if ! [ -f "$data/demo/demo.env" ]; then
  cat "$dir/log" >&2
  echo "The demo did not start." >&2
  exit 1
fi
set -a
# shellcheck disable=SC1091
. "$data/demo/demo.env"
set +a
until curl -sf -o /dev/null --retry 50 --retry-connrefused --retry-delay 1 "$REKEY_URL/healthz"; do
  kill -0 "$child"
done
export PATH="$(dirname "$bin"):$PATH"
# The owner's key was made first.
"$bin" api-keys update "$("$bin" api-keys list --all --only id | head -n 1)" \
  --requests-per-minute 1000000 --requests-at-once 1000 >/dev/null
status=0
"$@" || status=$?
if [ "$status" != 0 ]; then grep '^{' "$dir/log" | tail -n 20 >&2 || true; fi
exit "$status"
