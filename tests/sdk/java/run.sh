#!/usr/bin/env bash
# Builds the jar of the Java SDK and uses it from another project, against the server of the
# environment (see tests/with-demo.sh). The README's samples become a class of that project.
set -euo pipefail
cd "$(dirname "$0")"
root=$(cd ../../.. && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

./build.sh "$work"
status=0
mvn -B -q -f "$work/test/pom.xml" -Drekey.version="$(cat "$work/version")" surefire:test || status=$?
mkdir -p "$root/.report"
python3 report.py "$work/test/target/surefire-reports" "$root/.report/sdk-java.json"
exit "$status"
