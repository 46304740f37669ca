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
also weigh measures of what the tokens say by themselves. Features seen fewer than MIN_COUNT times are left out, and those
that hold a name (a word that is nearly always capitalised).
Needs numpy and scipy. Nothing is drawn by chance: same input, same weights.
"""
import argparse
import sys
from collections import Counter, defaultdict

import numpy as np

from attribution_data import Names, half, jaccard, names, read, report, rows, score
from attribution_models import (
    ACCEPT, CONTENT, CUE, SOURCE, THRESHOLD, Logistic, TokenRoles, log_odds)

# How much of an attribution it is, by which of content (1) and source (2) are right.
LABEL = [0.4, 0.7, 0.45, 1.0]
# What a match of half the tokens and each shared token are worth when an option is chosen: as FlatStatements.swift.
AGREEMENT = {"contents": (0.4, 0.6), "sources": (0.0, 0.0)}
# When a content makes room for another attribution: as FlatStatements.swift.
LEAST_WORTH, LEAST_GAIN = 0.7, 0.2
# Weights of tokens that are never larger are left out: half of the rows, and nothing of what is measured.
LEAST_TOKEN_WEIGHT = 0.15
# Parts of the documents whose tokens are judged by what the others teach.
PARTS = 4


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
            whole = set(candidate["head"])
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
    rows_ = sorted(
        (tokens.names[n], w[1:]) for n, w in zip(roles.table.kept, roles.found) if abs(w[1:]).max() >= LEAST_TOKEN_WEIGHT)
    for label_, weight in rows_:
        print("token\t" + label_ + "".join("\t" + short(w) for w in weight))


def short(weight):
    """Two decimals, without the nought before the point."""
    return f"{weight:.2f}".replace("0.", ".", 1) if abs(weight) < 1 else f"{weight:.2f}"


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
