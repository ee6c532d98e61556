#!/usr/bin/env bash
# Lays out the Java that it reads, by google-java-format, which it fetches first if that is not there yet. Two may ask at
# once.
set -euo pipefail
version=1.25.2
sum=25157797a0a972c2290b5bc71530c4f7ad646458025e3484412a6e5a9b8c9aa6
tools=$(cd "$(dirname "$0")/../../../.." && pwd)/.tools
jar=$tools/google-java-format-$version-all-deps.jar
mkdir -p "$tools"
exec 9>"$tools/google-java-format.lock"
flock 9
if ! echo "$sum  $jar" | sha256sum --check --status 2>/dev/null; then
  mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
    -Dartifact=com.google.googlejavaformat:google-java-format:$version:jar:all-deps -DoutputDirectory="$tools" >&2
  echo "$sum  $jar" | sha256sum --check --status || { echo "The formatter is not the one that is expected." >&2; exit 1; }
fi
exec 9>&-
open=()
for package in api code file parser tree util; do open+=(--add-exports "jdk.compiler/com.sun.tools.javac.$package=ALL-UNNAMED"); done
exec java -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8 "${open[@]}" -jar "$jar" "${@:--}"
