#!/usr/bin/env bash
# Fails on known vulnerabilities in what the service calls. Their database is asked over the
# network: where it cannot be reached, that is said, and nothing fails. The arguments are the
# command that runs govulncheck.
set -euo pipefail
cd "$(dirname "$0")/../.."

# One that is reached and then says nothing would be waited for without an end. Where there
# is no timeout, govulncheck gives up on its own only while it connects.
bounded=()
! command -v timeout >/dev/null || bounded=(timeout "${GOVULNCHECK_SECONDS:-60}")

ask() { # command; leaves what was said and the exit code in said and code
  code=0
  said=$("$@" 2>&1) || code=$?
  case $code in
  124) echo "govulncheck: SKIPPED, its database did not answer in time"; exit ;;
  0 | 3) ;;
  *)
    # vulncheck.FetchVulnerabilities says it of whatever goes wrong between it and the database.
    if reason=$(grep -m 1 -o 'fetching vulnerabilities: .*' <<<"$said"); then
      echo "govulncheck: SKIPPED, its database cannot be reached: ${reason#fetching vulnerabilities: }"
      exit
    fi
    echo "$said" >&2
    exit "$code"
    ;;
  esac
}

# Which packages are imported is known in a second, and mostly that is enough: which functions
# are called takes half a minute.
ask ${bounded[@]+"${bounded[@]}"} "$@" -scan package ./...
if [ "$code" = 0 ]; then
  echo "govulncheck: no vulnerability is known in any package that is imported"
  exit
fi
ask "$@" ./...
if [ "$code" = 3 ]; then
  echo "$said" >&2
  echo "govulncheck: vulnerabilities that the code reaches; raise the versions in go.mod" >&2
  exit 1
fi
echo "govulncheck: no known vulnerability is reached by the code; packages that it imports have some"
