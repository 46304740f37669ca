#!/usr/bin/env python3
"""Train and judge the model of dates: when an act was done, among the dates that its text tells.

    Scripts/train_dates.py DOCUMENTS.jsonl [--acts FILE…] [--out Sources/Coding/Resources/acts] [--judge-only]

DOCUMENTS.jsonl and the acts are those of Scripts/train_acts.py, which see. The dates near each told act and "no date" share one unit
of probability (conditional logit), over the features that `chancery-evaluate act-dates` writes. Five folds by document, fixed by
its name; every figure is of documents that the model had not seen.
"""
import collections
import json
import os
import re

import numpy as np

from train_acts import FOLDS, Choice, act_of, annotated, arguments, fold_of, readings, write_model

SPREAD = 0.2  # variance of the weights (1 / L2)
SETTINGS = {"margin": 0.7, "margin-of-rules": 2, "truth": 0.8}
LAST_DAY = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def bounds(date):
    """The first and last day of an EDTF date as numbers that compare as the days do; None for one that is not read here."""
    date = re.sub(r"[~?%]", "", date)
    if "/" in date:
        first, last = date.split("/", 1)
        start, end = bounds(first) if first not in ("", "..") else (0, 0), bounds(last) if last not in ("", "..") else None
        if start is None or (end is None and last not in ("", "..")):
            return None
        return start[0], end[1] if end else 99999999
    parts = re.fullmatch(r"(\d{2}XX|\d{3}X|\d{4})(?:-(\d\d))?(?:-(\d\d))?", date)
    if not parts:
        return None
    year, month, day = parts.groups()
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if month is None:
        return low * 10000 + 101, high * 10000 + 1231
    month = int(month)
    if month > 12:  # a season
        first, last = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}.get(month, (1, 12))
        return low * 10000 + first * 100 + 1, low * 10000 + last * 100 + 31
    if day is None:
        return low * 10000 + month * 100 + 1, low * 10000 + month * 100 + LAST_DAY[month - 1]
    return (low * 10000 + month * 100 + int(day),) * 2


def same(date, other):
    return re.sub(r"[~?%]", "", date) == re.sub(r"[~?%]", "", other)


def fits(date, wanted):
    """Whether a date is the wanted one, or lies within it."""
    if same(date, wanted):
        return True
    inner, outer = bounds(date), bounds(wanted)
    return bool(inner and outer) and outer[0] <= inner[0] and inner[1] <= outer[1]


def right_options(options, wanted):
    """Which of an act's dates are right: those that are the wanted one, else those within it if it is a span of years."""
    if not wanted:
        return [False] * len(options)
    exact = [same(o["edtf"], wanted) for o in options]
    # A day where the annotator gives its year alone is most often another act's.
    if any(exact) or re.fullmatch(r"\d{4}(-\d\d){0,2}", wanted):
        return exact
    return [fits(o["edtf"], wanted) for o in options]


def agree(date, other):
    """Whether two dates can mean the same time."""
    one, two = bounds(date), bounds(other)
    return same(date, other) or bool(one and two and one[0] <= two[1] and two[0] <= one[1])


def chosen(sample, margin, of_rules, truth):
    """The date that is told, and its probability; the same as the program's DateChooser."""
    powers = np.exp(sample["scores"] - sample["scores"].max())
    powers /= powers.sum()
    shares = collections.defaultdict(float)
    for option, power in zip(sample["row"]["options"], powers[1:]):
        shares[option["edtf"]] += power
    ruled = sample["row"].get("ruled")
    if not shares:
        return ruled, 1
    best = next((date for date in sorted(shares, key=shares.get, reverse=True) if sum(
        s for d, s in shares.items() if agree(date, d)) >= truth * (1 - powers[0])), None)
    if ruled:
        least = shares[ruled] * of_rules
        if (best == ruled or shares.get(best, 0) < least) and powers[0] < least:
            return ruled, shares[ruled]
    if best is None or shares[best] < powers[0] * margin:
        return None, 0
    return best, shares[best]


def samples_of(rows, acts):
    for row in rows:
        act = act_of(row, acts)
        if act:
            flags = right_options(row["options"], act["date"])
            yield {"row": row, "act": act, "fold": fold_of(row["doc"]), "flags": [not any(flags)] + flags,
                   "features": [row["none"]] + [o["features"] for o in row["options"]]}


def fitted(samples):
    return Choice(SPREAD).fit([(s["features"], s["flags"]) for s in samples])


def judge(name, pairs):
    """Prints how the dates that are told compare with those that are wanted."""
    told = [p for p in pairs if p[0]]
    both = [p for p in told if p[1]]
    wanted = [p for p in pairs if p[1]]
    good = [p for p in both if fits(*p)]
    print("%-34s %5d acts | told %.3f; where the text has one: right %.3f, not false %.3f; has none %.3f | "
          "of %d with a date: right %.3f, missing %.3f" % (
              name, len(pairs), len(told) / len(pairs), len(good) / len(both), np.mean([agree(*p) for p in both]),
              1 - len(both) / len(told), len(wanted), len(good) / len(wanted),
              sum(not p[0] for p in wanted) / len(wanted)))


def main():
    options = arguments(__doc__)
    documents, acts, source = annotated(options.documents, options.annotation)
    samples = list(samples_of(readings(options.program, documents, task="act-dates"), acts))
    source = "%d acts of %s" % (len(samples), source)
    print(source)
    print("with a date that is among those weighed: %.3f" % np.mean(
        [any(s["flags"][1:]) for s in samples if s["act"]["date"]]), flush=True)
    for fold in range(FOLDS):
        model = fitted([s for s in samples if s["fold"] != fold])
        for sample in samples:
            if sample["fold"] == fold:
                sample["scores"] = model.scores(sample["features"])
    judge("by rules", [(s["row"].get("ruled"), s["act"]["date"]) for s in samples])
    for margin in (0.5, 0.7, 1):
        for truth in (0, 0.7, 0.8, 0.85, 0.9):
            judge("margin %g, truth %g" % (margin, truth), [
                (chosen(s, margin, SETTINGS["margin-of-rules"], truth)[0], s["act"]["date"]) for s in samples])
    for s in samples:
        s["told"], s["share"] = chosen(s, SETTINGS["margin"], SETTINGS["margin-of-rules"], SETTINGS["truth"])
    for low, high in ((0, 0.3), (0.3, 0.5), (0.5, 2)):
        part = [s for s in samples if low <= (s["row"].get("confidence") or 0) < high]
        judge("confidence %.1f to %.1f, by rules" % (low, high), [(s["row"].get("ruled"), s["act"]["date"]) for s in part])
        judge("confidence %.1f to %.1f" % (low, high), [(s["told"], s["act"]["date"]) for s in part])
    for low in range(10):
        part = [s for s in samples if s["told"] and low / 10 <= s["share"] < (low + 1) / 10]
        if part:
            print("probability %.1f to %.1f: %d, right %.3f" % (
                low / 10, (low + 1) / 10, len(part),
                np.mean([bool(s["act"]["date"]) and fits(s["told"], s["act"]["date"]) for s in part])))
    if options.readings:
        with open(options.readings, "w", encoding="utf-8") as handle:
            for s in samples:
                handle.write(json.dumps({
                    "row": {k: s["row"].get(k) for k in ("doc", "start", "end", "ruled", "type")}, "told": s["told"],
                    "share": s["share"], "wanted": s["act"]["date"],
                    "options": [o["edtf"] for o in s["row"]["options"]], "scores": [round(float(x), 2) for x in s["scores"]]}) + "\n")
    if not options.judge_only:
        write_model(os.path.join(options.out, "dates.tsv"), [fitted(samples).named()], SETTINGS, source)


if __name__ == "__main__":
    main()
