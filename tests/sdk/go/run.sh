#!/usr/bin/env bash
# Builds the Go SDK as a module of its own, then uses it as an outside program would: from another
# module, against the server of the environment (see tests/with-demo.sh).
set -euo pipefail
cd "$(dirname "$0")"
root=$(cd ../../.. && pwd)

(cd "$root/gen/sdk/go" && GOFLAGS=-mod=readonly go vet ./... && test -z "$(gofmt -l .)")
go vet ./...
mkdir -p "$root/.report"
REKEY_REPORT="$root/.report/sdk-go.json" go test -count=1 -parallel 8 ./...
# The contract's examples are the SDK's own, so that its documentation has them. What the test says of a failure is
# on its standard output, which the stand-in keeps to itself. It was vetted above.
cd "$root/gen/sdk/go"
"$root/tests/sdk/with-standin.sh" go sh -c 'GOFLAGS=-mod=readonly go test -vet=off -count=1 -run TestExamples . >&2'
