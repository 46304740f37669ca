#!/usr/bin/env python3
"""Train and judge the model of states of affairs: which words tell what holds, beside those of the rules.

    Scripts/train_states.py DOCUMENTS.jsonl [--states FILE…] [--out Sources/Coding/Resources/states] [--judge-only]

DOCUMENTS.jsonl are those of Scripts/train_acts.py, which see; the files of Training/states have the words by which readers say that
a text tells a state, and grades of lines that the program would tell. Two logistic regressions over the features that
`chancery-evaluate states` writes: that a word tells a state, and that the line is right as well. Five folds by document, fixed by its
name; every figure is of documents that no model in play had seen.
"""
import collections
import os
import sys

import numpy as np

from train_acts import FOLDS, Odds, annotated, arguments, fold_of, readings, write_model

SPREAD = 0.3  # variance of the weights (1 / L2)
# The probabilities from which a line is told: that a state is told, and that the line is right as well.
SETTINGS = {"least": 0.5, "least-right": 0.2}


def read_marks(paths):
    """The marks of each text, by the text's hash: (start, end) and "listed" or a grade."""
    marks = collections.defaultdict(list)
    for path in paths:
        with open(path, encoding="utf-8") as handle:
            for number, line in enumerate(handle, 1):
                if line.startswith("#") or not line.strip():
                    continue
                fields = line.rstrip("\n").split("\t")
                if len(fields) != 4 or fields[3] not in ("listed", "0", "1", "2"):
                    sys.exit("%s:%d: expected a text, start, end, and listed, 0, 1 or 2" % (path, number))
                marks[fields[0]].append((int(fields[1]), int(fields[2]), fields[3]))
    return marks


def flags_of(row, marks):
    """Whether a word tells a state, and whether its line is right: as graded, else as listed."""
    own = [mark for start, end, mark in marks if row["start"] < end and start < row["end"]]
    grades = [int(mark) for mark in own if mark != "listed"]
    return (max(grades) > 0, max(grades) > 1) if grades else (bool(own), False)


def probabilities(rows, flags, folds):
    found = np.zeros(len(rows))
    for fold in range(FOLDS):
        train, test = np.where(folds != fold)[0], np.where(folds == fold)[0]
        model = Odds(SPREAD).fit([rows[i]["features"] for i in train], flags[train])
        found[test] = model.probabilities([rows[i]["features"] for i in test])
    return found


def main():
    options = arguments(__doc__, kind="states", has_readings=False)
    documents, marks, source = annotated(options.documents, options.annotation, read_marks)
    rows = list(readings(options.program, documents, task="states"))
    folds = np.array([fold_of(row["doc"]) for row in rows])
    pairs = [flags_of(row, marks[row["doc"]]) for row in rows]
    state, whole = (np.array(flags) for flags in zip(*pairs))
    source = "%d words of %s" % (len(rows), source)
    print("%s; %d tell a state, %d lines right" % (source, state.sum(), whole.sum()))
    told, right = probabilities(rows, state, folds), probabilities(rows, whole, folds)
    for least in (0.3, 0.4, 0.5, 0.6, 0.7):
        kept = told >= least
        print("from %.1f: %4d told, state %.3f, right %.3f | of all states %.3f, of all right %.3f" % (
            least, kept.sum(), state[kept].mean(), whole[kept].mean(), (state & kept).sum() / state.sum(),
            (whole & kept).sum() / whole.sum()))
    kept = (told >= SETTINGS["least"]) & (right >= SETTINGS["least-right"])
    print("told: %d, state %.3f, right %.3f" % (kept.sum(), state[kept].mean(), whole[kept].mean()))
    for low in range(10):
        part = kept & (right >= low / 10) & (right < (low + 1) / 10)
        if part.any():
            print("confidence %.1f to %.1f: %d, right %.3f" % (low / 10, (low + 1) / 10, part.sum(), whole[part].mean()))
    if not options.judge_only:
        columns = [Odds(SPREAD).fit([row["features"] for row in rows], flags).named() for flags in (state, whole)]
        write_model(os.path.join(options.out, "weights.tsv"), columns, SETTINGS, source)


if __name__ == "__main__":
    main()
