#!/usr/bin/env python3
"""Train and judge the linear tie-breaker of `chancery-evaluate relations`; write its weights.

    Scripts/train_tiebreaker.py ROWS.jsonl [--out Sources/chancery-evaluate/Resources/tiebreaker.tsv]

ROWS.jsonl is the training file of the relations benchmark. Needs Python 3.9 or newer with numpy, scikit-learn and pyyaml
(in a virtual environment), a built `chancery-evaluate` (`swift build --product chancery-evaluate`), and the language model
in $CHANCERY_MODEL or where `make setup` put it.

The model is multinomial logistic regression over the features that `relations --features` writes, none of which knows of
the codebook. It learns from the training rows and, at half weight, from the codebook's own examples.

The rules' answer is kept unless the model's log probability for another label is higher by more than a bonus for the
step at which the rules found theirs. The bonuses are chosen inside the training folds.

Five folds, fixed seed, all rows of a sentence in one. Each is judged as it is, and once more ("unseen") with every trigger
of every rule gone that fires in no other fold, as if no one had read these rows: rules were written after reading them,
so the plain figures flatter the rules, and the truth lies between or below.
"""
import argparse
import collections
import datetime
import glob
import hashlib
import itertools
import json
import os
import random
import subprocess
import sys
import tempfile

import numpy as np
import yaml
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

FOLDS = 5
SEED = 1
C = 1.0
EXAMPLE_WEIGHT = 0.5
LEAST_COUNT = 2  # of rows a feature stands in
LEAST_WEIGHT = 0.05  # written to the file
FREE = 99.0
STEPS = {"both": "both", "actor": "one", "recipient": "one", "reversed": "weak", "path": "weak", "anywhere": "weak",
         "fallback": "none"}
GRID = {"both": [2.0, 3.0, 4.0, FREE], "one": [1.0, 1.5, 2.0, 3.0, 4.0, FREE], "weak": [0.0, 0.5, 1.0], "none": [-1.0, 0.0]}


def read_jsonl(path):
    with open(path, encoding="utf-8") as handle:
        return [json.loads(line) for line in handle if line.strip()]


def features(program, rows, without=None):
    command = [program, "relations", "--features"]
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as listing:
        if without:
            listing.write("\n".join(sorted(without)))
            listing.flush()
            command += ["--without", listing.name]
        text = "".join(json.dumps(row) + "\n" for row in rows)
        out = subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout
    return [json.loads(line) for line in out.splitlines()]


def labels_table(path):
    table = {}
    for line in open(path, encoding="utf-8"):
        if line.strip() and not line.startswith("#"):
            name, modality, label = line.rstrip("\n").split("\t")
            table[name, modality] = label
    return table


def examples(folder, table):
    """The codebook's example sentences as rows."""
    concepts = yaml.safe_load(open(os.path.join(folder, "concepts.yaml"), encoding="utf-8"))
    found = []

    def party(text, names):
        for name in names or []:
            for words in (name, name.split()[-1]):
                at = text.find(words)
                if at >= 0:
                    return {"start": at, "end": at + len(words)}
        return None

    for path in sorted(glob.glob(os.path.join(folder, "*.yaml"))):
        content = yaml.safe_load(open(path, encoding="utf-8"))
        if not isinstance(content, list) or not isinstance(content[0], dict):
            continue
        for rule in content:
            if "concept" not in rule:  # an exception, which yields nothing
                continue
            for example in rule.get("examples", []):
                source, target = party(example["text"], example.get("actors")), party(example["text"], example.get("recipients"))
                if not source and not target:
                    continue
                kind, modality = concepts[rule["concept"]]["type"], example.get("modality", "asserted")
                keys = [(rule["concept"], modality), (rule["concept"], "*"), (kind, modality), (kind, "*")]
                label = next((table[key] for key in keys if key in table), kind)
                found.append({"id": "%s/%d" % (rule["id"], len(found)), "text": example["text"], "source": source,
                              "target": target, "type": label})
    return found


class Model:
    def __init__(self, rows, labels, weights):
        counts = collections.Counter(name for row in rows for name in row["features"])
        kept = [{k: v for k, v in row["features"].items() if counts[k] >= LEAST_COUNT} for row in rows]
        self.vectorizer = DictVectorizer()
        self.regression = LogisticRegression(C=C, max_iter=1000)
        self.regression.fit(self.vectorizer.fit_transform(kept), labels, sample_weight=weights)
        self.labels = list(self.regression.classes_)

    def log_probabilities(self, rows):
        return self.regression.predict_log_proba(self.vectorizer.transform([row["features"] for row in rows]))

    def table(self):
        """Every feature with its weight for each label, less the mean over labels, which decides nothing."""
        rows = dict(zip(self.vectorizer.get_feature_names_out(), self.regression.coef_.T))
        rows["bias"] = self.regression.intercept_
        return {name: row - row.mean() for name, row in rows.items()}


def scores(gold, answers):
    gold, answers = np.array(gold), np.array(answers)
    f1 = []
    for label in sorted(set(gold)):
        hit = np.sum((gold == label) & (answers == label))
        f1.append(2 * hit / (np.sum(gold == label) + np.sum(answers == label)))
    return np.mean(gold == answers), np.mean(f1)


def decide(labels, table, rules, bonus):
    answers = []
    for row, choice in zip(table, rules):
        sums = row.copy()
        if choice["type"] in labels:
            sums[labels.index(choice["type"])] += bonus[STEPS[choice["step"]]]
        answers.append(labels[int(np.argmax(sums))])
    return answers


def choose_bonus(labels, table, settings, gold):
    """The bonuses that do best, as the mean of accuracy and macro-F1 over all settings; of equals the highest."""
    best = None
    for values in itertools.product(*GRID.values()):
        bonus = dict(zip(GRID, values))
        if bonus["one"] > bonus["both"]:
            continue
        value = np.mean([scores(gold, decide(labels, table, rules, bonus)) for rules in settings])
        key = (round(value, 4), sum(values))
        if best is None or key > best[0]:
            best = (key, bonus)
    return best[1]


def write(path, model, bonus, notes):
    with open(path, "w", encoding="utf-8") as handle:
        handle.write("".join("# %s\n" % note for note in notes))
        for step, group in STEPS.items():
            handle.write("step:%s\t*:%g\n" % (step, bonus[group]))
        for name, row in sorted(model.table().items()):
            pairs = ["%s:%.2f" % (label, weight) for label, weight in zip(model.labels, row) if abs(weight) >= LEAST_WEIGHT]
            if pairs:
                handle.write("%s\t%s\n" % (name, " ".join(pairs)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows")
    parser.add_argument("--evaluate", default=".build/debug/chancery-evaluate")
    parser.add_argument("--codebook", default="Sources/Coding/Resources/codebook")
    parser.add_argument("--labels", default="Sources/chancery-evaluate/Resources/labels.tsv")
    parser.add_argument("--out", help="write the weights here; without it only the folds are judged")
    options = parser.parse_args()

    rows = read_jsonl(options.rows)
    gold = np.array([row["type"] for row in rows])
    sentences = sorted({row["text"] for row in rows})
    random.Random(SEED).shuffle(sentences)
    place = {text: number % FOLDS for number, text in enumerate(sentences)}
    fold = np.array([place[row["text"]] for row in rows])

    plain = features(options.evaluate, rows)
    firing = collections.defaultdict(set)
    for row, number in zip(plain, fold):
        for pair in row["fired"]:
            firing[pair].add(number)
    unseen, gone = {}, {}
    for number in range(FOLDS):
        gone[number] = {pair for pair, where in firing.items() if where == {number}}
        for row in features(options.evaluate, [r for r, f in zip(rows, fold) if f == number], gone[number]):
            unseen[row["id"]] = row
    settings = {"plain": plain, "unseen": [unseen[row["id"]] for row in rows]}
    own = examples(options.codebook, labels_table(options.labels))
    own_features = features(options.evaluate, own)

    def train(places, without=frozenset()):
        kept = [(e, f) for e, f in zip(own, own_features) if not any(pair in without for pair in f["fired"])]
        return Model([plain[i] for i in places] + [f for _, f in kept], [gold[i] for i in places] + [e["type"] for e, _ in kept],
                     [1.0] * len(places) + [EXAMPLE_WEIGHT] * len(kept))

    collected = {name: {"rules": [], "model": [], "both": []} for name in settings}
    order = []
    whole = None
    for number in range(FOLDS):
        train_places, test_places = np.where(fold != number)[0], np.where(fold == number)[0]
        order += list(test_places)
        # Inside the training folds: the model's answers on rows it has not seen, for the bonuses.
        inner = None
        for other in range(FOLDS):
            if other == number:
                continue
            held = np.where(fold == other)[0]
            model = train(np.where((fold != number) & (fold != other))[0])
            if inner is None:
                inner = np.zeros((len(rows), len(model.labels)))
            inner[held] = model.log_probabilities([plain[i] for i in held])
        bonus = choose_bonus(model.labels, inner[train_places],
                             [[rules[i] for i in train_places] for rules in settings.values()], gold[train_places])
        print("fold %d, %d rows, %d triggers seen only here; bonuses %s" % (number, len(test_places), len(gone[number]), bonus))
        for name, rules in settings.items():
            model = train(train_places, gone[number] if name == "unseen" else frozenset())
            table = model.log_probabilities([plain[i] for i in test_places])
            if name == "plain":
                whole = np.zeros((len(rows), len(model.labels))) if whole is None else whole
                whole[test_places] = table
            chosen = {"rules": [rules[i]["type"] for i in test_places],
                      "model": [model.labels[k] for k in table.argmax(1)],
                      "both": decide(model.labels, table, [rules[i] for i in test_places], bonus)}
            print("  %-6s " % name + "  ".join("%s %.3f %.3f" % ((kind,) + scores(gold[test_places], answers))
                                               for kind, answers in chosen.items()))
            for kind, answers in chosen.items():
                collected[name][kind] += answers
        sys.stdout.flush()
    for name in settings:
        print("all    %-6s " % name + "  ".join("%s %.3f %.3f" % ((kind,) + scores(gold[order], answers))
                                                 for kind, answers in collected[name].items()))
    if options.out:
        bonus = choose_bonus(model.labels, whole, list(settings.values()), gold)
        print("bonuses over all rows %s" % bonus)
        write(options.out, train(np.arange(len(rows))), bonus, [
            "Weights of the tie-breaker of `chancery-evaluate relations`: a feature of a sentence and its two parties, a tab, and",
            "for each label what the feature adds to its log odds; `step:` lines say what the rules' answer is worth by its step",
            "(%g: the model never overrules it)." % FREE,
            "Written by Scripts/train_tiebreaker.py on %s: never edit by hand. Weights under %g are left out." % (
                datetime.date.today().isoformat(), LEAST_WEIGHT),
            "Source: %d rows of the relations benchmark, SHA-256 %s, and %d examples of the codebook; C = %g." % (
                len(rows), hashlib.sha256(open(options.rows, "rb").read()).hexdigest(), len(own), C),
            "Known gaps: the rows are short news sentences; words of other kinds of text have weak weights or none."])


if __name__ == "__main__":
    main()
