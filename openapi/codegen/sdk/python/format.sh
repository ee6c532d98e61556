#!/usr/bin/env bash
# Lays out the Python that it reads as is usual, in lines of 88 characters.
set -euo pipefail
cd "$(dirname "$0")/../../../.."
exec .tools/sdk-python/bin/ruff format --quiet --isolated --no-cache --line-length 88 -
