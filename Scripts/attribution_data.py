"""What Scripts/train_attribution.py learns from: rows, candidates and tokens as they are read, and how answers are scored."""
import json
import re
import sys
from collections import Counter, defaultdict

import numpy as np

TOKEN = re.compile(r"\w+|[^\w\s]")
ROLES = ("content", "cue", "source")


def rows(path):
    with open(path, encoding="utf-8") as handle:
        for line in handle:
            if line.strip():
                yield json.loads(line)


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
                "head": spans.set(row["tokens"][t] for t in candidate["cue"]["tokens"][:1]),
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
