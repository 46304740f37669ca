#!/usr/bin/env python3
"""Learn the weights of `chancery-evaluate attribution`: Sources/chancery-evaluate/Resources/attribution.tsv.

    train_attribution.py words ROWS ANNOTATED > attribution.tsv      words that are cues often enough
    train_attribution.py weights ROWS CANDIDATES TABLE > attribution.tsv

ROWS       training rows of the attribution benchmark: {"id", "text", "attributions"}
ANNOTATED  `chancery annotate < ROWS`
CANDIDATES `chancery-evaluate attribution --candidates < ROWS`, made with a table that holds the words
TABLE      that table; its words are copied

Five questions are learnt, each by logistic regression over names of what holds of an option (L-BFGS, L2): which role a
token has by itself; whether a candidate is an attribution, which content and which source it has (a softmax over the
options, the best overlap with the answer being right), and whether a group of tokens belongs to the cue. The last four
also weigh measures of what the tokens say by themselves. Features seen fewer than MIN_COUNT times are left out, and those that hold a name
(a word that is nearly always capitalised).
Needs numpy and scipy. Nothing is drawn by chance: same input, same weights.
"""
import argparse
import json
import re
import sys
from collections import Counter, defaultdict

import numpy as np
from scipy import sparse
from scipy.optimize import minimize

TOKEN = re.compile(r"\w+|[^\w\s]")
ROLES = ("content", "cue", "source")
MIN_COUNT = {"accept": 10, "content": 10, "source": 10, "cue": 10, "token": 10}
L2 = {"accept": 4.0, "content": 3.0, "source": 3.0, "cue": 3.0, "token": 3.0}
STEPS, TOKEN_STEPS = 60, 40
# How sharply the best option is to be told from the next, by the share of tokens.
SHARPNESS = 8
# How much of an attribution it is, by which of content (1) and source (2) are right.
LABEL = [0.4, 0.7, 0.45, 1.0]
# What is added to the bias: an answer is worth giving below even odds, as F1 has it.
THRESHOLD = {"accept": 0.8, "content": 0.0, "source": 0.0, "cue": 0.6}
# What a match of half the tokens and each shared token are worth when an option is chosen: as FlatStatements.swift.
AGREEMENT = {"contents": (0.5, 0.5), "sources": (0.0, 0.0)}
# When a content makes room for another attribution: as FlatStatements.swift.
LEAST_WORTH, LEAST_GAIN = 0.7, 0.2
# Weights nearer to zero are left out of the table.
LEAST, TOKEN_LEAST = 0.02, 0.06
# Parts of the documents whose tokens are judged by what the others teach.
PARTS = 4


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


class Names:
    """Numbers for the names of features; those that hold a name of somebody or something have none."""

    def __init__(self, known):
        self.known, self.numbers, self.names, self.cache = known, {}, [], {}

    def number(self, name):
        if name not in self.cache:
            found = None
            if self.known.isdisjoint(re.findall(r"[a-z]{2,}", name)):
                found = len(self.names)
                self.names.append(name)
            self.cache[name] = found
        return self.cache[name]

    def list(self, features):
        found = {self.number(name) for name in features} - {None}
        return np.fromiter(sorted(found), np.int32, len(found))


def read(rows_path, candidates_path, options, tokens, known):
    """-> documents of {gold, candidates}; features by number, spans also as sets of the scorer's tokens"""
    gold = {row["id"]: row for row in rows(rows_path)}
    documents = []
    for row in rows(candidates_path):
        answer = gold[row["id"]]
        spans = Spans(answer["text"])
        candidates = []
        for candidate in row["candidates"]:
            def option(o):
                return {"set": spans.set(o["spans"]), "tokens": np.array(o["tokens"], np.int32),
                        "features": options.list(o["features"])}
            candidates.append({
                "features": options.list(candidate["features"]), "cue": option(candidate["cue"]),
                "cueGroups": [option(o) for o in candidate["cueGroups"]],
                "contents": [option(o) for o in candidate["contents"]],
                "sources": [option(o) for o in candidate["sources"]],
            })
        numbers = [tokens.number(name) for name in row["names"]]
        role = bytearray(len(answer["text"]) + 1)
        for attribution in answer["attributions"]:
            for number, name in ((3, "content"), (2, "cue"), (1, "source")):
                for start, end in attribution.get(name) or []:
                    role[start:end] = bytes([number]) * (end - start)
        documents.append({
            "id": row["id"], "date": answer["date"], "candidates": candidates,
            "gold": [{r: spans.set(a.get(r)) for r in ROLES} for a in answer["attributions"]],
            "tokens": [np.array([numbers[n] for n in held if numbers[n] is not None], np.int32)
                       for held in row["tokenFeatures"]],
            "roles": np.array([role[start] or role[end - 1] for start, end in row["tokens"]], np.int8),
        })
    for document in documents:
        align(document)
        for candidate in document["candidates"]:
            for role in ("contents", "sources"):
                candidate[role + " agreement"] = agreement(candidate[role])
    return documents


def align(document):
    """Pairs candidates with answers, best overlap first; sets candidate["gold"]."""
    scored = []
    for j, candidate in enumerate(document["candidates"]):
        candidate["gold"] = None
        cue = candidate["cue"]["set"]
        for i, answer in enumerate(document["gold"]):
            shared = jaccard(cue, answer["cue"]) if cue & answer["cue"] else 0.0
            best = max((jaccard(o["set"], answer["content"]) for o in candidate["contents"]), default=0.0)
            if shared or best >= 0.5:
                source = max((jaccard(o["set"], answer["source"]) for o in candidate["sources"]), default=0.0)
                scored.append((best + shared + 0.5 * source + (0.5 if shared else 0), -j, i))
    scored.sort(reverse=True)
    used = set()
    for _, j, i in scored:
        candidate = document["candidates"][-j]
        if candidate["gold"] is None and i not in used:
            used.add(i)
            candidate["gold"] = document["gold"][i]


def agreement(options):
    """Whether each two options share half of the larger, and how much they share."""
    if not options:
        return None
    low = min((int(o["tokens"].min()) for o in options if len(o["tokens"])), default=0)
    high = max((int(o["tokens"].max()) for o in options if len(o["tokens"])), default=0)
    table = np.zeros((len(options), high - low + 1), np.float32)
    for number, option in enumerate(options):
        table[number, option["tokens"] - low] = 1
    both = table @ table.T
    sizes = table.sum(1)
    larger = np.maximum(sizes[:, None], sizes[None, :])
    either = sizes[:, None] + sizes[None, :] - both
    return (2 * both >= larger).astype(np.float32), np.where(either > 0, both / np.maximum(either, 1), 1)


# What the tokens by themselves say: as TokenMarks.swift.

def log_odds(share, limit=8.0):
    share = np.clip(share, 0.002, 0.998)
    return np.clip(np.log(share / (1 - share)), -limit, limit)


CONTENT = ("*overlap *overlap-odds *sum *mean *tail *inside *missed "
           "*first *before *before-2 *last *after *after-2").split()
SOURCE = "*overlap *overlap-odds *sum *most *first *before *last *after *none".split()
CUE = "*cue *cue-most *cue-least *cue-in-content *cue-in-source".split()
ACCEPT = (CUE + ["content:" + name for name in CONTENT] + ["*content-half", "*content-overlap"]
          + ["source:" + name for name in SOURCE] + ["*source-half", "*source-likely"])


def at(share, index):
    return share[index] if 0 <= index < len(share) else 0.0


def measure_content(share, words, total):
    if not len(words):
        return np.zeros(len(CONTENT))
    shares = share[words]
    odds = log_odds(shares, 3)
    inside = shares.sum()
    missed = max(0.0, total - inside)
    overlap = inside / (len(words) + missed)
    first, last = words[0], words[-1]
    return np.array([
        3 * overlap, log_odds(overlap), odds.sum() / 10, odds.mean(), odds[-4:].mean(), inside / len(words), missed / 10,
        2 * at(share, first), 2 * at(share, first - 1), 2 * at(share, first - 2),
        2 * at(share, last), 2 * at(share, last + 1), 2 * at(share, last + 2)])


def measure_source(share, words, total):
    if not len(words):
        return np.array([0, 0, -total / 3, 0, 0, 0, 0, 0, 1 - min(1.0, total)])
    shares = share[words]
    odds = log_odds(shares, 3)
    inside = shares.sum()
    overlap = inside / (len(words) + max(0.0, total - inside))
    first, last = words[0], words[-1]
    return np.array([
        3 * overlap, log_odds(overlap) / 2, odds.sum() / 4, odds.max() / 2,
        2 * at(share, first), 2 * at(share, first - 1), 2 * at(share, last), 2 * at(share, last + 1), 0])


def measure_cue(shares, words):
    if not len(words):
        return np.zeros(len(CUE))
    odds = log_odds(shares[words, 2], 4)
    return np.array([odds.mean(), odds.max(), odds.min(), 2 * shares[words, 3].mean(), 2 * shares[words, 1].mean()])


def total(share, options):
    words = {int(t) for o in options for t in o["tokens"]}
    return float(sum(share[t] for t in words))


def measure(documents):
    for document in documents:
        shares = document["shares"]
        for candidate in document["candidates"]:
            candidate["cue"]["measures"] = measure_cue(shares, candidate["cue"]["tokens"])
            for group in candidate["cueGroups"]:
                group["measures"] = measure_cue(shares, group["tokens"])
            for role, column, measured in (("contents", 3, measure_content), ("sources", 1, measure_source)):
                share = shares[:, column]
                whole = total(share, candidate[role])
                for option in candidate[role]:
                    option["measures"] = measured(share, option["tokens"], whole)


class Table:
    """Lists of features as a matrix; those seen seldom are left out."""

    def __init__(self, least, names):
        self.least, self.names = least, names

    def fit(self, lists):
        counts = np.bincount(np.concatenate(lists)) if len(lists) else np.zeros(0, int)
        self.kept = np.flatnonzero(counts >= self.least)
        self.column = np.full(max(1, len(counts)), -1, np.int32)
        self.column[self.kept] = np.arange(len(self.kept))
        return self

    def matrix(self, lists, dtype=np.float64):
        sizes = np.fromiter((len(f) for f in lists), np.int64, len(lists))
        joined = np.concatenate(lists) if len(lists) else np.zeros(0, np.int32)
        columns = np.where(joined < len(self.column), self.column[np.minimum(joined, len(self.column) - 1)], -1)
        kept = columns >= 0
        row = np.repeat(np.arange(len(lists)), sizes)[kept]
        starts = np.append(0, np.cumsum(np.bincount(row, minlength=len(lists))))
        return sparse.csr_matrix((np.ones(int(kept.sum()), dtype), columns[kept], starts),
                                 shape=(len(lists), len(self.kept)))


def least_loss(function, size, steps):
    return minimize(function, np.zeros(size), jac=True, method="L-BFGS-B", options={"maxiter": steps}).x


class Logistic:
    """A sum of weights of features and measures."""

    def __init__(self, question, names, measures):
        self.question, self.measures = question, measures
        self.table = Table(MIN_COUNT[question], names)

    def matrix(self, lists, measures):
        dense = np.column_stack([np.ones(len(lists)), np.array(measures).reshape(len(lists), len(self.measures))])
        return sparse.hstack([self.table.matrix(lists), sparse.csr_matrix(dense)]).tocsr()

    def scores(self, lists, measures):
        return self.matrix(lists, measures) @ self.found if len(lists) else np.zeros(0)

    def fit_binary(self, lists, measures, labels):
        self.table.fit(lists)
        x, y = self.matrix(lists, measures), np.array(labels, float)
        xt = x.T.tocsr()
        bias = len(self.table.kept)

        def loss(w):
            z = x @ w
            held = w.copy()
            held[bias] = 0
            gradient = xt @ (1 / (1 + np.exp(-z)) - y) + L2[self.question] * held
            return (np.logaddexp(0, z) - y * z).sum() + 0.5 * L2[self.question] * (held @ held), gradient
        self.found = least_loss(loss, x.shape[1], STEPS)
        return self

    def fit_choice(self, groups):
        """groups: lists of (features, measures, gain); a softmax is drawn towards the options with the greatest gain."""
        groups = [g for g in groups if len(g) > 1 and max(gain for _, _, gain in g) > 0]
        lists = [f for g in groups for f, _, _ in g]
        self.table.fit(lists)
        x = self.matrix(lists, [m for g in groups for _, m, _ in g])
        xt = x.T.tocsr()
        sizes = np.array([len(g) for g in groups])
        starts = np.append(0, np.cumsum(sizes)[:-1])
        group = np.repeat(np.arange(len(groups)), sizes)
        target = []
        for g in groups:
            gains = np.array([gain for _, _, gain in g])
            e = np.exp(SHARPNESS * (gains - gains.max()))
            target.append(e / e.sum())
        target = np.concatenate(target)

        def loss(w):
            z = x @ w
            z -= np.maximum.reduceat(z, starts)[group]
            e = np.exp(z)
            whole = np.add.reduceat(e, starts)[group]
            gradient = xt @ (e / whole - target) + L2[self.question] * w
            return -(target * (z - np.log(whole))).sum() + 0.5 * L2[self.question] * (w @ w), gradient
        self.found = least_loss(loss, x.shape[1], STEPS)
        return self

    def finished(self):
        """Rounds and prunes the weights as they are written, and sets the threshold off against the bias."""
        bias = len(self.table.kept)
        self.found = np.where(np.abs(self.found) >= LEAST, self.found, 0)
        self.found[bias] += THRESHOLD[self.question]
        self.found = np.round(self.found, 2)
        return self

    def weights(self, names):
        labels = [names(n) for n in self.table.kept] + ["bias"] + self.measures
        return {label: w for label, w in zip(labels, self.found) if w}


class TokenRoles:
    """Which role a token has by itself: multinomial logistic regression."""

    def fit(self, documents):
        lists = [f for d in documents for f in d["tokens"]]
        self.table = Table(MIN_COUNT["token"], None).fit(lists)
        x = self.table.matrix(lists, np.float32)
        xt = x.T.tocsr()
        y = np.concatenate([d["roles"] for d in documents])
        rank = np.arange(len(y))
        given = np.zeros((len(y), 4), np.float32)
        given[rank, y] = 1

        def loss(w):
            z = x @ w.reshape(-1, 4).astype(np.float32)
            z -= z.max(1, keepdims=True)
            e = np.exp(z)
            whole = e.sum(1, keepdims=True)
            gradient = (xt @ (e / whole - given)).astype(np.float64).ravel() + L2["token"] * w
            right = -(z[rank, y] - np.log(whole[:, 0])).sum(dtype=np.float64)
            return right + 0.5 * L2["token"] * (w @ w), gradient
        self.found = least_loss(loss, x.shape[1] * 4, TOKEN_STEPS).reshape(-1, 4)
        return self

    def finished(self):
        self.found = np.round(self.found - self.found[:, :1], 2)
        self.found[np.abs(self.found).max(1) < TOKEN_LEAST] = 0
        return self

    def apply(self, documents):
        w = self.found.astype(np.float32)
        for document in documents:
            z = self.table.matrix(document["tokens"], np.float32) @ w
            e = np.exp(z - z.max(1, keepdims=True))
            document["shares"] = (e / e.sum(1, keepdims=True)).astype(np.float64)
        measure(documents)


def pick(model, role, documents):
    """Chooses each candidate's content or source."""
    options = [o for d in documents for c in d["candidates"] for o in c[role]]
    scores = model.scores([o["features"] for o in options], [o["measures"] for o in options])
    start = 0
    for document in documents:
        for candidate in document["candidates"]:
            found = candidate[role]
            z = scores[start:start + len(found)]
            start += len(found)
            if not found:
                candidate[role + " chosen"] = None
                continue
            p = np.exp(z - z.max())
            p /= p.sum()
            halves, overlaps = candidate[role + " agreement"]
            half_, overlap = halves @ p, overlaps @ p
            worth = AGREEMENT[role][0] * half_ + AGREEMENT[role][1] * overlap + 0.001 * p
            n = int(np.argmax(worth))
            candidate[role + " worth"] = worth
            candidate[role + " chosen"] = (found[n], half_[n], overlap[n], p[n])


def accept_evidence(candidate, size):
    """What speaks for there being an attribution, of what was chosen for its roles too: as FlatStatements.swift."""
    features, measures = [candidate["features"]], [candidate["cue"]["measures"]]
    content, source = candidate["contents chosen"], candidate["sources chosen"]
    features.append(content[0]["features"] + size if content else np.array([3 * size], np.int32))
    measures.append(content[0]["measures"] if content else np.zeros(len(CONTENT)))
    measures.append(log_odds(np.array(content[1:3])) if content else np.zeros(2))
    features.append(source[0]["features"] + 2 * size)
    measures += [source[0]["measures"], [source[1], source[3]]]
    return np.concatenate(features), np.concatenate(measures)


def train_roles(documents):
    contents, sources, cues = [], [], []
    for document in documents:
        for candidate in document["candidates"]:
            answer = candidate["gold"]
            if answer is None:
                continue
            for found, role in ((contents, "content"), (sources, "source")):
                found.append([(o["features"], o["measures"], jaccard(o["set"], answer[role]))
                              for o in candidate[role + "s"]])
            if candidate["cue"]["set"] & answer["cue"]:
                for group in candidate["cueGroups"]:
                    if group["set"]:
                        share = len(group["set"] & answer["cue"]) / len(group["set"])
                        cues.append((group["features"], group["measures"], float(share > 0.5)))
    return {
        "content": Logistic("content", None, CONTENT).fit_choice(contents),
        "source": Logistic("source", None, SOURCE).fit_choice(sources),
        "cue": Logistic("cue", None, CUE).fit_binary(*map(list, zip(*cues))),
    }


def label(candidate):
    answer, content, source = candidate["gold"], candidate["contents chosen"], candidate["sources chosen"]
    if answer is None or content is None:
        return 0.0
    return LABEL[half(answer["content"], content[0]["set"]) + 2 * half(answer["source"], source[0]["set"])]


def train(documents, size):
    """What other documents teach about tokens and roles is applied to each part of the documents, so that the answers it
    is learnt from are as good as they will be: tokens first, then roles, then whether a candidate is an attribution."""
    for part in range(PARTS):
        TokenRoles().fit([d for n, d in enumerate(documents) if n % PARTS != part]).apply(documents[part::PARTS])
    return train_choices(documents, size)


def train_choices(documents, size):
    evidence, labels = [], []
    for part in (0, 1):
        models = train_roles([d for n, d in enumerate(documents) if n % 2 != part])
        held = documents[part::2]
        for role in ("content", "source"):
            pick(models[role], role + "s", held)
        for document in held:
            for candidate in document["candidates"]:
                evidence.append(accept_evidence(candidate, size))
                labels.append(label(candidate))
    models = train_roles(documents)
    models["accept"] = Logistic("accept", None, ACCEPT).fit_binary(
        [f for f, _ in evidence], [m for _, m in evidence], labels)
    return {question: model.finished() for question, model in models.items()}


def decode(models, documents, size, threshold=0.0):
    """The answers of the program to documents: as FlatStatements.swift."""
    for role in ("content", "source"):
        pick(models[role], role + "s", documents)
    evidence = [accept_evidence(c, size) for d in documents for c in d["candidates"]]
    scores = iter(models["accept"].scores([f for f, _ in evidence], [m for _, m in evidence]))
    groups = [g for d in documents for c in d["candidates"] for g in c["cueGroups"]]
    for group, value in zip(groups, models["cue"].scores([g["features"] for g in groups],
                                                         [g["measures"] for g in groups])):
        group["score"] = value
    answers = []
    for document in documents:
        scored = sorted((-next(scores), n) for n, _ in enumerate(document["candidates"]))
        readings = [(-value, document["candidates"][n]) for value, n in scored if -value > threshold]
        readings = [r for r in readings if r[1]["contents chosen"]]
        used, found = set(), []
        for rank, (score_, candidate) in enumerate(readings):
            cue = set(candidate["cue"]["tokens"].tolist())
            if cue & used:
                continue
            content, source = free_content(rank, readings, used), candidate["sources chosen"]
            words = content["tokens"].tolist()
            if 2 * sum(t in used for t in words) > len(words):
                continue
            used.update(words, cue)
            taken = content["set"] | source[0]["set"]
            whole = set(candidate["cue"]["set"])
            for group in candidate["cueGroups"]:
                if group["score"] > 0:
                    whole |= group["set"] - taken
            found.append({"content": content["set"], "cue": whole, "source": source[0]["set"]})
        answers.append((document["gold"], found))
    return answers


def free_content(rank, readings, used):
    """The best content, or one that leaves likelier attributions and those that stand in it their tokens."""
    score_, candidate = readings[rank]
    options, worth = candidate["contents"], candidate["contents worth"]
    choice = top = int(np.argmax(worth))

    def best(taken):
        free = [n for n, o in enumerate(options) if taken.isdisjoint(o["tokens"].tolist())]
        return max(free, key=lambda n: (worth[n], -n)) if free else None

    if used & set(options[choice]["tokens"].tolist()):
        other = best(used)
        if other is not None and worth[other] >= LEAST_WORTH * worth[top]:
            choice = other
    words = set(options[choice]["tokens"].tolist())
    for inner_score, inner in readings[rank + 1:]:
        cue = set(inner["cue"]["tokens"].tolist())
        if cue and cue <= words:
            other = best(used | cue | set(inner["contents chosen"][0]["tokens"].tolist()))
            if other is not None:
                likely, inner_likely = (1 / (1 + np.exp(THRESHOLD["accept"] - s)) for s in (score_, inner_score))
                if inner_likely - LEAST_GAIN > likely * (worth[choice] - worth[other]) / worth[top]:
                    choice = other
            break
    return options[choice]


def check(documents, size, folds):
    """Scores documents that nothing was learnt from: the last months, or every document in turn."""
    if folds == 1:
        ordered = sorted(documents, key=lambda d: d["date"])
        parts = [(ordered[:int(0.75 * len(ordered))], ordered[int(0.75 * len(ordered)):])]
    else:
        parts = [([d for n, d in enumerate(documents) if n % folds != part], documents[part::folds])
                 for part in range(folds)]
    pairs = defaultdict(list)
    for learnt, held in parts:
        TokenRoles().fit(learnt).finished().apply(held)
        models = train(learnt, size)
        for threshold in (-0.3, 0.0, 0.3):
            pairs[threshold] += decode(models, held, size, threshold)
    for threshold, found in pairs.items():
        report(f"{'last quarter by date' if folds == 1 else f'{folds} folds'}, threshold {threshold}:", score(found))


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
    known = names(args.rows) - {"dateline"}  # the name of a feature
    options, tokens = Names(known), Names(known)
    documents = read(args.rows, args.other, options, tokens, known)
    size = len(options.names)
    if args.check:
        check(documents, size, args.check)
    roles = TokenRoles().fit(documents).finished()
    models = train(documents, size)
    write(args.table, models, roles, options, tokens, size)


def write(table, models, roles, options, tokens, size):
    print("# Weights of `chancery-evaluate attribution`: question, feature, weight; \"token\", feature, weights for source, cue")
    print("# and content; or \"word\", a word, how often it was a cue; tab-separated.")
    print("# Learnt by Scripts/train_attribution.py from the training rows of the attribution benchmark (PolNeAR 1.0.0,")
    print("# Newell, Margolin and Ruths 2018: news of ten months of one year, 840 documents); no sentence of it is kept.")
    print("# Above zero in sum: accept, the candidate is an attribution; cue, the group belongs to the cue. Of contents and")
    print("# sources the option with the greatest sum is the likeliest. A name that begins with * is a number reckoned from")
    print("# what the tokens say by themselves. What each name means is said where it is made, in")
    print("# Sources/chancery-evaluate/Attribution. Known gap: one kind of news, one subject.")
    for row in open(table, encoding="utf-8"):
        if row.startswith("word\t"):
            print(row, end="")

    def name(number):
        role, number = divmod(int(number), size)
        return "content:nothing" if role == 3 else ("", "content:", "source:")[role] + options.names[number]
    for question, model in models.items():
        for label_, weight in sorted(model.weights(name).items()):
            print(f"{question}\t{label_}\t{weight:.2f}")
    rows_ = sorted((tokens.names[n], w) for n, w in zip(roles.table.kept, roles.found) if w.any())
    for label_, weight in rows_:
        print("token\t" + label_ + "".join(f"\t{w:.2f}" for w in weight[1:]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("step", choices=["words", "weights"])
    parser.add_argument("rows")
    parser.add_argument("other")
    parser.add_argument("table", nargs="?")
    parser.add_argument("--check", type=int, default=0, help="1: first score the last quarter by date; n > 1: n folds")
    args = parser.parse_args()
    (words if args.step == "words" else weights)(args)


if __name__ == "__main__":
    main()
