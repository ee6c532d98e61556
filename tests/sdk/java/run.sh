#!/usr/bin/env bash
# Builds the jar of the Java SDK and uses it from another project, against the server of the
# environment (see tests/with-demo.sh). The README's samples become a class of that project.
# The snippets are compiled with it, and arrive at a stand-in.
# With --fetch nothing is run: Maven only gets what it needs for this.
set -euo pipefail
cd "$(dirname "$0")"
root=$(cd ../../.. && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp -r "$root/gen/sdk/java" "$work/sdk"
cp -r . "$work/test"
cp -r "$root/gen/sdk/java/examples" "$work/test/src/test/java/"
mv "$work/test/both.xml" "$work/pom.xml"
python3 samples.py "$work/sdk/README.md" "$work/test/src/test/java/com/rekeyhq/sdk/test/ReadmeSamples.java"
version=$(sed -n 's:.*<version>\(.*\)</version>.*:\1:p' "$work/sdk/pom.xml" | head -n 1)
# It is over before more thorough compilation would pay.
export MAVEN_OPTS="-XX:TieredStopAtLevel=1 ${MAVEN_OPTS:-}"
run=(mvn -B -q -f "$work/pom.xml" -Drekey.version="$version" package)
if [ "${1:-}" = --fetch ]; then
  "${run[@]}" -DskipTests
  exit
fi
status=0
# The stand-in takes any client, and the server its own alone. Maven says on the standard output what failed.
"$root/tests/sdk/with-standin.sh" java \
  env REKEY_CLIENT_ID="$REKEY_CLIENT_ID" REKEY_CLIENT_SECRET="$REKEY_CLIENT_SECRET" \
  sh -c 'exec "$@" >&2' maven "${run[@]}" || status=$?
mkdir -p "$root/.report"
python3 report.py "$work/test/target/surefire-reports" "$root/.report/sdk-java.json"
exit "$status"
