#!/usr/bin/env bash
# Makes .venv with the spaCy that the model was made for: the reference of `make parity` and `make bench`.
set -euo pipefail
cd "$(dirname "$0")/.."
wanted=3.8
if ! .venv/bin/python -c "import spacy, sys; sys.exit(not spacy.__version__.startswith('$wanted.'))" 2>/dev/null; then
    rm -rf .venv
    Scripts/stage.sh "spaCy: virtual environment" python3 -m venv .venv
    Scripts/stage.sh "spaCy: $wanted" .venv/bin/python -m pip install --only-binary=:all: "spacy==$wanted.*"
fi
