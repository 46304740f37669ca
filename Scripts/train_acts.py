#!/usr/bin/env python3
"""Train and judge the models of acts: who takes part, which sense of a word is meant, whether it is told as fact, on whose word, how
far to trust it.

    Scripts/train_acts.py DOCUMENTS.jsonl [--acts FILE…] [--out Sources/Coding/Resources/acts] [--judge-only]

DOCUMENTS.jsonl has texts ({"id", "text"}, "date" and "title" where known); the files of Training/acts the acts that readers found in
texts, each with the word that tells it, the texts by their hash. Texts without acts and acts without a text are left out. Needs Python 3.9 or newer with numpy, scipy and scikit-learn (in a virtual environment), a built
`chancery-evaluate` (`swift build -c release --product chancery-evaluate`), and the language model in $CHANCERY_MODEL or where
`make setup` put it.

Five models over the features that `chancery-evaluate acts` writes:
  parties     for each side of an act everybody near it and nobody share one unit of probability (conditional logit)
  senses      the same among the concepts of a word whose rules' conditions do not hold
  modality    told as done, planned, not done or open (multinomial logit), the word of the rules among the features
  voices      of the sources of the statements that hold the act, whether it is told on their word (logistic regression)
  confidence  two logistic regressions: that the word tells an act of the type, and that sides and modality are right too
Five folds by document, fixed by its name. The confidence is trained on sides and modality that models chose which had not seen the document,
and every figure that is printed is of documents that no model in play had seen.
"""
import argparse
import collections
import datetime
import glob
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile

import numpy as np
from scipy.optimize import minimize
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

FOLDS = 5
SPREAD = {"parties": 0.1, "senses": 0.3, "modality": 0.1, "voices": 0.1, "confidence": 0.1}  # variance of the weights (1 / L2)
LEAST_COUNT = 4  # of rows a feature stands in
LEAST_WEIGHT = 0.02  # written to the file
LEAST_WEIGHTS = {"modality": 0.08}  # as right by five folds with less than half of the lines
# The modality of the rules stands unless another is likelier by `margin`, and by `margin-to-fact` where they say that the act is denied
# or open and the other that it happened: to tell what did not happen as fact is worse than the reverse.
# `least` of voices: the log odds (0.3) from which a source keeps the act, since to tell a claim as fact is worse than the reverse.
# `hopeless`: the log odds, by the word alone, below which nobody is asked who takes part; the judgement here does not skip any.
SETTINGS = {"parties": {"margin": 0.6, "margin-of-rules": 0.8, "margin-of-own": 1, "closeness": 0.7}, "senses": {},
            "modality": {"margin": 0.3, "margin-to-fact": 1}, "voices": {"least": -0.85},
            "confidence": {"hopeless": 0, "least": 0.45}}
HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ENTITIES = os.path.join(HERE, "Sources/Coding/Resources/entities")
# What annotators call a party, and what the program's lists call it.
ALSO = {
    "Continental Congress": ["US Congress"], "Congress": ["US Congress"], "Senate": ["US Senate"],
    "Senators": ["US Senate"], "American people": ["Americans"], "American public": ["Americans"],
    "American colonists": ["colonists", "Americans", "American colonies"], "Allies": ["Allied powers", "Allied"],
    "Algiers": ["Algeria"], "Tripoli": ["Libya"], "Tunis": ["Tunisia"], "Palestinians": ["Palestine"],
    "Texas": ["Texas state"], "American Indians": ["Native Americans"], "Indians": ["Native Americans"],
    "American colonies": ["colonies"], "British North American colonies": ["colonies", "American colonies"],
}
TITLES = set("the a an of and mr mrs ms dr sir former prime minister president premier chancellor senator foreign defense "
             "defence secretary ambassador king queen chairman leader".split())


def read_jsonl(path):
    with open(path, encoding="utf-8") as handle:
        return [json.loads(line) for line in handle if line.strip()]


def read_acts(paths):
    """The acts of each text, by the text's hash."""
    acts = collections.defaultdict(list)
    for path in paths:
        read_file(path, acts)
    return acts


def read_file(path, acts):
    with open(path, encoding="utf-8") as handle:
        for number, line in enumerate(handle, 1):
            if line.startswith("#") or not line.strip():
                continue
            fields = line.rstrip("\n").split("\t")
            if len(fields) != 10:
                sys.exit("%s:%d: expected 10 fields, found %d" % (path, number, len(fields)))
            names = lambda field: [name.strip() for name in field.split(";") if name.strip()]
            acts[fields[0]].append({
                "start": int(fields[1]), "end": int(fields[2]), "types": fields[3].split("/"),
                "actors": names(fields[4]), "recipients": names(fields[5]), "date": fields[6],
                "modality": fields[7], "sources": names(fields[8]), "core": fields[9] == "core"})


def arguments(description, kind="acts", has_readings=True):
    """What the scripts of training are given; `kind` names the annotation, its folder of Training and that of the weights."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents")
    parser.add_argument("--" + kind, nargs="+", dest="annotation",
                        default=sorted(glob.glob(os.path.join(HERE, "Training", kind, "*.tsv"))))
    parser.add_argument("--out", default=os.path.join(HERE, "Sources/Coding/Resources", kind))
    parser.add_argument("--program", default=os.path.join(HERE, ".build/release/chancery-evaluate"))
    parser.add_argument("--judge-only", action="store_true", help="write no weights")
    if has_readings:
        parser.add_argument("--readings", help="a file for what is told of every word or act by models that had not seen it")
    return parser.parse_args()


def annotated(path, annotation, read=None):
    """The texts that the annotation tells of, what it tells of each by its id, and whose annotation it is.

    `read` reads the files of the annotation, by the hash of each text: acts, unless it says otherwise."""
    by_text = (read or read_acts)(annotation)
    documents, acts = [], {}
    for document in read_jsonl(path):
        digest = hashlib.sha256(document["text"].encode()).hexdigest()[:16]
        if digest in by_text:
            documents.append(document)
            acts[document["id"]] = by_text[digest]
    if not documents:
        sys.exit("%s: no text that %s tells of" % (path, " or ".join(annotation)))
    digest = hashlib.sha256(b"".join(open(file, "rb").read() for file in annotation)).hexdigest()
    return documents, acts, "%d texts, SHA-256 of the annotation %s" % (len(documents), digest)


def state_codes():
    codes = {}
    for name in ("states", "former-states"):
        with open(os.path.join(ENTITIES, name + ".tsv"), encoding="utf-8") as handle:
            for line in handle:
                if line.startswith("#") or not line.strip():
                    continue
                fields = line.rstrip("\n").split("\t")
                for known in [fields[1]] + fields[2].split(";"):
                    if known.strip():
                        codes.setdefault(known.strip().lower(), fields[0])
    return codes


def leaders():
    """The states of those whose surnames administrations are called by."""
    states = collections.defaultdict(set)
    with open(os.path.join(ENTITIES, "persons.tsv"), encoding="utf-8") as handle:
        for line in handle:
            fields = line.rstrip("\n").split("\t")
            if not line.startswith("#") and len(fields) > 2 and fields[1] == "GOV":
                states[fields[2].split()[-1].lower()].add(fields[0])
    return states


class Names:
    """Whether a party that an annotator names is one that the program tells."""

    def __init__(self):
        self.codes = state_codes()
        self.leaders = leaders()
        self.known = {}

    @staticmethod
    def words(name):
        found = [w.lower() for w in re.findall(r"\w+", name)]
        return [w for w in found if w not in TITLES] or found

    @staticmethod
    def plain(name):
        name = name.replace("U.S.", "US").replace("’", "'")
        return re.sub(r"^(the )?United States (?=\w)", "US ", name)

    def same(self, name, party):
        key = (name, party["name"], party["code"])
        if key not in self.known:
            self.known[key] = any(self.agree(n, party) for n in [name] + ALSO.get(name, []))
        return self.known[key]

    def agree(self, name, party):
        code = self.codes.get(re.sub(r"^the ", "", name.lower()))
        if code and party["code"] == code:
            return True
        one, other = self.words(self.plain(name)), self.words(self.plain(party["name"]))
        if len(one) == 2 and one[1] == "administration" and party["code"] in self.leaders.get(one[0], ()):
            return True
        # "Angry protesters" are the "Oskan protesters" of the annotator, "the Creeks" the "Creek".
        if (len(other) > 1 and len(one) == 2 and party["name"].islower() and name[:1].isupper()
                and one[1] == other[-1] and one[1].endswith("s")):
            return True
        one, other = one[:-1] + [one[-1].rstrip("s")], other[:-1] + [other[-1].rstrip("s")]
        if len(one) > len(other):
            one, other = other, one
        capitals = "".join(w[0] for w in re.findall(r"\w+", party["name"]) if w[0].isupper())
        if not one or one == other or (len(capitals) > 2 and name == capitals):
            return bool(one)
        if set(one) <= set(other):
            return len(one) > 1 or one[0] == other[-1]
        return len(set(other)) >= 4 and 2 * len(set(one) & set(other)) > len(set(other))


NAMES = Names()


def is_right(act, actors, recipients):
    """Whether both sides are those of the annotator, nobody missing and nobody wrong."""
    def side(wanted, told):
        return (all(any(NAMES.same(w, p) for p in told) for w in wanted)
                and all(any(NAMES.same(w, p) for w in wanted) for p in told))
    if not act["recipients"] and len(act["actors"]) > 1:  # done together: the order says nothing
        return side(act["actors"], actors + recipients)
    return side(act["actors"], actors) and (side(act["recipients"], recipients))


MODALITIES = {"asserted": {"asserted", "claimed"}, "planned": {"planned"}, "denied": {"denied", "negated"},
              "possible": {"hypothetical", "claimed", "planned"}, "hypothetical": {"hypothetical", "planned"}}


# The columns of the modality's model, and what each stands for, in the annotation and in the program.
COLUMNS = ["asserted", "planned", "denied", "open"]
COLUMN_OF = {"asserted": 0, "claimed": 0, "planned": 1, "denied": 2, "negated": 2, "possible": 3, "hypothetical": 3}


def is_whole(act, row):
    """Whether type, sides and modality are right."""
    return is_right(act, row["told_actors"], row["told_recipients"]) and (
        row["modality"] in MODALITIES[act["modality"]])


def is_found(act, actors, recipients):
    """As the project's gold is scored: an empty side asks for nothing, and half of those told may be others."""
    def side(wanted, told):
        if not wanted:
            return True
        good = sum(any(NAMES.same(w, p) for w in wanted) for p in told)
        return all(any(NAMES.same(w, p) for p in told) for w in wanted) and 2 * good >= len(told)
    if not act["recipients"] and len(act["actors"]) > 1 and side(act["actors"], actors + recipients):
        return True
    return side(act["actors"], actors) and side(act["recipients"], recipients)


def fold_of(document):
    return int(hashlib.sha256(("fold " + document).encode()).hexdigest(), 16) % FOLDS


class Choice:
    """A conditional logit: of each group of rows with features, one or more are right."""

    def __init__(self, spread):
        self.spread = spread

    def fit(self, groups):
        rows = [row for group, _ in groups for row in group]
        right = np.array([flag for _, flags in groups for flag in flags], float)
        bounds = np.cumsum([0] + [len(group) for group, _ in groups])
        starts = bounds[:-1]
        self.vectors = DictVectorizer()
        table = self.vectors.fit_transform([dict.fromkeys(row, 1) for row in rows])
        counts = np.asarray((table > 0).sum(0)).ravel()
        self.kept = np.where(counts >= LEAST_COUNT)[0]
        table = table[:, self.kept].tocsr()
        turned = table.T.tocsr()
        place = np.repeat(np.arange(len(starts)), np.diff(bounds))

        def loss(weights):
            sums = table @ weights
            powers = np.exp(sums - np.maximum.reduceat(sums, starts)[place])
            total = np.add.reduceat(powers, starts)
            good = powers * right
            good_total = np.add.reduceat(good, starts)
            value = -(np.log(good_total) - np.log(total)).sum() + weights @ weights / (2 * self.spread)
            return value, turned @ (powers / total[place] - good / good_total[place]) + weights / self.spread

        self.weights = minimize(loss, np.zeros(table.shape[1]), jac=True, method="L-BFGS-B",
                                options={"maxiter": 150}).x
        return self

    def scores(self, rows):
        return self.vectors.transform([dict.fromkeys(row, 1) for row in rows])[:, self.kept] @ self.weights

    def named(self):
        return dict(zip(np.array(self.vectors.get_feature_names_out())[self.kept], self.weights))


class Odds:
    """A logistic regression over features by name."""

    def __init__(self, spread):
        self.spread = spread

    def fit(self, rows, flags):
        self.vectors = DictVectorizer()
        table = self.vectors.fit_transform([dict.fromkeys(row, 1) for row in rows])
        counts = np.asarray((table > 0).sum(0)).ravel()
        self.kept = np.where(counts >= LEAST_COUNT)[0]
        self.model = LogisticRegression(C=self.spread, max_iter=400, fit_intercept=False).fit(table[:, self.kept], flags)
        return self

    def probabilities(self, rows):
        table = self.vectors.transform([dict.fromkeys(row, 1) for row in rows])[:, self.kept]
        return self.model.predict_proba(table)[:, 1]

    def named(self):
        return dict(zip(np.array(self.vectors.get_feature_names_out())[self.kept], self.model.coef_[0]))


class Columns:
    """A multinomial logit over features by name: one column of weights for each class."""

    def __init__(self, spread):
        self.spread = spread

    def fit(self, rows, classes):
        self.vectors = DictVectorizer()
        table = self.vectors.fit_transform([dict.fromkeys(row, 1) for row in rows])
        counts = np.asarray((table > 0).sum(0)).ravel()
        self.kept = np.where(counts >= LEAST_COUNT)[0]
        self.model = LogisticRegression(C=self.spread, max_iter=400, fit_intercept=False).fit(
            table[:, self.kept], classes)
        return self

    def named(self):
        names = np.array(self.vectors.get_feature_names_out())[self.kept]
        return [dict(zip(names, weights)) for weights in self.model.coef_]


def write_model(path, columns, settings, source):
    kind = os.path.basename(path).replace(".tsv", "")
    least = LEAST_WEIGHTS.get(kind, LEAST_WEIGHT)
    names = sorted({n for column in columns for n, w in column.items() if abs(w) >= least})
    with open(path, "w", encoding="utf-8") as handle:
        handle.write("# %s: weights of features, read by Coding; `! name` is a setting.\n" % kind)
        handle.write("# Written by Scripts/%s on %s: never edit by hand.\n" % (os.path.basename(sys.argv[0]), datetime.date.today()))
        handle.write("# Source: %s\n" % source)
        for name, value in sorted(settings.items()):
            handle.write("! %s\t%g\n" % (name, value))
        for name in names:
            handle.write(name + "".join("\t%.2f" % column.get(name, 0) for column in columns) + "\n")


def readings(program, documents, models=None, task="acts"):
    """What a task of `chancery-evaluate` writes of the documents."""
    command = [program, task] + (["--models", models] if models else [])
    with tempfile.TemporaryFile("w+", encoding="utf-8") as given:
        for document in documents:
            given.write(json.dumps(document) + "\n")
        given.seek(0)
        process = subprocess.Popen(command, stdin=given, stdout=subprocess.PIPE, text=True)
        for line in process.stdout:
            yield json.loads(line)
        if process.wait():
            sys.exit("%s failed" % " ".join(command))


def groups_of(rows):
    """Rows of one word together: several only for a word of several concepts."""
    group = []
    for row in rows:
        key = (row["doc"], row["start"], row["origin"], row["concept"] if row["further"] else "")
        if group and key != group[0][0]:
            yield [r for _, r in group]
            group = []
        group.append((key, row))
    if group:
        yield [r for _, r in group]


def act_of(row, acts):
    hits = [a for a in acts.get(row["doc"], []) if row["start"] < a["end"] and a["start"] < row["end"]]
    return next((a for a in hits if row["type"] in a["types"]), None)


def party_group(row, act, side):
    together = not act["recipients"] and len(act["actors"]) > 1
    wanted = act["actors"] if side == "actors" or together else act["recipients"]
    flags = [any(NAMES.same(w, p) for w in wanted) for p in row["parties"]]
    return [row["nobody"]] + [p["features"] for p in row["parties"]], [not any(flags)] + flags


def train_choosers(samples, senses, tellings):
    models = {side: Choice(SPREAD["parties"]).fit([party_group(r, a, side) for r, a in samples])
              for side in ("actors", "recipients")}
    models["senses"] = Choice(SPREAD["senses"]).fit(senses)
    models["modality"] = Columns(SPREAD["modality"]).fit([row for row, _ in tellings], [c for _, c in tellings])
    return models


def write_choosers(folder, models, source):
    write_model(os.path.join(folder, "parties.tsv"), [models["actors"].named(), models["recipients"].named()],
                SETTINGS["parties"], source)
    write_model(os.path.join(folder, "senses.tsv"), [models["senses"].named()], SETTINGS["senses"], source)
    write_model(os.path.join(folder, "modality.tsv"), models["modality"].named(), SETTINGS["modality"], source)


def answers(voices, act):
    """Of the sources of the statements that hold an act, those that the annotator names."""
    return [any(NAMES.same(name, voice) for name in act["sources"]) for voice in voices]


def lessons(flags, act):
    """What is to be learnt: where the annotator names somebody by another name than the program, the only source is meant, and of
    several nobody knows which."""
    if not act["sources"] or any(flags):
        return flags
    return [True] if len(flags) == 1 else []


def judge_voices(seen):
    """How often the sources are the annotator's: those of the statements, and those that the model keeps."""
    for name, least in (("sources of statements", -1), ("sources as weighed", 1 / (1 + np.exp(-SETTINGS["voices"]["least"])))):
        counts = collections.Counter()
        for sample in seen:
            kept = [flag for flag, p in zip(sample["answers"], sample["p_voices"]) if p >= least]
            counts["right" if any(kept) or not kept and not sample["act"]["sources"] else
                   "missing" if not kept else "too many" if not sample["act"]["sources"] else "wrong"] += 1
        print("%-26s right %.4f of %d, %s" % (name, counts["right"] / max(1, len(seen)), len(seen), dict(counts)))


def voices_of(seen):
    """The model of who answers for an act, of acts that the annotation has."""
    pairs = [pair for s in seen if s["act"] for pair in zip(s["voices"], lessons(s["answers"], s["act"]))]
    return Odds(SPREAD["voices"]).fit([row for row, _ in pairs], [flag for _, flag in pairs])


def judge(told, name, acts_core):
    if not told:
        return
    found = {id(s["act"]) for s in told if s["act"] and s["act"]["core"]}
    whole = {id(s["act"]) for s in told if s["act"] and s["act"]["core"] and s["found"]}
    print("%-26s %5d told  type right %.3f  all right %.3f  | of %d core acts found %.3f, with both sides %.3f" % (
        name, len(told), np.mean([bool(s["act"]) for s in told]), np.mean([s["right"] for s in told]), acts_core,
        len(found) / acts_core, len(whole) / acts_core))


def main():
    options = arguments(__doc__)
    documents, acts, source = annotated(options.documents, options.annotation)
    core = sum(a["core"] for d in documents for a in acts[d["id"]])
    source = "%d acts of %s" % (sum(len(acts[d["id"]]) for d in documents), source)
    print(source, flush=True)

    samples, senses, tellings = [collections.defaultdict(list) for _ in range(3)]
    for group in groups_of(readings(options.program, documents)):
        fold = fold_of(group[0]["doc"])
        matched = [(row, act_of(row, acts)) for row in group]
        if len(group) > 1 and any(act for _, act in matched):
            senses[fold].append(([row["sense"] for row in group], [bool(act) for _, act in matched]))
        best = next(((row, act) for row, act in matched if act), None)
        if best:
            samples[fold].append((
                {k: best[0][k] for k in ("parties", "nobody")}, best[1]))
            if best[1]["modality"] in COLUMN_OF:
                tellings[fold].append((best[0]["telling"], COLUMN_OF[best[1]["modality"]]))
    everything = lambda table, without=None: [x for f in range(FOLDS) if f != without for x in table[f]]
    print("%d acts at words of the codebook, %d of them of several senses" % (
        len(everything(samples)), len(everything(senses))), flush=True)

    seen = []
    kept = open(options.readings, "w", encoding="utf-8") if options.readings else None
    with tempfile.TemporaryDirectory() as folder:
        # The program reads all its models; dates have a script of their own.
        for name in ("confidence", "voices", "dates"):
            write_model(os.path.join(folder, name + ".tsv"), [{}], SETTINGS.get(name, {}), source)
        for fold in range(FOLDS):
            models = train_choosers(
                everything(samples, fold), everything(senses, fold), everything(tellings, fold))
            write_choosers(folder, models, source)
            own = [d for d in documents if fold_of(d["id"]) == fold]
            for group in groups_of(readings(options.program, own, folder)):
                row = group[0]
                if len(group) > 1:
                    row = group[int(np.argmax(models["senses"].scores([r["sense"] for r in group])))]
                act = act_of(row, acts)
                if options.readings:
                    kept.write(json.dumps(dict(row, act=act)) + "\n")
                seen.append({
                    "fold": fold, "act": act, "modality": row["modality"], "ruled": row["ruled_modality"],
                    "voices": [v["features"] for v in row["voices"]],
                    "answers": answers(row["voices"], act) if act else [], "features": row["act"], "origin": row["origin"],
                    "parties": len(row["told_actors"] + row["told_recipients"]),
                    "right": bool(act) and is_whole(act, row),
                    "found": bool(act) and is_found(act, row["told_actors"], row["told_recipients"]),
                    "by_rules": bool(act) and is_whole(act, dict(row, told_actors=row["actors"],
                                                            told_recipients=row["recipients"]))})
            print("fold %d judged" % (fold + 1), flush=True)
    for fold in range(FOLDS):
        train, test = [s for s in seen if s["fold"] != fold], [s for s in seen if s["fold"] == fold]
        for name, flag in (("p_act", "act"), ("p_right", "right")):
            model = Odds(SPREAD["confidence"]).fit([s["features"] for s in train], [bool(s[flag]) for s in train])
            for sample, p in zip(test, model.probabilities([s["features"] for s in test])):
                sample[name] = p

        model = voices_of(train)
        for sample in test:
            sample["p_voices"] = model.probabilities(sample["voices"]) if sample["voices"] and sample["act"] else []

    known = [s for s in seen if s["act"] and s["act"]["modality"] in COLUMN_OF]
    for name, key in (("modality by rules", "ruled"), ("modality as weighed", "modality")):
        pairs = collections.Counter((COLUMN_OF[s["act"]["modality"]], COLUMN_OF[s[key]]) for s in known)
        print("%-26s right %.4f of %d; F1 %s" % (name, sum(pairs[c, c] for c in range(4)) / len(known), len(known), ", ".join(
            "%s %.3f" % (column, 2 * pairs[c, c] / sum(pairs[c, o] + pairs[o, c] for o in range(4)))
            for c, column in enumerate(COLUMNS))))
    judge_voices([s for s in seen if s["act"]])
    ruled = [s for s in seen if s["origin"] == "told"]
    print("sides of the rules' acts right: by rules %.3f, with open sides filled %.3f" % (
        np.mean([s["by_rules"] for s in ruled]), np.mean([s["right"] for s in ruled])))
    judge(ruled, "told by rules", core)
    for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        judge([s for s in seen if s["parties"] and (s["p_act"] >= least or s["origin"] == "told")],
              "rules, or an act by %.1f" % least, core)
    for least in (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
        judge([s for s in seen if s["parties"] and s["p_right"] >= least], "confidence from %.1f" % least, core)
    told = [s for s in seen if s["parties"] and (s["p_act"] >= SETTINGS["confidence"]["least"] or s["origin"] == "told")]
    for low in range(10):
        part = [s for s in told if low / 10 <= s["p_right"] < (low + 1) / 10]
        if part:
            print("confidence %.1f to %.1f: %d, right %.3f" % (
                low / 10, (low + 1) / 10, len(part), np.mean([s["right"] for s in part])))
    if options.judge_only:
        return
    write_choosers(options.out, train_choosers(everything(samples), everything(senses), everything(tellings)), source)
    write_model(os.path.join(options.out, "voices.tsv"), [voices_of(seen).named()], SETTINGS["voices"], source)
    columns = [Odds(SPREAD["confidence"]).fit([s["features"] for s in seen], [bool(s[flag]) for s in seen]).named()
               for flag in ("act", "right")]
    write_model(os.path.join(options.out, "confidence.tsv"), columns, SETTINGS["confidence"], source)


if __name__ == "__main__":
    main()
