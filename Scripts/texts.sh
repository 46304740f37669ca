#!/usr/bin/env bash
# Prints the texts that parity and bench run on: $TEXTS, or the shared articles where they lie beside the project,
# otherwise the example.
set -eu
cd "$(dirname "$0")/.."
if [ -n "${TEXTS:-}" ]; then
    echo "$TEXTS"
elif [ -d ../shared/seeds ]; then
    echo ../shared/seeds ../shared/bench/attribution/dev.jsonl
else
    echo Examples/adriatic
fi
