#!/usr/bin/env bash
# Writes the Java SDK: the generator's types and operations, and the runtime that is beside this file.
#
#   generate.sh BUNDLE OUT
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
bundle=$1 out=$2
jar=$("$here/generator.sh")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

python3 "$here/../prepare.py" "$bundle" java "$scratch/spec.json"
java -Dfile.encoding=UTF-8 -XX:TieredStopAtLevel=1 -jar "$jar" generate -c "$here/config.yaml" -t "$here/templates" \
  -i "$scratch/spec.json" -o "$scratch/made" --global-property \
  models,apis,modelDocs=false,apiDocs=false,modelTests=false,apiTests=false >"$scratch/log" 2>&1 ||
  { cat "$scratch/log" >&2; exit 1; }

code=$out/src/main/java/com/rekeyhq/sdk
rm -rf "$out/src" # what is beside it is written over, or by others
mkdir -p "$code"
cp -r "$scratch/made/src/main/java/com/rekeyhq/sdk/." "$code/"
cp "$here"/runtime/*.java "$code/"
version=$(python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["info"]["version"])' "$bundle")
for file in README.md pom.xml; do sed "s/@VERSION@/$version/g" "$here/$file" >"$out/$file"; done
# Lines that a template left empty.
find "$code" -name '*.java' -exec sed -i -e 's/[[:space:]]*$//' -e '/./,$!d' {} + -exec sed -i -e '$a\' {} +
find "$code" -name '*.java' -exec perl -0pi -e 's/\n{3,}/\n\n/g; s/\{\n\n/{\n/g; s/\n\n(\s*\}\n)/\n$1/g; s/\s+\z/\n/' {} +
