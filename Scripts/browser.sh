#!/usr/bin/env bash
# browser.sh BINARY [TEST…]: opens the reading room in Chromium and does there what readers do, and what they must not.
# CHROMIUM names another browser than Debian's; where there is none the tests are skipped, unless
# CHANCERY_REQUIRE_BROWSER=1. A TEST is named as Python's unittest names it: test_reading.HomeTests.
set -euo pipefail
project=$(cd "$(dirname "$0")/.." && pwd)
CHANCERY=$(realpath "${1:-$project/.build/debug/chancery}")
[ $# -eq 0 ] || shift
cd "$project"
playwright=1.65.2
axe=0.1.8
schemathesis=4.32.5
venv=.build/browser-venv

[ -x "$CHANCERY" ] || { printf 'browser: no program at %s; swift build --product chancery makes it.\n' "$CHANCERY" >&2; exit 1; }

CHROMIUM=${CHROMIUM:-/usr/bin/chromium}
if ! command -v "$CHROMIUM" >/dev/null; then
    printf 'browser: tests skipped: no Chromium at %s. Install it with: sudo apt-get install -y chromium\n' "$CHROMIUM" >&2
    printf 'browser: or name another one: CHROMIUM=/path/to/chrome Scripts/browser.sh\n' >&2
    [ "${CHANCERY_REQUIRE_BROWSER:-0}" != 1 ] || exit 1
    exit 0
fi
CHROMIUM=$(command -v "$CHROMIUM")
CHANCERY_MODEL=${CHANCERY_MODEL:-$project/.model/en_core_web_sm-3.8.0}
export CHANCERY CHROMIUM CHANCERY_MODEL

if ! "$venv/bin/python" -c "
import sys
from importlib.metadata import version
names = ('playwright', 'axe-playwright-python', 'schemathesis')
sys.exit(tuple(map(version, names)) != ('$playwright', '$axe', '$schemathesis'))" 2>/dev/null; then
    rm -rf "$venv"
    Scripts/stage.sh "browser: virtual environment" python3 -m venv "$venv"
    Scripts/stage.sh "browser: playwright $playwright, axe-playwright-python $axe, schemathesis $schemathesis" \
        "$venv/bin/python" -m pip install --only-binary=:all: "playwright==$playwright" "axe-playwright-python==$axe" \
        "schemathesis==$schemathesis"
fi

if [ $# -gt 0 ]; then
    cd Tests/Browser
    exec "$project/$venv/bin/python" -m unittest -v "$@"
fi
exec "$venv/bin/python" -m unittest discover -s Tests/Browser -v
