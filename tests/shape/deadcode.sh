#!/usr/bin/env bash
# Fails on functions that no program and no test reaches, and on those of the product that
# tests alone reach, unless only_tests.txt has them. The arguments are the command that runs
# deadcode, which itself succeeds whatever it finds.
set -euo pipefail
export LC_ALL=C # sort and join have to agree on an order
here=$(cd "$(dirname "$0")" && pwd)
cd "${DEADCODE_ROOT:-$here/../..}" # the tests of this script have a folder of their own
deadcode=("$@")
module=github.com/rekeyhq/rekey

# Programs are loaded from their source, which no cache shortens. What did not change since
# it was clean is clean.
clean=.tools/deadcode.clean
changed() {
  [ ! -e "$clean" ] || [ -n "$(find . \( -name node_modules -o -name '.?*' \) -prune -o \
    \( -type d -o -name '*.go' -o -name 'go.*' -o -name 'tools.*' -o -name only_tests.txt \) -newer "$clean" -print | head -n 1)" ]
}
if ! changed; then
  echo "deadcode: nothing changed since it was clean"
  exit
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p .tools
touch "$work/began"

# Prints a function and its place a line. deadcode overrides the build tags of GOFLAGS.
dead() {
  "${deadcode[@]}" -tags=nomsgpack "$@" \
    -f '{{$p := .Path}}{{range .Funcs}}{{$p}}.{{.Name}} {{.Position.File}}:{{.Position.Line}}{{"\n"}}{{end}}' ./... |
    sed -e '/^$/d' -e "s,^$module/,," | sort
}
dead -test >"$work/nobody"
dead -filter "^$module/(cmd|impl|models)\\b" >"$work/no-program"
sed -e '/^#/d' -e '/^$/d' tests/shape/only_tests.txt | sort >"$work/known"

failed=0
report() { # what is wrong, file of lines
  [ -s "$2" ] || return 0
  failed=1
  { echo "deadcode: $1:"; sed 's/^/  /' "$2"; } >&2
}
join -v 1 "$work/no-program" "$work/nobody" >"$work/only-tests"
join -v 1 "$work/only-tests" "$work/known" >"$work/new"
join -v 2 "$work/only-tests" "$work/known" >"$work/stale"
report "nothing reaches these; delete them" "$work/nobody"
report "only tests reach these; delete them, or move them to where the tests are" "$work/new"
report "tests/shape/only_tests.txt has these, which a program reaches or nothing does" "$work/stale"
[ "$failed" = 0 ] || exit 1
mv "$work/began" "$clean"
echo "deadcode: clean"
