#!/usr/bin/env bash
# Installs the vendor's packages as they are pinned, and keeps the archives that they came in, to which
# TestNoPackageWasPatched compares what is installed. Nothing is done twice.
set -euo pipefail
cd "$(dirname "$0")"

archives=$(cd ../.. && pwd)/.tools/vendors
mkdir -p "$archives"
exec 9>"$archives/lock"
flock 9 # two checks may ask at once

if ! [ -d node/node_modules ] || ! cmp -s node/package-lock.json "$archives/npm/installed.json"; then
  rm -rf "$archives/npm" && mkdir -p "$archives/npm"
  (cd node && npm ci --no-progress --no-audit --no-fund --ignore-scripts >&2)
  packages=$(cd node && node -p 'Object.entries(JSON.parse(fs.readFileSync("package-lock.json")).packages)
    .filter(([path]) => path).map(([path, p]) => path.split("node_modules/").at(-1) + "@" + p.version).join(" ")')
  # shellcheck disable=SC2086
  (cd node && npm pack --silent --prefer-offline --pack-destination "$archives/npm" $packages >&2)
  cp node/package-lock.json "$archives/npm/installed.json"
fi

if ! cmp -s python/requirements.txt "$archives/python/installed.txt"; then
  python3 -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' || { echo "make vendors needs Python 3.11 with venv" >&2; exit 1; }
  rm -rf "$archives/python" "$archives/wheels"
  python3 -m venv "$archives/python"
  pip=("$archives/python/bin/pip" --quiet --disable-pip-version-check)
  "${pip[@]}" download --require-hashes --only-binary :all: --dest "$archives/wheels" --requirement python/requirements.txt >&2
  "${pip[@]}" install --require-hashes --no-index --find-links "$archives/wheels" --requirement python/requirements.txt >&2
  cp python/requirements.txt "$archives/python/installed.txt"
fi

if ! cmp -s java/pom.xml "$archives/java/installed.xml"; then
  rm -rf "$archives/java"
  mvn -B -q -f java/pom.xml dependency:copy-dependencies -DoutputDirectory="$archives/java" >&2
  cp java/pom.xml "$archives/java/installed.xml"
fi
