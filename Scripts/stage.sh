#!/usr/bin/env bash
# stage.sh NAME COMMAND…: runs one stage quietly, one line a stage; a failure shows what the command said.
set -u
name=$1
shift
log=$(mktemp)
trap 'rm -f "$log"' EXIT
started=$SECONDS
if "$@" >"$log" 2>&1; then
    printf '%s: done, %d s\n' "$name" $((SECONDS - started))
else
    status=$?
    # The compiler says the same thing for every file of a module: its errors once, otherwise the end of the log.
    if ! grep -E '(error|warning):' "$log" | sort -u | head -n 60 | grep . >&2; then tail -n 60 "$log" >&2; fi
    printf '%s: FAILED after %d s (status %d)\n' "$name" $((SECONDS - started)) "$status" >&2
    exit "$status"
fi
