#!/usr/bin/env bash
# Runs the tests that are built: one line when they pass, what failed when they do not.
set -u
cd "$(dirname "$0")/.."
log=$(mktemp)
trap 'rm -f "$log"' EXIT
started=$SECONDS
"${1:-swift}" test --skip-build --disable-xctest >"$log" 2>&1
status=$?
grep -aE '^. (Test|Suite) .* skipped' "$log" | sed 's/^. /test: /'
if [ "$status" -eq 0 ]; then
    summary=$(grep -aoE 'Test run with [0-9]+ tests?.* passed' "$log" | tail -n 1)
    printf 'test: %s, %d s\n' "${summary:-passed}" $((SECONDS - started))
else
    grep -aE '^✘|recorded an issue|rror:' "$log" | head -n 80 >&2
    tail -n 15 "$log" >&2
    printf 'test: FAILED after %d s (status %d)\n' $((SECONDS - started)) "$status" >&2
fi
exit "$status"
