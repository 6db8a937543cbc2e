#!/usr/bin/env bash
# Exchanges two nodes of revision 37545fc for two of this one, one after the other and under load. Builds the old revision from
# the repository's history; where that is not there, as in a shallow clone, it says so and does nothing.
#
#   bootstrap/src/test/upgrade/exchange.sh [JAR]
#
# JAR is the old revision's, where it has been built already.
set -euo pipefail
cd "$(dirname "$0")/../../../.."
jar=${1:-}
if [ -z "$jar" ]; then
    if ! git cat-file -e 37545fc^{commit} 2>/dev/null; then
        echo "The history does not reach back to 37545fc: no node of that revision can be exchanged."
        exit 0
    fi
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    git clone -q . "$work/old"
    git -C "$work/old" checkout -q 37545fc
    (cd "$work/old" && ./mvnw -q --batch-mode --no-transfer-progress -DskipTests package)
    jar=$work/old/bootstrap/target/parley.jar
fi
./mvnw -q --batch-mode --no-transfer-progress -Pquick -pl bootstrap -am -Dtest=ExchangeTest \
    -Dsurefire.failIfNoSpecifiedTests=false -Dexchange.old.jar="$(realpath "$jar")" test
echo "Two nodes of 37545fc were exchanged for two of $(git rev-parse --short HEAD), under load and without a loss."
