#!/usr/bin/env bash
# Runs the Postman collection against the demo that tests/with-demo.sh started, and writes
# the figures of the run to .report/postman.json.
set -euo pipefail
cd "$(dirname "$0")/../.."

collection=gen/postman/rekey.postman_collection.json
found=$(mktemp)
trap 'rm -f "$found"' EXIT
status=0
tests/postman/node_modules/.bin/newman run "$collection" \
  --environment gen/postman/demo.postman_environment.json \
  --env-var "baseUrl=$REKEY_URL" --env-var "ownerKey=$REKEY_API_KEY" \
  --timeout-request 20000 --timeout-script 60000 --color off --reporters cli,json \
  --reporter-cli-no-success-assertions --reporter-cli-no-banner --reporter-cli-silent \
  --reporter-json-export "$found" || status=$?
node tests/postman/report.js "$found" "$collection" || status=$?
exit "$status"
