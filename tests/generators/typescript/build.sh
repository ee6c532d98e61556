#!/usr/bin/env bash
# Checks a client with its driver as strictly as the compiler can, and makes one file of them.
set -euo pipefail
cp "drivers/$TOOL.ts" driver.ts
tsc
esbuild driver.ts --bundle --platform=node --format=cjs --log-level=error --outfile=driver.cjs
