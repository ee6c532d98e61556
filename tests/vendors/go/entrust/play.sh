#!/usr/bin/env bash
# Builds the program with the client that generate.sh made, and plays stories: play.sh STORY...
set -euo pipefail
cd "$(dirname "$0")"
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
GOFLAGS='' go build -o "$dir/stories" .
"$dir/stories" "$@"
