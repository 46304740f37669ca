#!/usr/bin/env bash
# setup.sh [tests]: installs what is missing where it may, otherwise names the command that does; then fetches the language
# model. With "tests" also what only the tests need: a browser, its fonts, and what draws networks.
set -euo pipefail
cd "$(dirname "$0")/.."

fail() {
    printf 'setup: %s\n' "$1" >&2
    exit 1
}

# What the build and the tests need, as "package: a test that passes where it is there".
missing=()
need() {
    local package=$1
    shift
    "$@" >/dev/null 2>&1 || missing+=("$package")
}
need pkg-config command -v pkg-config
need libsqlite3-dev pkg-config --exists sqlite3
need libxml2-dev pkg-config --exists libxml-2.0
need libssl-dev pkg-config --exists libcrypto
need python3-pip python3 -m pip --version
need python3-venv python3 -c 'import ensurepip, venv'
if [ "${1:-}" = tests ]; then
    need chromium command -v "${CHROMIUM:-chromium}"
    need fonts-dejavu-core test -e /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf
    need graphviz command -v dot
fi

if [ ${#missing[@]} -gt 0 ]; then
    install="apt-get install -y --no-install-recommends ${missing[*]}"
    if ! command -v apt-get >/dev/null; then
        fail "missing: ${missing[*]} (Debian's names). Install them with your system's package manager."
    elif [ "$(id -u)" = 0 ]; then
        as_root=()
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        as_root=(sudo -n)
    else
        fail "missing: ${missing[*]}. Install them with: sudo $install"
    fi
    Scripts/stage.sh "setup: list of system packages" "${as_root[@]}" apt-get update
    Scripts/stage.sh "setup: ${missing[*]}" "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive $install
fi

version=$(${SWIFT:-swift} --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\)\.\([0-9]*\).*/\1 \2/p' | head -n 1 || true)
[ -n "$version" ] || fail "no Swift here. Install Swift 6.2 or later from swift.org."
read -r major minor <<<"$version"
if [ "$major" -lt 6 ] || { [ "$major" -eq 6 ] && [ "$minor" -lt 2 ]; }; then
    fail "Swift $major.$minor is too old. Install Swift 6.2 or later from swift.org."
fi

if [ ! -f .model/en_core_web_sm-3.8.0/config.cfg ]; then
    Scripts/stage.sh "setup: language model en_core_web_sm 3.8.0" Scripts/fetch_model.sh
fi
