#!/usr/bin/env bash
# Installs the Java SDK in an empty folder, as its README says, and uses it from another project with the dependency that
# the README tells, against the server of the environment (see tests/with-demo.sh). The README's samples become a class of
# that project. The snippets are compiled with it, and arrive at a stand-in.
# Maven gets a home of its own for this, so that the machine's repository has no such SDK afterwards; what else it needs
# comes from there. With --fetch nothing is run: Maven only gets what it needs for this.
set -euo pipefail
cd "$(dirname "$0")"
root=$(cd ../../.. && pwd)
sdk=$root/gen/sdk/java
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# It is over before more thorough compilation would pay.
export MAVEN_OPTS="-XX:TieredStopAtLevel=1 ${MAVEN_OPTS:-}"
if [ "${1:-}" = --fetch ]; then
  cp -r "$sdk" "$work/sdk"
  mvn -B -q -f "$work/sdk/pom.xml" install -Dmaven.install.skip=true
  # As it is in the repository, it does not ask for the SDK, which is in no registry.
  mkdir -p "$work/project/src/test/java"
  cp pom.xml "$work/project/"
  echo 'class NothingTest { @org.junit.jupiter.api.Test void passes() {} }' >"$work/project/src/test/java/NothingTest.java"
  mvn -B -q -f "$work/project/pom.xml" package
  exit
fi

repository=$HOME/.m2/repository
if [[ $MAVEN_OPTS =~ -Dmaven.repo.local=([^ ]+) ]]; then
  repository=${BASH_REMATCH[1]}
  MAVEN_OPTS=${MAVEN_OPTS/"${BASH_REMATCH[0]}"/}
fi
mkdir -p "$work/home/.m2"
cat >"$work/home/.m2/settings.xml" <<EOF
<settings>
  <mirrors>
    <mirror><id>machine</id><mirrorOf>central</mirrorOf><url>file://$repository</url></mirror>
  </mirrors>
</settings>
EOF
export MAVEN_OPTS="-Duser.home=$work/home $MAVEN_OPTS"
"$root/tests/sdk/install.sh" java "$work" >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
cp -r pom.xml src "$work/app/"
cp -r "$sdk/examples" "$work/app/src/test/java/"
python3 samples.py "$sdk/README.md" "$work/app/src/test/java/com/rekeyhq/sdk/test/ReadmeSamples.java" "$work/app/pom.xml"
version=$(sed -n 's:.*<version>\(.*\)</version>.*:\1:p' "$sdk/pom.xml" | head -n 1)
status=0
# The stand-in takes any client, and the server its own alone. Maven says on the standard output what failed.
"$root/tests/sdk/with-standin.sh" java \
  env REKEY_CLIENT_ID="$REKEY_CLIENT_ID" REKEY_CLIENT_SECRET="$REKEY_CLIENT_SECRET" \
  sh -c 'exec "$@" >&2' maven mvn -B -q -f "$work/app/pom.xml" -Drekey.version="$version" package || status=$?
mkdir -p "$root/.report"
python3 report.py "$work/app/target/surefire-reports" "$root/.report/sdk-java.json"
exit "$status"
