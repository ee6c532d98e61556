#!/usr/bin/env bash
# Prints where the generator of the Java SDK is, and fetches it first if it is not there yet.
set -euo pipefail
version=7.17.0
sum=25d6bd8273dd2be99979d544b62ea43f0ce1975f1aa582678b5093d1e7fcfce8
tools=$(cd "$(dirname "$0")/../../../.." && pwd)/.tools
jar=$tools/openapi-generator-cli-$version.jar
mkdir -p "$tools"
exec 9>"$tools/openapi-generator.lock"
flock 9
if ! echo "$sum  $jar" | sha256sum --check --status 2>/dev/null; then
  mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
    -Dartifact=org.openapitools:openapi-generator-cli:$version -DoutputDirectory="$tools" >&2
  echo "$sum  $jar" | sha256sum --check --status || { echo "The generator is not the one that is expected." >&2; exit 1; }
fi
echo "$jar"
