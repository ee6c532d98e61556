#!/usr/bin/env bash
# Imports what is used, and lays it out.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
ruff=$(cd "$here/../../../.." && pwd)/.tools/sdk-python/bin/ruff
settings=(--quiet --no-cache --config "$here/ruff.toml" "$@")
"$ruff" check --fix "${settings[@]}"
"$ruff" format "${settings[@]}"
