#!/usr/bin/env bash
# Measures the release product on the training benchmarks and holds every figure against Scripts/gate-baseline.json.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ -z "${BENCH:-}" ] && [ ! -d ../shared/bench ]; then
    echo "gate: skipped, there are no benchmarks at ../shared/bench (BENCH=FOLDER names another place)"
    exit 0
fi
# One build a product: swift build takes no two of them.
for product in chancery chancery-evaluate; do
    Scripts/stage.sh "build: $product, release" "${SWIFT:-swift}" build -c release -j 2 --product "$product"
done
exec python3 Scripts/gate.py --bench "${BENCH:-../shared/bench}" "$@"
