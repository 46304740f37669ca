#!/usr/bin/env python3
"""Train and judge the weights by which tellings of events are put together.

    Scripts/train_pairs.py GOLD_FOLDER=TEXTS_FOLDER… [--documents DOCUMENTS.jsonl] [--build FOLDER] [--out FILE] [--judge-only]

Two kinds of pairs: of gold records that links made by hand put together or do not (GOLD_FOLDER holds *.jsonl and links.json, as
Scripts/links.py reads them), given as reports to `chancery-evaluate pairs`, which prints what speaks for and against every two that
nothing rules out; and of the program's own reports of other texts, which readers judged (Training/pairs/judged.tsv, the texts by
their hash: DOCUMENTS.jsonl has them as {"id", "text"}, "title" and "date" where known). The first are all of one matter, the second
of many. Needs Python 3.9 or newer with numpy and scipy, the commands built, and the language model.

A logistic regression on standardised features; each weight may only have the sign that its feature has by its meaning, and a small
ridge does the rest: there are few pairs of one event, so a weight that is free follows accidents. Judged by leaving out in turn each
folder, with a part of the judged pairs: weights from the others, the clusters of the program's own linkage.
"""
import argparse
import datetime
import hashlib
import itertools
import json
import pathlib
import subprocess

import numpy as np

import links
import logistic

RIDGE = 0.1
THRESHOLD = 0.38
# The features that may only speak against; all others may only speak for.
AGAINST = {"ruled-apart", "other-type", "repeated", "no-word", "no-word-in-text", "other-act", "distance", "nested", "joint-alone"}


def reports(folder, texts):
    """Gold records as reports, and the pairs of ids that are of one thing."""
    records = links.read_gold(folder)
    read = {name: (texts / name).read_text(encoding="utf-8") for name in {r["doc"] for r in records}}
    digests = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in read.items()}
    made = [links.as_report(r, read[r["doc"]], digests[r["doc"]]) for r in records]
    wanted = json.loads((folder / "links.json").read_text(encoding="utf-8"))["same"]
    same = {tuple(sorted(pair)) for link in wanted for pair in itertools.combinations(link["members"], 2)}
    return [r for r in made if r["kind"] == "event"], same


def features(program, made):
    """Every pair that nothing rules out: its ids and its features."""
    lines = "\n".join(json.dumps(report) for report in made)
    done = subprocess.run([program, "pairs"], input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def judged(build, documents, file):
    """The pairs that readers judged, with their features and marks; of texts that are not given none."""
    marks = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            cells = line.split("\t")
            marks[tuple(cells[0:3]), tuple(cells[3:6])] = float(cells[6])
    wanted = {place[0] for pair in marks for place in pair}
    given = [json.loads(line) for line in documents.read_text(encoding="utf-8").splitlines()]
    lines = [json.dumps({
        "id": text["id"], "text": text["text"], "title": text.get("title") or "", "published_on": (text.get("date") or "")[:10]})
        for text in given if hashlib.sha256(text["text"].encode()).hexdigest()[:16] in wanted]
    told = subprocess.run([build / "chancery", "code"], input="\n".join(lines), capture_output=True, text=True, check=True)
    made = [report for report in map(json.loads, told.stdout.splitlines()) if report["kind"] == "event"]
    place = {r["id"]: (r["doc_hash"][:16], str(r["trigger"]["start"]), r["concept"]) for r in made}
    rows = []
    for row in features(build / "chancery-evaluate", made):
        pair = tuple(sorted((place[row["a"]], place[row["b"]])))
        if pair in marks:
            rows.append(row | {"mark": marks[pair], "part": int(pair[0][0], 16)})
    return rows


def fit(rows, marks, names):
    """The constant and the weight of each feature, which has the sign of its meaning."""
    values = np.array([[row["features"][name] for name in names] for row in rows])
    bounds = [(None, 0) if name in AGAINST else (0, None) for name in names]
    return logistic.fit(values, marks, 1 / RIDGE, start=-3.0, bounds=bounds)


def likelihood(constant, weights, row, names):
    """How likely a pair is of one event."""
    return 1 / (1 + np.exp(-(constant + weights @ np.array([row["features"][name] for name in names]))))


def joined(ids, rows, likelihoods):
    """The pairs of ids that average linkage puts together."""
    likely = {(row["a"], row["b"]): value for row, value in zip(rows, likelihoods)}
    clusters = [[one] for one in ids]

    def mean(one, other):
        pairs = itertools.product(one, other)
        return sum(likely.get(pair, likely.get(pair[::-1], 0)) for pair in pairs) / len(one) / len(other)

    linked = {frozenset(pair) for pair, value in likely.items() if value >= 0.05}
    near = {one: {other for pair in linked if one in pair for other in pair if other != one} for one in ids}
    while True:
        best, places = 0, None
        for i, one in enumerate(clusters):
            around = set().union(*(near[member] for member in one))
            for j in range(i + 1, len(clusters)):
                if around.isdisjoint(clusters[j]):
                    continue
                value = mean(one, clusters[j])
                if value > best:
                    best, places = value, (i, j)
        if best < THRESHOLD:
            return {tuple(sorted(pair)) for cluster in clusters for pair in itertools.combinations(cluster, 2)}
        clusters[places[0]] += clusters.pop(places[1])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", metavar="GOLD_FOLDER=TEXTS_FOLDER")
    parser.add_argument("--documents", type=pathlib.Path, help="the texts of the judged pairs")
    parser.add_argument("--judged", type=pathlib.Path, default=pathlib.Path("Training/pairs/judged.tsv"))
    parser.add_argument("--build", type=pathlib.Path, default=pathlib.Path(".build/release"), help="where the commands are")
    parser.add_argument("--out", default="Sources/Reconciling/Resources/pair-weights.tsv")
    parser.add_argument("--judge-only", action="store_true")
    options = parser.parse_args()
    sets = []
    for one in options.folders:
        gold, _, texts = one.partition("=")
        made, same = reports(pathlib.Path(gold), pathlib.Path(texts))
        rows = features(options.build / "chancery-evaluate", made)
        kinds = {report["id"] for report in made}
        same = {pair for pair in same if kinds.issuperset(pair)}
        sets.append((gold, [r["id"] for r in made], rows, same))
    read = judged(options.build, options.documents, options.judged) if options.documents else []
    names = list(sets[0][2][0]["features"])
    marks = [np.array([float(tuple(sorted((row["a"], row["b"]))) in same) for row in rows]) for _, _, rows, same in sets]
    right = wrong = wanted = 0
    unseen = []
    for left, (gold, ids, rows, same) in enumerate(sets):
        others = [place for place in range(len(sets)) if place != left]
        other = [row for row in read if row["part"] % len(sets) != left]
        constant, weights = fit(
            [row for place in others for row in sets[place][2]] + other,
            np.concatenate([marks[place] for place in others] + [[row["mark"] for row in other]]), names)
        unseen += [(likelihood(constant, weights, row, names), row["mark"]) for row in read if row["part"] % len(sets) == left]
        values = np.array([[row["features"][name] for name in names] for row in rows])
        found = joined(ids, rows, 1 / (1 + np.exp(-(constant + values @ weights))))
        print("%s: %d pairs of one event, %d left by what rules out; %d found, %d others" % (
            gold, len(same), marks[left].sum(), len(found & same), len(found - same)))
        right, wrong, wanted = right + len(found & same), wrong + len(found - same), wanted + len(same)
    print("all, each left out in turn: recall %.3f, precision %.3f" % (right / wanted, right / max(1, right + wrong)))
    for low, high in ((0, 0.2), (0.2, 0.3), (0.3, THRESHOLD), (THRESHOLD, 0.6), (0.6, 1.01)):
        part = [mark for value, mark in unseen if low <= value < high]
        if part:
            print("judged pairs from %.2f to %.2f: %d, of one event %.3f" % (low, min(high, 1), len(part), sum(part) / len(part)))
    if options.judge_only:
        return
    marks.append(np.array([row["mark"] for row in read]))
    constant, weights = fit([row for _, _, rows, _ in sets for row in rows] + read, np.concatenate(marks), names)
    with open(options.out, "w", encoding="utf-8") as file:
        file.write("# Weights of what speaks for and against two tellings being of one event, read by Reconciling/Events.\n")
        file.write("# Written by Scripts/train_pairs.py on %s: never edit by hand. From %d pairs, %d of one event.\n" % (
            datetime.date.today(), sum(len(m) for m in marks), sum(m.sum() for m in marks)))
        file.write("threshold\t%g\nconstant\t%.3f\n" % (THRESHOLD, constant))
        for name, weight in zip(names, weights):
            file.write("%s\t%.3f\n" % (name, weight + 0.0))


if __name__ == "__main__":
    main()
