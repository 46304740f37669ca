#!/usr/bin/env bash
# Speed of annotation against spaCy and against the machine's multiply-adds, then the time of a view and of the pages of a large dossier.
set -euo pipefail
cd "$(dirname "$0")/.."
Scripts/spacy_venv.sh
Scripts/stage.sh "build: chancery-bench, release" "${SWIFT:-swift}" build -c release -j 2 --product chancery-bench
status=0
# shellcheck disable=SC2046  # the texts are several words
.venv/bin/python Scripts/bench_annotate.py --model .model/en_core_web_sm-3.8.0 $(Scripts/texts.sh) || status=$?
python3 Scripts/bench_view.py .build/release/chancery $(Scripts/texts.sh | tr ' ' '\n' | head -n 1) || status=$?
python3 Scripts/bench_room.py .build/release/chancery || status=$?
exit $status
