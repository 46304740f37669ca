#!/usr/bin/env bash
# demo.sh BINARY: makes Examples/adriatic into a dossier in a temporary place, prints its timeline, and shows one
# entry that two documents tell.
set -euo pipefail
project=$(cd "$(dirname "$0")/.." && pwd)
chancery=$(realpath "${1:-$project/.build/debug/chancery}")
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
ln -s "$project/Examples" Examples

run() {
    printf '$ chancery %s\n\n' "$*"
    "$chancery" "$@"
    printf '\n'
}

run new adriatic.dossier
run add adriatic.dossier Examples/adriatic
run timeline adriatic.dossier

# The first dated event that at least two documents tell, as a program would find it.
id=$("$chancery" timeline adriatic.dossier --format json | python3 -c '
import json, sys
entries = json.load(sys.stdin)
told = [entry for entry in entries if entry["kind"] == "event" and len(entry["documents"]) > 1 and entry["when"]]
told.sort(key=lambda entry: -len(entry["dates"]))
print(told[0]["id"] if told else "")')
if [ -z "$id" ]; then
    echo "demo: no entry is told by two documents" >&2
    exit 1
fi
run show adriatic.dossier "$id"
run verify adriatic.dossier
