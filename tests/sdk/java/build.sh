#!/usr/bin/env bash
# Builds the jar of the Java SDK and the project that uses it, in a folder, and so fetches what Maven needs for it.
set -euo pipefail
cd "$(dirname "$0")"
sdk=$(cd ../../.. && pwd)/gen/sdk/java
work=$1
version=$(sed -n 's:.*<version>\(.*\)</version>.*:\1:p' "$sdk/pom.xml" | head -n 1)

cp -r "$sdk" "$work/sdk"
cp -r . "$work/test"
echo "$version" >"$work/version"
mvn -B -q -f "$work/sdk/pom.xml" package org.apache.maven.plugins:maven-install-plugin:3.1.3:install
python3 samples.py "$sdk/README.md" "$work/test/src/test/java/com/rekeyhq/sdk/test/ReadmeSamples.java"
mvn -B -q -f "$work/test/pom.xml" -Drekey.version="$version" test-compile
