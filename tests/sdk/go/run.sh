#!/usr/bin/env bash
# Builds the Go SDK as a module of its own, then uses it as a stranger would: from another
# module, against the server of the environment (see tests/with-demo.sh).
set -euo pipefail
cd "$(dirname "$0")"
root=$(cd ../../.. && pwd)

(cd "$root/gen/sdk/go" && GOFLAGS=-mod=readonly go vet ./... && test -z "$(gofmt -l .)")
go vet ./...
mkdir -p "$root/.report"
REKEY_REPORT="$root/.report/sdk-go.json" go test -count=1 -parallel 8 ./...
