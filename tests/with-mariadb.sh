#!/usr/bin/env bash
# Runs a command with REKEY_TEST_MYSQL_DSN naming a MariaDB or MySQL server:
# the one that is set already, else a private one on a free port, which is installed
# first where that is possible, and ended afterwards.
#
#   tests/with-mariadb.sh go test ./...
set -euo pipefail

if [ -n "${REKEY_TEST_MYSQL_DSN:-}" ]; then
  exec "$@"
fi

server=$(command -v mariadbd || command -v mysqld || true)
if [ -z "$server" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "installing mariadb-server" >&2
  apt-get update -qq >&2
  # The package must not start a server of its own.
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends mariadb-server >&2
  server=$(command -v mariadbd || true)
fi
if [ -z "$server" ]; then
  cat >&2 <<'TEXT'
No MariaDB or MySQL server was found. Do one of these:
  - set REKEY_TEST_MYSQL_DSN=mysql://user:pass@host:3306/ to a server whose user may create databases;
  - install mariadb-server, so that mariadbd is on the PATH;
  - run `make test-sqlite`, which tests the half that needs nothing.
TEXT
  exit 1
fi

# In memory where there is enough of it: the tests make a database each, and nothing
# here outlives the run.
where=${TMPDIR:-/tmp}
if [ -d /dev/shm ] && [ "$(df -Pk /dev/shm | awk 'NR==2 {print $4}')" -gt 4000000 ]; then where=/dev/shm; fi
dir=$(mktemp -d "$where/rekey-mariadb.XXXXXX")
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

run_as=()
if [ "$(id -u)" = 0 ]; then # the server refuses to run as root
  id mysql >/dev/null 2>&1 || useradd --system --no-create-home mysql
  chmod 755 "$dir"
  run_as=(--user=mysql)
fi
mkdir "$dir/data"
if [ "$(id -u)" = 0 ]; then chown -R mysql "$dir"; fi

if command -v mariadb-install-db >/dev/null; then
  mariadb-install-db --no-defaults --datadir="$dir/data" --auth-root-authentication-method=normal \
    --skip-test-db --skip-name-resolve "${run_as[@]}" >"$dir/install.log" 2>&1 || { cat "$dir/install.log" >&2; exit 1; }
else
  "$server" --no-defaults --initialize-insecure --datadir="$dir/data" "${run_as[@]}" >"$dir/install.log" 2>&1 || { cat "$dir/install.log" >&2; exit 1; }
fi

# A free port may be taken before the server binds it: try a few.
for _ in 1 2 3 4 5; do
  port=$((20000 + RANDOM % 20000))
  "$server" --no-defaults --datadir="$dir/data" --socket="$dir/s.sock" --pid-file="$dir/pid" --port="$port" \
    --bind-address=127.0.0.1 --skip-name-resolve --innodb-buffer-pool-size=256M --performance-schema=OFF \
    --skip-log-bin --max-connections=2000 --innodb-flush-log-at-trx-commit=0 --innodb-doublewrite=0 "${run_as[@]}" >"$dir/log" 2>&1 &
  child=$!
  for _ in $(seq 150); do
    if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
      if kill -0 "$child" 2>/dev/null; then
        export REKEY_TEST_MYSQL_DSN="mysql://root@127.0.0.1:$port/"
        status=0
        "$@" || status=$?
        exit "$status"
      fi
    fi
    kill -0 "$child" 2>/dev/null || break
    sleep 0.2
  done
  kill "$child" 2>/dev/null || true
  wait "$child" 2>/dev/null || true
  child=
done
cat "$dir/log" >&2
echo "The database server did not start." >&2
exit 1
