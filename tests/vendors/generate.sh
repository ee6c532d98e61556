#!/usr/bin/env bash
# Makes clients of descriptions with the outside generators that tests/generators pins, each in a folder of its own below
# .tools/vendors/clients. A client is made again only if its description, its generator or this file changed.
set -euo pipefail
cd "$(dirname "$0")"

root=$(cd ../.. && pwd)
clients=$root/.tools/vendors/clients
generators=$root/tests/generators
mkdir -p "$clients"
exec 9>"$clients/lock"
flock 9 # two checks may ask at once

# of NAME DESCRIPTION COMMAND...: the command runs in the client's folder, and finds the description in $SPEC.
of() {
  local name=$1 spec=$root/$2
  shift 2
  local made
  made=$(cat "$spec" generate.sh "$generators/install.py" "$generators/typescript/package-lock.json" | sha256sum)
  if [ "$(cat "$clients/$name/made" 2>/dev/null)" = "$made" ]; then return; fi
  python3 "$generators/run.py" --fetch python hey-api >&2
  rm -rf "${clients:?}/$name" && mkdir -p "$clients/$name"
  (
    cd "$clients/$name"
    export SPEC=$spec NODE=$generators/typescript/node_modules
    export OPENAPI_GENERATOR=$root/.tools/generators/openapi-generator-cli-$(sed -n 's/^OPENAPI_GENERATOR = "\(.*\)"/\1/p' "$generators/install.py").jar
    export PATH=$generators/bin:$NODE/.bin:$PATH
    "$@" >log.txt 2>&1 || { cat log.txt >&2; exit 1; }
  )
  echo "$made" >"$clients/$name/made"
}

python() {
  openapi-generator-cli generate -i "$SPEC" -g python -o client
}

# typescript makes one module that Node can import.
typescript() {
  ln -s "$NODE" node_modules
  openapi-ts -i "$SPEC" -o client
  tsc --noEmit --strict --skipLibCheck --target es2022 --module esnext --moduleResolution bundler client/*.ts
  esbuild client/index.ts client/client.gen.ts --bundle --splitting --platform=node --format=esm --out-extension:.js=.mjs --log-level=error --outdir=built
}

# with_java leaves classes, which need the packages of java/pom.xml.
with_java() {
  openapi-generator-cli generate -i "$SPEC" -g java -o client
  find client/src/main -name '*.java' >sources.txt
  javac -proc:none -nowarn -J-XX:TieredStopAtLevel=1 -cp "$root/.tools/vendors/java/*" -d classes @sources.txt
}

with_go() {
  openapi-generator-cli generate -i "$SPEC" -g go -o client
}

of boomi-document tests/vendors/boomi/document.yaml python
of boomi-contract openapi/boomi.yaml typescript
of entrust-java openapi/entrust.yaml with_java
of entrust-go openapi/entrust.yaml with_go
