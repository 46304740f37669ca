#!/usr/bin/env python3
"""Train and judge the weights by which tellings are put together whose acts are known by their words alone.

    Scripts/train_word_pairs.py MENTIONS.jsonl… [--build FOLDER] [--out FILE] [--folds N] [--judge-only]

Each file has one document a line with its event mentions and what event each is of: {"id", "topic", "text", "mentions":
[{"start", "end", "instance"}]}, offsets in code points; "topic" only says which documents are left out together when judging.
`chancery-evaluate coref --reports` makes reports of the mentions and `chancery-evaluate pairs` tells what speaks for and against every
two of them; "cross": false where nobody looked what a mention is in other texts. Needs Python 3.9 or newer with numpy and scipy, the
commands built, and the language model.

A logistic regression on standardised features with a ridge. Judged by folds over topics: weights from the others, the clusters of
the program's own linkage (half the mean likelihood of all pairs, half the likeliest), B-cubed over the mentions of a fold
(Bagga and Baldwin 1998).
"""
import argparse
import collections
import datetime
import heapq
import json
import pathlib
import subprocess

import numpy as np

import logistic

RIDGE = 20.0
THRESHOLD = 0.45
NEGLIGIBLE = 0.03
# A file of this many pairs counts each once; the pairs of a smaller one count more.
WEIGHED = 50000


def told(build, documents):
    """The ids of the mentions' reports by document and place, and every pair that is compared."""
    given = "\n".join(json.dumps({
        "id": row["id"], "text": row["text"], "dct": row.get("dct"),
        "mentions": [{"start": m["start"], "end": m["end"], "parts": m.get("parts")} for m in row["mentions"]]}) for row in documents)
    program = build / "chancery-evaluate"
    made = subprocess.run([program, "coref", "--reports"], input=given, capture_output=True, text=True, check=True).stdout
    pairs = subprocess.run([program, "pairs"], input=made, capture_output=True, text=True, check=True).stdout
    reports = [line for line in map(json.loads, made.splitlines()) if line["kind"] == "event"]
    return reports, [json.loads(line) for line in pairs.splitlines()]


class Mentions:
    """The mentions of one file with what event each is of, and the pairs of them that are compared."""

    def __init__(self, path, options):
        self.path = path
        documents = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        topics = sorted({row.get("topic", row["id"]) for row in documents}, key=lambda topic: (len(str(topic)), str(topic)))
        fold_of = {row["id"]: topics.index(row.get("topic", row["id"])) % options.folds for row in documents}
        marked = collections.defaultdict(list)
        for row in documents:
            for mention in row["mentions"]:
                marked[row["id"]].append(mention)
        reports, pairs = told(options.build, documents)
        self.gold, self.folds, across, text = {}, {}, {}, {}
        for report in reports:
            # Where a mention is a phrase its report stands at a word of it.
            trigger = report["trigger"]
            for mention in marked[report["doc"]]:
                if mention["start"] <= trigger["start"] and trigger["end"] <= mention["end"]:
                    self.gold[report["id"]], self.folds[report["id"]] = mention["instance"], fold_of[report["doc"]]
                    across[report["id"]], text[report["id"]] = mention.get("cross", True), report["doc"]
        # Of some mentions nobody looked what they are in other texts.
        self.pairs = [pair for pair in pairs if pair["a"] in self.gold and pair["b"] in self.gold and pair["a"] != pair["b"] and (
            text[pair["a"]] == text[pair["b"]] or across[pair["a"]] and across[pair["b"]])]
        self.marks = np.array([float(self.gold[pair["a"]] == self.gold[pair["b"]]) for pair in self.pairs])
        self.weight = (WEIGHED / len(self.pairs)) ** 0.5

    def away(self, fold):
        """Which pairs have nothing of a fold."""
        return np.array([fold not in (self.folds[pair["a"]], self.folds[pair["b"]]) for pair in self.pairs])

    def left(self, fold):
        """Which pairs are of a fold alone."""
        return np.array([self.folds[pair["a"]] == fold == self.folds[pair["b"]] for pair in self.pairs])


def clusters(count, links, threshold):
    """The clusters of `count` things by links (one, other, likelihood): the program's own linkage."""
    sums = [{} for _ in range(count)]
    most = [{} for _ in range(count)]
    members = [[one] for one in range(count)]
    gone = [False] * count
    queue = []

    def value(one, other):
        return (sums[one][other] / len(members[one]) / len(members[other]) + most[one][other]) / 2

    for one, other, likelihood in links:
        if likelihood >= NEGLIGIBLE:
            sums[one][other] = sums[other][one] = most[one][other] = most[other][one] = likelihood
            if likelihood >= threshold:
                heapq.heappush(queue, (-likelihood, one, other))
    while queue:
        likelihood, one, other = heapq.heappop(queue)
        if gone[one] or gone[other] or other not in sums[one] or value(one, other) != -likelihood:
            continue
        gone[other] = True
        members[one] += members[other]
        for third in list(sums[other]):
            for table, put in ((sums, float.__add__), (most, max)):
                known = table[other][third]
                del table[third][other]
                if third != one:
                    table[one][third] = table[third][one] = put(float(table[one].get(third, 0)), float(known))
        for third in sums[one]:
            if value(one, third) >= threshold:
                heapq.heappush(queue, (-value(one, third), min(one, third), max(one, third)))
    return [found for one, found in enumerate(members) if not gone[one]]


def b_cubed(gold, found):
    """The F1 of two clusterings, each the cluster of every mention."""
    of = collections.defaultdict(set), collections.defaultdict(set)
    for place, (one, other) in enumerate(zip(gold, found)):
        of[0][one].add(place)
        of[1][other].add(place)
    shared = [len(of[0][one] & of[1][other]) for one, other in zip(gold, found)]
    precision = sum(n / len(of[1][other]) for n, other in zip(shared, found)) / len(gold)
    recall = sum(n / len(of[0][one]) for n, one in zip(shared, gold)) / len(gold)
    return 2 * precision * recall / (precision + recall)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mentions", type=pathlib.Path, nargs="+", metavar="MENTIONS.jsonl")
    parser.add_argument("--build", type=pathlib.Path, default=pathlib.Path(".build/release"), help="where the commands are")
    parser.add_argument("--out", default="Sources/Reconciling/Resources/word-pair-weights.tsv")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--judge-only", action="store_true")
    options = parser.parse_args()
    read = [Mentions(path, options) for path in options.mentions]
    names = list(read[0].pairs[0]["features"])
    sets = [(texts, np.array([[pair["features"][name] for name in names] for pair in texts.pairs])) for texts in read]
    for texts, values in sets:
        sums = collections.Counter()
        for fold in range(options.folds):
            away = [(other, numbers, other.away(fold)) for other, numbers in sets]
            constant, weights = logistic.fit(
                np.concatenate([numbers[part] for _, numbers, part in away]),
                np.concatenate([other.marks[part] for other, _, part in away]),
                RIDGE,
                counts=np.concatenate([np.full(part.sum(), other.weight) for other, _, part in away]))
            left = texts.left(fold)
            likely = 1 / (1 + np.exp(-(constant + values[left] @ weights)))
            ids = sorted(one for one in texts.gold if texts.folds[one] == fold)
            own = {one: place for place, one in enumerate(ids)}
            links = [(own[pair["a"]], own[pair["b"]], value) for pair, value in zip(np.array(texts.pairs)[left], likely)]
            for threshold in (THRESHOLD - 0.1, THRESHOLD, THRESHOLD + 0.1):
                found = [0] * len(own)
                for number, members in enumerate(clusters(len(own), links, threshold)):
                    for member in members:
                        found[member] = number
                sums[round(threshold, 2)] += b_cubed([texts.gold[one] for one in own], found) / options.folds
        print("%s: %d pairs, %d of one event; B-cubed F1, %d folds over topics: %s" % (
            texts.path, len(texts.pairs), texts.marks.sum(), options.folds,
            ", ".join("%.3f at %g" % (value, threshold) for threshold, value in sorted(sums.items()))))
    if options.judge_only:
        return
    constant, weights = logistic.fit(
        np.concatenate([values for _, values in sets]), np.concatenate([texts.marks for texts in read]),
        RIDGE,
        counts=np.concatenate([np.full(len(texts.pairs), texts.weight) for texts in read]))
    with open(options.out, "w", encoding="utf-8") as file:
        file.write("# Weights of what speaks for and against two tellings being of one act that are known by their words alone.\n")
        file.write("# Written by Scripts/train_word_pairs.py on %s: never edit by hand. From %d pairs, %d of one event.\n" % (
            datetime.date.today(), sum(len(texts.pairs) for texts in read), sum(texts.marks.sum() for texts in read)))
        file.write("threshold\t%g\nconstant\t%.4f\n" % (THRESHOLD, constant))
        for name, weight in zip(names, weights):
            file.write("%s\t%.4f\n" % (name, weight + 0.0))


if __name__ == "__main__":
    main()
