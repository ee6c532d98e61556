#!/usr/bin/env bash
# Runs the Postman collection against the demo that tests/with-demo.sh started, and against a server of the production
# profile, with the owner's key and with a tenant's. Writes the figures to .report/postman.json.
# REKEY_TEST_SEED draws a third of the folders for the runs that repeat the demo's on the server; REKEY_TEST_CASES=all takes all.
set -euo pipefail
cd "$(dirname "$0")/../.."

node --test --test-reporter=dot tests/postman/collection.test.mjs
export DEMO_URL=$REKEY_URL DEMO_KEY=$REKEY_API_KEY
exec tests/postman/with-server.sh node tests/postman/runs.mjs
