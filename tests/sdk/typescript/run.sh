#!/usr/bin/env bash
# Installs the TypeScript SDK in an empty folder, as its README says, and uses it from there
# against the server of the environment (see tests/with-demo.sh).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
tools=$root/openapi/codegen/sdk/typescript/node_modules
work=$(mktemp -d "${TMPDIR:-/tmp}/rekey-sdk.XXXXXX")
trap 'rm -rf "$work"' EXIT

"$root/tests/sdk/install.sh" typescript "$work"
cd "$work/app"
cp "$here"/*.ts "$root/gen/sdk/typescript/examples/snippets.ts" "$here/package.json" "$here/tsconfig.json" .
ln -s "$tools/@types" node_modules/@types
ln -s "$tools/undici-types" node_modules/undici-types
# The README's sample, as its reader would paste it.
awk '/<!-- sample -->/ {on = 1; next} /<!-- \/sample -->/ {on = 0} on && !/^```/' node_modules/@rekeyhq/rekey/README.md >sample.ts
test -s sample.ts
"$tools/.bin/tsc" -p .
mkdir -p "$root/.report"
REKEY_REPORT="$root/.report/sdk-typescript.json" node --test --test-reporter=spec out/all.test.js
"$root/tests/sdk/with-standin.sh" typescript node out/run-snippets.js
