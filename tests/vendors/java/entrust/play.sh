#!/usr/bin/env bash
# Compiles the program with the client that generate.sh made, and plays stories: play.sh STORY...
set -euo pipefail
cd "$(dirname "$0")"
tools=../../../../.tools/vendors
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
javac -proc:none -nowarn -J-XX:TieredStopAtLevel=1 -cp "$tools/clients/entrust-java/classes:$tools/java/*" -d "$dir" ./*.java
java -XX:TieredStopAtLevel=1 -cp "$dir:$tools/clients/entrust-java/classes:$tools/java/*" Play "$@"
