#!/usr/bin/env bash
# Builds and runs the stories in Go, with the descriptors of the vendor's package for Node.
set -euo pipefail
cd "$(dirname "$0")"
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
(cd ../node/zitadel && node descriptors.mjs zitadel/user/v2/user_service zitadel/session/v2/session_service zitadel/settings/v2/settings_service zitadel/message) >"$dir/descriptors"
GOFLAGS='' go build -o "$dir/stories" .
"$dir/stories" "$dir/descriptors" "$@"
