#!/usr/bin/env python3
"""Learn the weights of `chancery-evaluate attribution`: Sources/chancery-evaluate/Resources/attribution.tsv.

    train_attribution.py words ROWS ANNOTATED > attribution.tsv      words that are cues often enough
    train_attribution.py weights ROWS CANDIDATES TABLE > attribution.tsv

ROWS       training rows of the attribution benchmark: {"id", "text", "attributions"}
ANNOTATED  `chancery annotate < ROWS`
CANDIDATES `chancery-evaluate attribution --candidates < ROWS`, made with a table that holds the words
TABLE      that table; its words are copied

Four questions are learnt, each by logistic regression over names of what holds of an option (stochastic gradient with
AdaGrad, L2 by decay of rare features being dropped): whether a candidate is an attribution, which content and which
source it has (a softmax over the options, the best overlap with the answer being right), and whether a group of tokens
belongs to the cue. Features seen fewer than MIN_COUNT times are left out, and those that hold a name
(a word that is nearly always capitalised).
Needs nothing beyond Python's standard library. Everything is seeded: same input, same weights.
"""
import argparse
import json
import math
import random
import re
import sys
from collections import Counter, defaultdict

TOKEN = re.compile(r"\w+|[^\w\s]")
ROLES = ("content", "cue", "source")
MIN_COUNT = {"accept": 12, "content": 30, "source": 20, "cue": 10}
RATE = {"accept": 0.1, "content": 0.1, "source": 0.1, "cue": 0.1}
DECAY = {"accept": 3e-4, "content": 3e-4, "source": 3e-4, "cue": 3e-4}
# How much of an attribution it is, by which of content (1) and source (2) are right.
LABEL = [0.4, 0.7, 0.45, 1.0]
# What is added to the bias: an answer is worth giving below even odds, as F1 has it.
THRESHOLD = {"accept": 0.8, "content": 0.0, "source": 0.0, "cue": 0.6}
# Weights nearer to zero are left out of the table.
LEAST = {"accept": 0.04, "content": 0.04, "source": 0.04, "cue": 0.04}
EPOCHS = {"accept": 4, "content": 4, "source": 4, "cue": 4}


def rows(path):
    with open(path, encoding="utf-8") as handle:
        for line in handle:
            if line.strip():
                yield json.loads(line)


def words(args):
    gold = {row["id"]: row for row in rows(args.rows)}
    total, hits = Counter(), Counter()
    for row in rows(args.other):
        inside = set()
        for attribution in gold[row["id"]]["attributions"]:
            for start, end in attribution["cue"]:
                inside.update(range(start, end))
        for token in row["tokens"]:
            if token["pos"] not in ("VERB", "NOUN", "ADJ"):
                continue
            key = (token["lemma"].lower(), token["pos"])
            total[key] += 1
            hits[key] += token["start"] in inside
    for (lemma, pos), count in sorted(hits.items()):
        if count >= 3 and count >= 0.04 * total[lemma, pos] and lemma.isalpha():
            print(f"word\t{lemma}/{pos}\t{count}")


class Spans:
    """Spans of code points as sets of the scorer's tokens."""

    def __init__(self, text):
        self.tokens = [match.span() for match in TOKEN.finditer(text)]
        self.at = [-1] * len(text)
        for number, (start, end) in enumerate(self.tokens):
            for index in range(start, end):
                self.at[index] = number

    def set(self, spans):
        return frozenset(n for start, end in spans or [] for n in self.at[start:end] if n >= 0)


def jaccard(a, b):
    return len(a & b) / len(a | b) if a or b else 1.0


def half(a, b):
    return (not a and not b) or 2 * len(a & b) >= max(len(a), len(b))


def names(rows_path):
    """Words that are nearly always capitalised."""
    capital, total = Counter(), Counter()
    for row in rows(rows_path):
        for word in re.findall(r"[^\W\d_]{2,}", row["text"]):
            total[word.lower()] += 1
            capital[word.lower()] += word[0].isupper()
    return {word for word, count in total.items() if capital[word] >= 0.8 * count}


def nameless(features, known):
    return [sys.intern(name) for name in features if known.isdisjoint(re.findall(r"[a-z]{2,}", name))]


def read(rows_path, candidates_path):
    """-> documents of {gold, candidates}, options with token sets in place of spans"""
    gold = {row["id"]: row for row in rows(rows_path)}
    documents = []
    known = names(rows_path) - {"dateline"}  # the name of a feature
    for row in rows(candidates_path):
        answer = gold[row["id"]]
        spans = Spans(answer["text"])
        for candidate in row["candidates"]:
            for option in [candidate["cue"]] + candidate["cueGroups"] + candidate["contents"] + candidate["sources"]:
                option["set"] = spans.set(option.pop("spans"))
                option["features"] = nameless(option["features"], known)
            candidate["features"] = nameless(candidate["features"], known)
        documents.append({
            "id": row["id"],
            "gold": [{role: spans.set(a.get(role)) for role in ROLES} for a in answer["attributions"]],
            "candidates": row["candidates"],
        })
    return documents


def align(document):
    """Pairs candidates with answers, best overlap first; sets candidate["gold"] and candidate["label"]."""
    scored = []
    for j, candidate in enumerate(document["candidates"]):
        candidate["gold"] = None
        candidate["label"] = 0.0
        cue = candidate["cue"]["set"]
        for i, answer in enumerate(document["gold"]):
            shared = jaccard(cue, answer["cue"]) if cue & answer["cue"] else 0.0
            best = max((jaccard(o["set"], answer["content"]) for o in candidate["contents"]), default=0.0)
            if shared or best >= 0.5:
                source = max((jaccard(o["set"], answer["source"]) for o in candidate["sources"]), default=0.0)
                scored.append((best + shared + 0.5 * source + (0.5 if shared else 0), -j, i, best))
    scored.sort(reverse=True)
    used = set()
    for _, j, i, best in scored:
        candidate = document["candidates"][-j]
        if candidate["gold"] is None and i not in used:
            used.add(i)
            candidate["gold"] = document["gold"][i]
            candidate["label"] = 1.0 if best >= 0.5 else 0.6


class Logistic:
    """A linear model by AdaGrad, with L2 on the features at hand; the weights are averaged over all steps."""

    def __init__(self, question):
        self.weights = defaultdict(float)
        self.squares = defaultdict(lambda: 1e-2)
        self.counts = Counter()
        self.sums = defaultdict(float)
        self.since = defaultdict(int)
        self.steps = 0
        self.rate, self.decay, self.question = RATE[question], DECAY[question], question

    def keep(self, features):
        least = MIN_COUNT[self.question]
        return [name for name in features if self.counts[name] >= least]

    def score(self, features):
        weights = self.weights
        return sum(weights.get(name, 0.0) for name in features) + weights.get("bias", 0.0)

    def step(self, features, gradient):
        for name in features:
            weight = self.weights[name]
            self.sums[name] += weight * (self.steps - self.since[name])
            self.since[name] = self.steps
            g = gradient + self.decay * weight
            self.squares[name] += g * g
            self.weights[name] = weight - self.rate * g / math.sqrt(self.squares[name])

    def averaged(self):
        for name, weight in self.weights.items():
            total = self.sums[name] + weight * (self.steps - self.since[name])
            self.weights[name] = total / max(1, self.steps)
        return self


def sigmoid(x):
    return 1 / (1 + math.exp(-max(-30, min(30, x))))


def train_binary(question, items):
    """items: (features, label)"""
    model = Logistic(question)
    for features, _ in items:
        model.counts.update(set(features))
    items = [(model.keep(features) + ["bias"], label) for features, label in items]
    order = list(range(len(items)))
    rng = random.Random(7)
    for _ in range(EPOCHS[question]):
        rng.shuffle(order)
        for index in order:
            features, label = items[index]
            p = sigmoid(sum(model.weights[name] for name in features))
            model.steps += 1
            model.step(features, p - label)
    return model.averaged()


def train_choice(question, items):
    """items: lists of (features, gain); a softmax is drawn towards the options with the greatest gain."""
    model = Logistic(question)
    for options in items:
        for features, _ in options:
            model.counts.update(set(features))
    data = []
    for options in items:
        top = max(gain for _, gain in options)
        if top <= 0 or len(options) < 2:
            continue
        targets = [math.exp(8 * (gain - top)) for _, gain in options]
        total = sum(targets)
        data.append([(model.keep(f), t / total) for (f, _), t in zip(options, targets)])
    order = list(range(len(data)))
    rng = random.Random(7)
    for _ in range(EPOCHS[question]):
        rng.shuffle(order)
        for index in order:
            options = data[index]
            scores = [sum(model.weights[name] for name in f) for f, _ in options]
            high = max(scores)
            exps = [math.exp(s - high) for s in scores]
            total = sum(exps)
            model.steps += 1
            for (features, target), e in zip(options, exps):
                gradient = e / total - target
                if abs(gradient) > 1e-3:
                    model.step(features, gradient)
    return model.averaged()


def best(model, options):
    return max(options, key=lambda option: model.score(option["features"])) if options else None


def chosen(role, option):
    """What was chosen for a role, as evidence for there being an attribution at all: as FlatStatements.swift."""
    features = option["features"] if option else ["nothing"]
    return [f"{role}:{name}" for name in features]


def train_roles(documents):
    contents, sources, cues = [], [], []
    for document in documents:
        for candidate in document["candidates"]:
            answer = candidate["gold"]
            if answer is None:
                continue
            contents.append([(o["features"], jaccard(o["set"], answer["content"])) for o in candidate["contents"]])
            sources.append([(o["features"], jaccard(o["set"], answer["source"])) for o in candidate["sources"]])
            if candidate["cue"]["set"] & answer["cue"]:
                for group in candidate["cueGroups"]:
                    if group["set"]:
                        share = len(group["set"] & answer["cue"]) / len(group["set"])
                        cues.append((group["features"], float(share > 0.5)))
    return {
        "content": train_choice("content", contents),
        "source": train_choice("source", sources),
        "cue": train_binary("cue", cues),
    }


def accept_features(models, candidate):
    content, source = best(models["content"], candidate["contents"]), best(models["source"], candidate["sources"])
    return candidate["features"] + chosen("content", content) + chosen("source", source), content, source


def train(documents):
    """The roles first; then, with what each half of the documents teaches about roles applied to the other half, whether
    a candidate is an attribution."""
    for document in documents:
        align(document)
    accept = []
    for part in (0, 1):
        models = train_roles([d for n, d in enumerate(documents) if n % 2 != part])
        for document in documents[part::2]:
            for candidate in document["candidates"]:
                features, content, source = accept_features(models, candidate)
                answer = candidate["gold"]
                label = 0.0
                if answer is not None and content is not None:
                    label = LABEL[half(answer["content"], content["set"]) + 2 * half(answer["source"], source["set"])]
                accept.append((features, label))
    models = train_roles(documents)
    models["accept"] = train_binary("accept", accept)
    return models


def finished(models):
    """Rounds and prunes the weights as they are written, and sets the thresholds off against the bias."""
    for question, model in models.items():
        model.weights = {
            name: round(weight + (THRESHOLD[question] if name == "bias" else 0), 2)
            for name, weight in model.weights.items()
            if abs(weight) >= LEAST[question] or name == "bias"
        }
    return models


def decode(models, document, threshold=0.0):
    """The answers of the program to a document: as FlatStatements.swift."""
    scored = []
    for n, candidate in enumerate(document["candidates"]):
        features, content, source = accept_features(models, candidate)
        scored.append((models["accept"].score(features), n, candidate, content, source))
    used, found = set(), []
    for score, _, candidate, content, source in sorted(scored, key=lambda x: (-x[0], x[1])):
        if score <= threshold:
            break
        if content is None:
            continue
        tokens, cue = content["tokens"], candidate["cue"]["tokens"]
        if 2 * sum(t in used for t in tokens) > len(tokens) or any(t in used for t in cue):
            continue
        used.update(tokens, cue)
        taken = content["set"] | source["set"]
        whole = set(candidate["cue"]["set"])
        for group in candidate["cueGroups"]:
            if models["cue"].score(group["features"]) > 0:
                whole |= group["set"] - taken
        found.append({"content": content["set"], "cue": whole, "source": source["set"]})
    return found


def score(pairs):
    """As score_attribution.py: (gold, answers) of every document -> {measure: F1}"""
    n = defaultdict(lambda: [0, 0, 0])
    for gold, answers in pairs:
        for side, items in ((1, answers), (2, gold)):
            for item in items:
                for role in ROLES:
                    n[role][side] += len(item[role])
            for row in ("whole", "content only", "detected"):
                n[row][side] += len(items)
        scored = []
        for i, g in enumerate(gold):
            for j, p in enumerate(answers):
                if g["content"] & p["content"] or g["cue"] & p["cue"]:
                    total = sum(len(g[r] & p[r]) / len(g[r] | p[r]) if g[r] or p[r] else 0 for r in ROLES)
                    scored.append((-total, i, j))
        used_g, used_p = set(), set()
        for _, i, j in sorted(scored):
            if i in used_g or j in used_p:
                continue
            used_g.add(i)
            used_p.add(j)
            g, p = gold[i], answers[j]
            for role in ROLES:
                n[role][0] += len(g[role] & p[role])
            n["detected"][0] += 1
            if p["content"] and half(g["content"], p["content"]):
                n["content only"][0] += 1
                n["whole"][0] += half(g["source"], p["source"])
    return {row: 2 * hit / max(1, a + b) for row, (hit, a, b) in n.items()}


def report(label, result):
    print(label, " ".join(f"{row} {result.get(row, 0):.4f}"
                          for row in ("whole", "source", "cue", "content", "content only", "detected")), file=sys.stderr)


def weights(args):
    documents = read(args.rows, args.other)
    folds = 4
    if args.check:
        pairs = defaultdict(list)
        for fold in range(folds if args.check > 1 else 1):
            held = [d for n, d in enumerate(documents) if n % folds == fold]
            models = finished(train([d for n, d in enumerate(documents) if n % folds != fold]))
            for threshold in (-0.3, 0.0, 0.3):
                pairs[threshold] += [(d["gold"], decode(models, d, threshold)) for d in held]
        for threshold, found in pairs.items():
            report(f"held out, threshold {threshold}:", score(found))
    models = finished(train(documents))
    print("# Weights of `chancery-evaluate attribution`: question or \"word\", feature, weight; tab-separated.")
    print("# Learnt by Scripts/train_attribution.py from the training rows of the attribution benchmark (PolNeAR 1.0.0,")
    print("# Newell, Margolin and Ruths 2018: news of ten months of one year, 840 documents); no sentence of it is kept.")
    print("# Above zero in sum: accept, the candidate is an attribution; cue, the group belongs to the cue. Of contents and")
    print("# sources the option with the greatest sum is taken. What each name means is said where it is made, in")
    print("# Sources/chancery-evaluate/Attribution. Known gap: one kind of news, one subject.")
    for row in open(args.table, encoding="utf-8"):
        if row.startswith("word\t"):
            print(row, end="")
    for question, model in models.items():
        for name, weight in sorted(model.weights.items()):
            print(f"{question}\t{name}\t{weight:.2f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("step", choices=["words", "weights"])
    parser.add_argument("rows")
    parser.add_argument("other")
    parser.add_argument("table", nargs="?")
    parser.add_argument("--check", type=int, default=0, help="1: score one held-out quarter first; 2: all four")
    args = parser.parse_args()
    (words if args.step == "words" else weights)(args)


if __name__ == "__main__":
    main()
