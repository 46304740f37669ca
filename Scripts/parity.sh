#!/usr/bin/env bash
# Compares `chancery annotate` with spaCy, token by token; fails below 99.9 % equal tokens.
set -euo pipefail
cd "$(dirname "$0")/.."
Scripts/spacy_venv.sh
# shellcheck disable=SC2046  # the texts are several words
.venv/bin/python Scripts/parity.py --model .model/en_core_web_sm-3.8.0 $(Scripts/texts.sh)
