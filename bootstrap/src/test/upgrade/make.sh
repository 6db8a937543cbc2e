#!/usr/bin/env bash
# Makes the fixtures of the upgrade tests anew: a data folder and a dump, both written by revision 37545fc, from the
# repository's own history. Needs PostgreSQL 15's programs for the dump (initdb, pg_ctl, pg_dump), and not to be root for
# them; xz; JDK 25.
#
#   bootstrap/src/test/upgrade/make.sh TARGET [BUILT]
#
# TARGET is where they go (bootstrap/src/test/resources/upgrade), BUILT a clone at that revision that has been built already.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
target=$(mkdir -p "$1" && cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
java=${JAVA_HOME:?set it to a JDK 25}/bin
postgres=${POSTGRES_BIN:-/usr/lib/postgresql/15/bin}
as_postgres() { if [ "$(id -u)" = 0 ]; then su postgres -s /bin/bash -c "$*"; else bash -c "$*"; fi; }

built=${2:-}
if [ -z "$built" ]; then
    built=$work/parley
    git clone -q "$(git -C "$here" rev-parse --show-toplevel)" "$built"
    git -C "$built" checkout -q 37545fc
    (cd "$built" && ./mvnw -q --batch-mode -DskipTests package)
fi
unzip -q "$built/bootstrap/target/parley.jar" 'BOOT-INF/lib/*' -d "$work/jar"
path="$work/classes:$built/bootstrap/target/classes:$work/jar/BOOT-INF/lib/*:$built/adapters-web/target/test-classes"
"$java/javac" -proc:none -d "$work/classes" -cp "$path" "$here/MakeData.java"
make_data() {
    "$java/java" -cp "$path" MakeData --server.port=0 --parley.limits.requests-per-minute=1000 --parley.cluster=true \
        --parley.runs.drain-timeout=1s --parley.runs.on-active-run=enqueue "$@" </dev/null
}

# The folder, as it is after a clean stop; of the write-ahead log what that needs, which is its last record.
make_data --parley.data-dir="$work/folder" | tee "$work/folder.log"
python3 - "$work/folder/postgres" <<'PYTHON'
import struct, sys
cluster = sys.argv[1]
page = 8192
control = open(cluster + "/global/pg_control", "rb").read()
segment = cluster + "/pg_wal/000000010000000000000001"
checkpoint = struct.unpack_from("<Q", control, 32)[0] - (1 << 24)
wal = bytearray(open(segment, "rb").read())
used = checkpoint // page * page - page
wal[page:used] = bytes(used - page)
open(segment, "wb").write(wal)
PYTHON
tar -c -C "$work/folder" --exclude=./binaries --exclude=./lock --exclude='./postgres.log*' \
    --sort=name --owner=0 --group=0 --numeric-owner . | xz -9e --lzma2=dict=64MiB >"$target/folder.tar.xz"

# The dump, of a database of one's own.
chmod 755 "$work"
install -d -o "$(id -u postgres 2>/dev/null || id -u)" "$work/own"
as_postgres "$postgres/initdb -D $work/own/data -A trust -U postgres -E UTF8 --locale=C.UTF-8" >/dev/null
as_postgres "$postgres/pg_ctl -D $work/own/data -o '-p 5499 -k $work/own' -l $work/own/log -w start" >/dev/null
trap 'as_postgres "$postgres/pg_ctl -D $work/own/data -m immediate stop"; rm -rf "$work"' EXIT
"$postgres/createdb" -h 127.0.0.1 -p 5499 -U postgres parley
make_data --spring.datasource.url=jdbc:postgresql://127.0.0.1:5499/parley --spring.datasource.username=postgres \
    --parley.auth.jwt-secret='a secret of tests with more than 32 bytes' --parley.auth.local-accounts=true \
    | tee "$work/dump.log"
"$postgres/pg_dump" -h 127.0.0.1 -p 5499 -U postgres --inserts --no-owner --no-privileges parley \
    | grep -v '^\\\|^--' | xz -9e >"$target/dump.sql.xz"
grep -h '^key ' "$work/folder.log" | cut -d' ' -f2 >"$target/folder.key"
grep -h '^key ' "$work/dump.log" | cut -d' ' -f2 >"$target/dump.key"
ls -l "$target"
