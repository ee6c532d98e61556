#!/usr/bin/env bash
# Makes a client of a vendor's contract with OpenAPI Generator, as it is and with no flag, compiles the program that
# drives it, and plays stories with it:
#
#   generated.sh VENDOR java|go STORY...
#
# What was made stays in .tools/vendors until the contract, the program or the generator is another.
set -euo pipefail
cd "$(dirname "$0")"
vendor=$1 language=$2
shift 2

root=$(cd ../.. && pwd)
jars=$root/.tools/vendors/java
made=$root/.tools/vendors/$vendor-$language
mkdir -p "$made"

generate() {
  local generator
  generator=$(python3 -c 'import sys; sys.path.insert(0, "../generators"); import install; print(install.jar(sys.argv[1]))' "$root/.tools/generators")
  java -XX:TieredStopAtLevel=1 -jar "$generator" generate -i "$root/openapi/$vendor.yaml" -g "$language" -o "$made/client" >"$made/log.txt" 2>&1 || {
    tail -25 "$made/log.txt" >&2
    exit 1
  }
}

compile_java() {
  find "$made/client/src/main" "$made/src" -name '*.java' >"$made/sources.txt"
  javac -proc:none -nowarn -J-XX:TieredStopAtLevel=1 -cp "$jars/*" -d "$made/classes" "@$made/sources.txt"
}

compile_go() {
  rm -rf "$made/client/go.mod" "$made/client/go.sum" "$made/client/test"
  mv "$made/client" "$made/src/client"
  (cd "$made/src" && GOFLAGS='' go build -o "$made/stories" .)
}

exec 9>"$made.lock"
flock 9 # both stores may ask at once
sum=$(cat "$root/openapi/$vendor.yaml" "$language/$vendor"/* generated.sh java/pom.xml ../generators/install.py | sha256sum)
if [ "$(cat "$made/sum" 2>/dev/null)" != "$sum" ]; then
  rm -rf "$made" && mkdir -p "$made"
  cp -r "$language/$vendor" "$made/src"
  generate
  "compile_$language"
  echo "$sum" >"$made/sum"
fi
exec 9>&-

case $language in
java) exec java -XX:TieredStopAtLevel=1 -cp "$made/classes:$jars/*" Play "$@" ;;
go) exec "$made/stories" "$@" ;;
esac
