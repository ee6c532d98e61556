#!/usr/bin/env bash
# The documentation in headless Chromium, against a fresh demo, and below a path of a host. CHROMIUM names a browser
# that is there already; else Debian's is taken, and installed if need be.
set -euo pipefail
cd "$(dirname "$0")"

CHROMIUM=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || true)}
if [ -z "$CHROMIUM" ]; then
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "docs-test: install Chromium, or set CHROMIUM to a browser that is based on it" >&2
    exit 1
  fi
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
  CHROMIUM=$(command -v chromium)
fi
export CHROMIUM
exec ../../with-demo.sh sh -c 'node run.mjs && node below.mjs'
