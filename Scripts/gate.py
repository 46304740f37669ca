#!/usr/bin/env python3
"""Measures what ships on the training benchmarks and holds every figure against the committed baseline.

    Scripts/gate.py [--bench FOLDER] [--chancery PATH] [--evaluate PATH] [--baseline FILE] [--record]

FOLDER holds the benchmarks with their scorers, the five articles lie beside it in `seeds`. Each benchmark's texts are
given to `chancery code` or `chancery-evaluate` as a user would, the answers to the benchmark's own scorer, and the
figures it prints are compared. A share (F1, accuracy, part of the gold) may fall by SHARE_TOLERANCE, a count of what is
told beyond the gold may rise by COUNT_TOLERANCE of itself. Exit status 1 when a figure is worse than that, is missing or
is not in the baseline.

`--record` writes the baseline anew. It holds names and numbers, nothing of a text, and is the same at every run.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
from typing import NamedTuple

SHARE_TOLERANCE = 0.005
COUNT_TOLERANCE = 0.10
ROOT = pathlib.Path(__file__).resolve().parent.parent
NUMBER = r"(\d+(?:\.\d+)?)"


class GateError(Exception):
    """A program or scorer that did not do its part; says which."""


class Figure(NamedTuple):
    """One measured number; a share is better the higher it is, a count the lower."""

    name: str
    value: float | int
    is_count: bool = False


class Row(NamedTuple):
    """A line of the table: a figure now and before, either of which may be unknown, and what is wrong with it."""

    name: str
    before: float | int | None
    now: float | int | None
    fault: str | None


def shown(value, sign=""):
    """A count as it is, a share with four places."""
    return "-" if value is None else format(value, f"{sign}d" if isinstance(value, int) else f"{sign}.4f")


def compare(baseline, figures):
    """A row for each figure, measured ones first in their order, then those only the baseline has."""
    rows = []
    for figure in figures:
        before = baseline.get(figure.name)
        if before is None:
            fault = "is not in the baseline"
        elif figure.is_count:
            is_worse = figure.value > before * (1 + COUNT_TOLERANCE) + 1e-9
            fault = f"rose from {shown(before)} to {shown(figure.value)}" if is_worse else None
        else:
            is_worse = figure.value < before - SHARE_TOLERANCE - 1e-9
            fault = f"fell from {shown(before)} to {shown(figure.value)}" if is_worse else None
        rows.append(Row(figure.name, before, figure.value, fault))
    measured = {figure.name for figure in figures}
    rows += [Row(name, value, None, "was not measured") for name, value in baseline.items() if name not in measured]
    return rows


def table(rows):
    """The rows in columns; "wrong" stands at the end of a line that is."""
    width = max((len(row.name) for row in rows), default=0)
    lines = [f"{'figure':<{width}} {'baseline':>9} {'now':>9} {'difference':>10}"]
    for row in rows:
        change = None if row.before is None or row.now is None else row.now - row.before
        difference = "" if change is None or abs(change) < 1e-9 else shown(change, sign="+")
        line = f"{row.name:<{width}} {shown(row.before):>9} {shown(row.now):>9} {difference:>10}"
        lines.append(line.rstrip() + ("  wrong" if row.fault else ""))
    return "\n".join(lines)


def verdict(rows):
    """The sentence that names what is wrong; None when nothing is."""
    faults = [row for row in rows if row.fault]
    if not faults:
        return None
    named = "; ".join(f"{row.name} {row.fault}" for row in faults)
    advice = "If that is meant, `make gate ARGS=--record` takes the figures as they are."
    return f"{named} ({len(faults)} of {len(rows)} figures). {advice}"


def rows_of(name, pattern, output, columns):
    """Figures of a scorer's lines: the pattern's first group names the line, the others are the columns."""
    return [
        Figure(f"{name}, {found[1].strip()} {column}".rstrip(), float(found[place]))
        for found in re.finditer(pattern, output, re.MULTILINE)
        for place, column in enumerate(columns, 2)
    ]


class Gate:
    """Runs the product and the scorers over one folder of benchmarks."""

    def __init__(self, bench, chancery, evaluate):
        self.bench, self.chancery, self.evaluate = bench, str(chancery), str(evaluate)
        # What ships is measured: no other model, kernel or codebook by way of the environment.
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith("CHANCERY_")}

    def run(self, command, data=None, statuses=(0,)):
        done = subprocess.run(
            [str(word) for word in command], input=data, capture_output=True, text=True, encoding="utf-8",
            env=self.environment, cwd=ROOT, check=False)
        if done.returncode not in statuses:
            said = " ".join(done.stderr.split())[-300:]
            raise GateError(f"`{' '.join(map(str, command))[:200]}` ended with status {done.returncode}: {said}")
        return done.stdout

    def read(self, *parts):
        try:
            return self.bench.joinpath(*parts).read_text(encoding="utf-8")
        except OSError as error:
            raise GateError(f"{error.filename} cannot be read: {error.strerror}") from error

    def score(self, scorer, arguments, answers):
        """What a scorer prints of these answers; `arguments` has None in the place of their file."""
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "answers.jsonl")
            path.write_text(answers, encoding="utf-8")
            words = [path if word is None else word for word in arguments]
            return self.run([sys.executable, self.bench / scorer, *words])

    def records(self, name, texts, gold, links, answers):
        """Events, states, statements and figures by hand-made records, each record and each cluster counted once."""
        output = self.score("score_gold.py", ["--docs", texts, "--core", "--links", links, gold, None], answers)
        pattern = rf"^((?:distinct )?(?:event|state|statement|figure)) +n .*?found {NUMBER}.* all {NUMBER}$"
        told = re.search(r"^  event +(\d+) ", output, re.MULTILINE)
        counts = [Figure(f"{name}, events told", int(told[1]), is_count=True)] if told else []
        return rows_of(name, pattern, output, ["found", "all right"]) + counts

    def articles(self):
        texts, gold = self.bench.parent / "seeds", self.bench / "gold"
        answers = self.run([self.chancery, "code", *sorted(texts.glob("*.txt"))])
        return self.records("articles", texts, gold, gold / "links.json", answers)

    def dossiers(self):
        figures = []
        for folder in sorted(path.parent for path in self.bench.glob("dossiers/*/gold.jsonl")):
            documents = self.run([sys.executable, self.bench / "dossier_docs.py", folder])
            answers = self.run([self.chancery, "code"], documents)
            gold, links = folder / "gold.jsonl", folder / "links.json"
            figures += self.records(f"dossier {folder.name}", folder, gold, links, answers)
        return figures

    def links(self):
        """Which tellings are put together, of gold records given as reports: the pairs found of those wanted, and others."""
        sets = [("articles", self.bench / "gold", "*.jsonl", self.bench.parent / "seeds")]
        sets += [(f"dossier {path.parent.name}", path.parent, path.name, path.parent)
                 for path in sorted(self.bench.glob("dossiers/*/gold.jsonl"))]
        figures = []
        for name, gold, records, texts in sets:
            with tempfile.TemporaryDirectory() as folder:
                # Only records may stand beside the links.
                for path in [*gold.glob(records), gold / "links.json"]:
                    shutil.copy(path, folder)
                output = self.run(
                    [sys.executable, ROOT / "Scripts" / "links.py", folder, "--texts", texts, "--chancery", self.chancery])
            found = re.search(rf"recall {NUMBER}\), (\d+) others put together", output)
            if found:
                figures += [Figure(f"links of {name}, found", float(found[1])),
                            Figure(f"links of {name}, others", int(found[2]), is_count=True)]
        return figures

    def standing(self):
        kept = ("id", "text", "title", "publisher", "published_on", "url")
        documents = {}
        for line in self.read("standing", "train.jsonl").splitlines():
            row = json.loads(line)
            documents.setdefault(row["id"], json.dumps({key: row[key] for key in kept if key in row}))
        answers = self.run([self.chancery, "code"], "".join(line + "\n" for line in documents.values()))
        output = self.score("score_standing.py", [self.bench / "standing" / "train.jsonl", None], answers)
        pattern = rf"^(\S+) +n +\d+ +told {NUMBER} +found {NUMBER} +dated {NUMBER}"
        extra = re.search(r"extra (\d+)$", output, re.MULTILINE)
        counts = [Figure("standing, extra", int(extra[1]), is_count=True)] if extra else []
        return rows_of("standing", pattern, output, ["told", "found", "dated"]) + counts

    def answered(self, task, path, pattern, columns, scoring=(), options=(), name=None):
        """The figures of one task of `chancery-evaluate`."""
        answers = self.run([self.evaluate, task, *options], self.read(*path))
        output = self.score(f"score_{task}.py", [*scoring, self.bench.joinpath(*path), None], answers)
        return rows_of(name or task, pattern, output, columns)

    def attribution(self):
        pattern = rf"^([a-z ]+?) +[\d.]+ +[\d.]+ +{NUMBER} +\d+ +\d+ +\d+$"
        return self.answered("attribution", ("attribution", "dev.jsonl"), pattern, ["F1"])

    def timex(self):
        pattern = rf"^(strict|relaxed|type|value) +[\d.]+ +[\d.]+ +{NUMBER}$"
        return self.answered("timex", ("timex", "dev.jsonl"), pattern, ["F1"], scoring=["--edtf"])

    def timeline(self):
        entities = self.bench / "timeline" / "dev" / "timelines.jsonl"
        documents = self.read("timeline", "dev", "docs.jsonl")
        answers = self.run([self.evaluate, "timeline", "--entities", entities], documents)
        output = self.score("score_timeline.py", [entities, None], answers)
        return rows_of("timeline", rf"^(micro|event mentions) +[\d.]+ +[\d.]+ +{NUMBER}$", output, ["F1"])

    def coref(self):
        path = ("coref", "dev.jsonl")
        answers = self.run([self.evaluate, "coref"], self.read(*path))
        output = self.score("score_coref.py", [self.bench.joinpath(*path), None], answers)
        clusters = rf"^(corpus|cross|document) +[\d.]+ [\d.]+ {NUMBER}\b.* {NUMBER}$"
        pairs = rf"^(links in one document|links between documents) .*F1 {NUMBER}"
        return rows_of("coref", clusters, output, ["MUC F1", "CoNLL F1"]) + rows_of("coref", pairs, output, ["F1"])

    def relations(self):
        figures = []
        for name, options in [("relations", []), ("relations by rules", ["--rules-only"])]:
            path, pattern = ("relations", "train.jsonl"), rf"^(accuracy|macro_f1) +{NUMBER}$"
            figures += self.answered("relations", path, pattern, [""], options=options, name=name)
        return figures

    def faults(self):
        # Status 1 is its way of saying that some case is wrong.
        output = self.run(
            [sys.executable, self.bench / "faults" / "check.py", self.bench / "faults" / "cases.jsonl", "--chancery",
             self.chancery], statuses=(0, 1))
        return [
            Figure(f"faults, {found[1].strip()}", round(int(found[2]) / int(found[3]), 4))
            for found in re.finditer(r"^(.+?) +(\d+) of (\d+)\b", output, re.MULTILINE)
        ]

    def figures(self):
        """Every figure of every benchmark; a line of progress each."""
        figures = []
        parts = [self.articles, self.dossiers, self.links, self.standing, self.attribution, self.timex]
        for part in [*parts, self.timeline, self.coref, self.relations, self.faults]:
            started = time.monotonic()
            found = part()
            if not found:
                raise GateError(f"no figure came of {part.__name__}: no benchmark, or its scorer prints another form")
            print(f"gate: {part.__name__}, {len(found)} figures, {time.monotonic() - started:.0f} s", flush=True)
            figures += found
        return figures


def main():
    parser = argparse.ArgumentParser(description="hold the training benchmarks' figures against the baseline")
    parser.add_argument("--bench", type=pathlib.Path, default=ROOT.parent / "shared" / "bench")
    parser.add_argument("--chancery", type=pathlib.Path, default=ROOT / ".build" / "release" / "chancery")
    parser.add_argument("--evaluate", type=pathlib.Path, default=ROOT / ".build" / "release" / "chancery-evaluate")
    parser.add_argument("--baseline", type=pathlib.Path, default=ROOT / "Scripts" / "gate-baseline.json")
    parser.add_argument("--record", action="store_true", help="write the baseline anew")
    options = parser.parse_args()
    bench, chancery, evaluate = (path.resolve() for path in (options.bench, options.chancery, options.evaluate))
    try:
        if not bench.is_dir():
            raise GateError(f"there is no folder {bench}")
        has_baseline = options.baseline.is_file()
        if not has_baseline and not options.record:
            raise GateError(f"there is no baseline {options.baseline}; --record writes one")
        baseline = json.loads(options.baseline.read_text(encoding="utf-8")) if has_baseline else {}
        figures = Gate(bench, chancery, evaluate).figures()
    except (GateError, OSError, ValueError) as error:
        sys.exit(f"gate: {error}")
    rows = compare(baseline, figures)
    if options.record:
        print(table([row._replace(fault=None) for row in rows]))
        values = {figure.name: figure.value for figure in figures}
        options.baseline.write_text(json.dumps(values, indent=2) + "\n", encoding="utf-8")
        print(f"gate: {len(values)} figures written to {options.baseline.name}")
        return
    print(table(rows))
    wrong = verdict(rows)
    if wrong:
        sys.exit(f"gate: {wrong}")
    print(f"gate: none of {len(rows)} figures is worse than the baseline")


if __name__ == "__main__":
    main()
