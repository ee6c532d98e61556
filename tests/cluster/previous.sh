#!/usr/bin/env bash
# Builds the program of the commit that previous.txt names, from git, into the file that is given.
set -euo pipefail
cd "$(dirname "$0")/../.."
commit=$(awk '!/^#/ { print $1 }' tests/cluster/previous.txt)
if ! git cat-file -e "$commit^{commit}" 2>/dev/null; then
  echo "tests/cluster/previous.txt names the commit $commit, and this clone does not have it: it needs the history (git fetch --unshallow)" >&2
  exit 1
fi
out=$(realpath -m "$1")
mkdir -p "$(dirname "$out")"
source=$(mktemp -d)
trap 'rm -rf "$source"' EXIT
git archive "$commit" | tar -x -C "$source"
(cd "$source" && CGO_ENABLED=0 GOFLAGS=-tags=nomsgpack go build -buildvcs=false -o "$out.part" ./cmd/rekey)
mv "$out.part" "$out"
