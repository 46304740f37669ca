#!/usr/bin/env python3
"""Tries hostile inputs on every reader and filter of the command, and on the dossier file. No input may end the program.

    Scripts/campaign.py [--chancery PATH] [--inputs 20000] [--seed 1] [--pages FILE.jsonl.gz …] [--keep FOLDER]

Each input is made from a seed: mutations of the example's files, texts and pages with hostile pieces, constructions nested
hundreds of times, streams with fields of the wrong kind, coded reports and exports with changed bytes, dossiers with
changed bytes. Several inputs go to one process; where that fails each is tried by itself. `--pages` adds real pages:
gzipped JSON Lines whose field `html` holds a page in base64.

A run is wrong if the process dies of a signal, ends with a status above 2, takes more than 20 s for an input or more than 2
GiB, or prints what is not UTF-8, or, on standard output, not JSON (a member twice, NaN), or a span outside of its text. What
was wrong is kept in `--keep` with the command, and the exit status is 1.
"""

import argparse
import base64
import collections
import gzip
import json
import os
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading

import hostile

SECONDS, BYTES = 20, 2 << 30
EXAMPLES = pathlib.Path(__file__).resolve().parent.parent / "Examples" / "adriatic"


def strict(pairs):
    """An object whose members are told once each."""
    names = [name for name, _ in pairs]
    if len(set(names)) != len(names):
        raise ValueError("a member stands twice")
    return dict(pairs)


def constant(name):
    raise ValueError(name)


def fault_of_output(out, texts):
    """What is wrong with a filter's output: JSON Lines whose spans lie in the texts, where these are known by hash."""
    try:
        lines = out.decode("utf-8").split("\n")
    except UnicodeDecodeError as error:
        return f"not UTF-8: {error.reason} at {error.start}"
    for number, line in enumerate(lines, 1):
        if not line:
            continue
        try:
            row = json.loads(line, object_pairs_hook=strict, parse_constant=constant)
        except ValueError as error:
            return f"line {number} is not JSON: {error}"
        start, end = row.get("start"), row.get("end")
        if isinstance(start, int) and isinstance(end, int) and not 0 <= start <= end:
            return f"line {number}: the span {start} to {end}"
        length = texts.get(row.get("doc"))
        if length is not None and isinstance(end, int) and end > length:
            return f"line {number}: a span to {end} in a text of {length}"
    return None


def run(command, data=b"", seconds=SECONDS, json_out=True, texts=None):
    """Runs a command with limits; what is wrong, or nothing."""
    with tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        source.write(data)
        source.seek(0)
        process = subprocess.Popen(command, stdin=source, stdout=out, stderr=err,
                                   env=dict(os.environ, SWIFT_BACKTRACE="enable=no"))
        timer = threading.Timer(seconds, process.kill)
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        late = not timer.is_alive()
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        if late:
            return f"more than {seconds} s"
        if os.WIFSIGNALED(status):
            return f"signal {signal.Signals(os.WTERMSIG(status)).name}"
        if process.returncode > 2:
            return f"status {process.returncode}"
        if usage.ru_maxrss * 1024 > BYTES:
            return f"{usage.ru_maxrss >> 10} MiB"
        out.seek(0)
        err.seek(0)
        try:
            err.read().decode("utf-8")
        except UnicodeDecodeError:
            return "standard error is not UTF-8"
        written = out.read()
        if json_out:
            return fault_of_output(written, texts or {})
        try:
            written.decode("utf-8")
        except UnicodeDecodeError:
            return "standard output is not UTF-8"
        return None


class Campaign:
    def __init__(self, options):
        self.options = options
        self.counts = collections.Counter()
        self.faults = []
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="campaign-"))

    def note(self, kind, fault, command, data):
        self.faults.append((kind, fault))
        print(f"campaign: {kind}: {fault}", flush=True)
        if self.options.keep:
            keep = pathlib.Path(self.options.keep)
            keep.mkdir(parents=True, exist_ok=True)
            name = f"{len(self.faults):04}-{kind.replace(' ', '-')}"
            (keep / f"{name}.input").write_bytes(data)
            (keep / f"{name}.txt").write_text(f"{fault}\n{' '.join(map(str, command))}\n", encoding="utf-8")

    def files(self, kind, inputs, arguments=("code",)):
        """Files of one process; each by itself where the process fails."""
        for start in range(0, len(inputs), 40):
            part = inputs[start:start + 40]
            folder = pathlib.Path(tempfile.mkdtemp(dir=self.folder))
            paths = []
            for place, (ending, data) in enumerate(part):
                path = folder / f"{place}.{ending}"
                path.write_bytes(data)
                paths.append(path)
            self.counts[kind] += len(part)
            if run([self.options.chancery, *arguments, *paths], seconds=SECONDS * 3):
                for path, (_, data) in zip(paths, part):
                    command = [self.options.chancery, *arguments, path]
                    fault = run(command)
                    if fault:
                        self.note(kind, fault, command, data)
            shutil.rmtree(folder)

    def streams(self, kind, arguments, inputs, texts=None):
        """Lines of one stream; each by itself where the process fails."""
        for start in range(0, len(inputs), 60):
            part = inputs[start:start + 60]
            self.counts[kind] += len(part)
            command = [self.options.chancery, *arguments]
            if run(command, b"\n".join(part) + b"\n", seconds=SECONDS * 3, texts=texts):
                for data in part:
                    fault = run(command, data, texts=texts)
                    if fault:
                        self.note(kind, fault, command, data)

    def alone(self, kind, command, path, data, json_out):
        """One file for one process."""
        path.write_bytes(data)
        self.counts[kind] += 1
        fault = run(command, json_out=json_out)
        if fault:
            self.note(kind, fault, command, data)


def campaign(options):
    it = Campaign(options)
    chosen = random.Random(options.seed)
    honest = [(path.suffix[1:], path.read_bytes()) for path in sorted(EXAMPLES.iterdir())
              if path.suffix in {".txt", ".md", ".html", ".wiki"}]
    share = options.inputs // 20
    made = []
    for _ in range(share * 5):
        ending, data = chosen.choice(honest)
        made.append((chosen.choice([ending, ending, "txt", "html", "md", "wiki"]), hostile.mutate(chosen, data)))
    it.files("mutated files", made)
    it.files("made texts", [(chosen.choice(["txt", "md", "wiki"]), hostile.text(chosen, options.depth).encode("utf-8", "replace"))
                            for _ in range(share * 4)])
    it.files("made pages", [("html", hostile.markup(chosen, options.depth).encode("utf-8", "replace")) for _ in range(share * 3)])
    lines = [hostile.document_line(chosen, options.depth) for _ in range(share * 3)]
    it.streams("document streams", ["code"], lines)
    it.streams("document streams, annotate", ["annotate"], lines[:share])

    chancery = options.chancery
    coded = subprocess.run([chancery, "code", str(EXAMPLES)], capture_output=True, check=True).stdout.strip().split(b"\n")
    it.streams("reports", ["reconcile"], [hostile.mutate(chosen, chosen.choice(coded)).replace(b"\n", b" ") for _ in range(share * 2)])

    dossier = it.folder / "honest.dossier"
    subprocess.run([chancery, "new", dossier], check=True, capture_output=True)
    subprocess.run([chancery, "add", dossier, EXAMPLES], check=True, capture_output=True)
    database = dossier.read_bytes()
    export = subprocess.run([chancery, "export", dossier], check=True, capture_output=True).stdout
    codebook = (EXAMPLES.parent.parent / "Sources/Coding/Resources/codebook/support.yaml").read_bytes()
    path = it.folder / "changed.dossier"
    views = [["timeline"], ["entities"], ["search", "embassy"], ["documents"], ["disputes"], ["statements"], ["figures"],
             ["relation", "Albania", "Palestine"], ["export"], ["origins"], ["verify"]]
    for place in range(share):
        view = views[place % len(views)]
        command = [chancery, view[0], path, *view[1:]]
        it.alone("dossier", command, path, hostile.mutate(chosen, database), json_out=view == ["export"])
        for left in it.folder.glob("changed.dossier-*"):
            left.unlink()
    file = it.folder / "changed.jsonl"
    for _ in range(share // 2):
        it.alone("export", [chancery, "verify", file], file, hostile.mutate(chosen, export), json_out=False)
    rules = it.folder / "changed.yaml"
    for _ in range(share // 2):
        it.alone("codebook", [chancery, "codebook", "check", rules], rules, hostile.mutate(chosen, codebook), json_out=False)

    for name in options.pages:
        with gzip.open(name, "rt", encoding="utf-8") as rows:
            pages = [json.loads(row) for row in rows]
        it.files("real pages", [("html", base64.b64decode(row["html"])) for row in pages])
    shutil.rmtree(it.folder)
    for kind, count in it.counts.items():
        print(f"campaign: {count:6} {kind}: {sum(1 for k, _ in it.faults if k == kind)} wrong")
    print(f"campaign: {sum(it.counts.values())} inputs, {len(it.faults)} wrong")
    return 1 if it.faults else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--chancery", default=".build/release/chancery")
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--depth", type=int, default=3000, help="how deep the deepest constructions are nested")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pages", nargs="*", default=[])
    parser.add_argument("--keep", help="a folder for the inputs that were wrong")
    options = parser.parse_args()
    # A process that asks for far too much memory fails, and not the machine.
    resource.setrlimit(resource.RLIMIT_AS, (BYTES * 8, BYTES * 8))
    sys.exit(campaign(options))


if __name__ == "__main__":
    main()
