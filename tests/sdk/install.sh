#!/usr/bin/env bash
# Runs the command that the README of an SDK prints to install it, in the folder "app" beside
# a clone of the repository, as its reader would. What the folder needs before, such as a
# module, is there already.
#
#   tests/sdk/install.sh typescript /tmp/work
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
language=$1 work=$2
mkdir -p "$work/app" "$work/rekey/gen/sdk"
cp -R "$root/gen/sdk/$language" "$work/rekey/gen/sdk/"
command=$(awk '/^```sh$/ {on = 1; next} on && /^```$/ {exit} on' "$root/gen/sdk/$language/README.md")
test -n "$command"
cd "$work/app"
# A registry is asked for what was not fetched before.
npm_config_prefer_offline=true bash -euo pipefail -c "$command"
