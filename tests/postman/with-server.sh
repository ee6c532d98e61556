#!/usr/bin/env bash
# Runs a command against a server of the production profile, on SQLite and a free port, which is ended afterwards. Its
# mails go nowhere. The environment of the command names the server, the owner's key and a tenant with data for tests:
# SERVER_URL, SERVER_KEY, TENANT_KEY and what the environment `server` of the collection asks for, as SERVER_tenantId etc.
#
#   tests/postman/with-server.sh sh -c 'curl -s "$SERVER_URL/healthz"'
set -euo pipefail

dir=$(mktemp -d "${TMPDIR:-/tmp}/rekey-server.XXXXXX")
child=
cleanup() {
  if [ -n "$child" ]; then
    kill "$child" 2>/dev/null || true
    wait "$child" 2>/dev/null || true
  fi
  rm -rf "$dir"
}
trap cleanup EXIT
trap 'exit 130' INT TERM

rekey=$(command -v rekey)
port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
export SERVER_URL=http://127.0.0.1:$port
own=(env) # without the settings of the calling shell
for name in "${!REKEY_@}"; do own+=(-u "$name"); done
cd "$dir"
"${own[@]}" "$rekey" init --public-url "$SERVER_URL" --database-url "sqlite:$dir/rekey.db" >init.txt 2>&1 || { cat init.txt >&2; exit 1; }
SERVER_KEY=$(grep -o 'rk_[A-Za-z0-9_-]*' init.txt | head -n 1)
"${own[@]}" REKEY_ADDR="127.0.0.1:$port" REKEY_SMTP_URL='smtp://127.0.0.1:9?from=rekey@example.com' REKEY_ANONYMOUS_PER_MINUTE=1000000 \
  "$rekey" serve --env-file rekey.env >log 2>&1 &
child=$!
until curl -sf -o /dev/null --retry 50 --retry-connrefused --retry-delay 1 "$SERVER_URL/readyz"; do
  kill -0 "$child" || { cat log >&2; exit 1; }
done
cd - >/dev/null

# The tenant for tests, as an operator would make it.
export REKEY_URL=$SERVER_URL REKEY_API_KEY=$SERVER_KEY
"$rekey" api-keys update "$("$rekey" api-keys list --all --only id | head -n 1)" --requests-per-minute 1000000 --requests-at-once 1000 >/dev/null
SERVER_applicationId=$("$rekey" applications list --all --only id | head -n 1)
SERVER_tenantHost=tests.example.com
SERVER_tenantId=$("$rekey" tenants create --application "$SERVER_applicationId" --name Tests --hosts $SERVER_tenantHost --only id)
SERVER_userName=tester
SERVER_userId=$("$rekey" users create --tenant "$SERVER_tenantId" --username $SERVER_userName --emails tester@example.com,verified --only id)
SERVER_password='correct horse battery staple'
printf '%s' "$SERVER_password" | "$rekey" passwords set "$SERVER_userId" --password-file - >/dev/null
SERVER_ticketId=$("$rekey" tickets create --user "$SERVER_userId" --medium link --deliver return --only id)
TENANT_KEY=$("$rekey" api-keys create --application "$SERVER_applicationId" --tenant "$SERVER_tenantId" --boundary tenant --name service \
  --requests-per-minute 1000000 --requests-at-once 1000 --permissions '*' --only key)
export SERVER_URL SERVER_KEY TENANT_KEY "${!SERVER_@}"
status=0
"$@" || status=$?
if [ "$status" != 0 ]; then grep '^{' "$dir/log" | grep -v '"level":"INFO"\|not delivered yet' | tail -n 20 >&2 || true; fi
exit "$status"
