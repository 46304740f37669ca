"""Compares what `chancery annotate` says of texts with what spaCy says, token by token.

    python Scripts/parity.py --model DIR [--chancery PATH] [--threshold 99.9] INPUT…

INPUT is a text file, a folder of `.txt` files, or a `.jsonl` file whose lines have `text` (and perhaps `id`). A
token counts as equal when boundaries, tag, part of speech, lemma, head, label, entity and sentence start all are.
Every kernel of the matrix product that this processor can run is compared (`CHANCERY_KERNEL`). Prints the share of equal
tokens, the equal share of every field, and every difference; exit status 1 when a share is below the threshold. Needs spaCy: `make parity` installs it in a virtual environment.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys

FIELDS = ["tag", "pos", "lemma", "head", "dep", "ent", "sent"]


def read(inputs):
    """The documents of all inputs, in order, as (id, text)."""
    documents = []
    for name in inputs:
        path = pathlib.Path(name)
        if path.is_dir():
            documents += read(sorted(str(p) for p in path.iterdir() if p.suffix in {".txt", ".jsonl"}))
        elif path.suffix == ".jsonl":
            with path.open(encoding="utf-8", newline="") as lines:
                for number, line in enumerate(lines, 1):
                    if line.strip():
                        row = json.loads(line)
                        documents.append((f"{path.name}:{row.get('id', number)}", row["text"]))
        else:
            text = path.read_bytes().decode("utf-8")
            documents.append((path.name, text.removeprefix("\ufeff")))
    return documents


def spacy_tokens(nlp, documents):
    """spaCy's tokens of every document, in the form `chancery annotate` writes."""
    for (name, text), doc in zip(documents, nlp.pipe(text for _, text in documents)):
        tokens = []
        for token in doc:
            ent = token.ent_iob_ if token.ent_iob_ in ("", "O") else f"{token.ent_iob_}-{token.ent_type_}"
            tokens.append({
                "start": token.idx, "end": token.idx + len(token), "text": token.text, "lemma": token.lemma_,
                "tag": token.tag_, "pos": token.pos_, "dep": token.dep_, "head": token.head.i, "ent": ent or "O",
                "sent": int(bool(token.is_sent_start)),
            })
        yield name, tokens


def runs_here(command, kernel):
    """Whether the command can run with a kernel on this processor."""
    environment = dict(os.environ, CHANCERY_KERNEL=kernel)
    return subprocess.run(command, input=b"", capture_output=True, check=False, env=environment).returncode == 0


def chancery_tokens(command, documents, kernel):
    """The tokens that the command gives for every document."""
    lines = "".join(json.dumps({"id": name, "text": text}) + "\n" for name, text in documents)
    done = subprocess.run(command, input=lines.encode(), stdout=subprocess.PIPE, check=False,
                          env=dict(os.environ, CHANCERY_KERNEL=kernel))
    if done.returncode != 0:
        sys.exit(f"parity: {' '.join(command)} failed with status {done.returncode}")
    rows = [json.loads(line) for line in done.stdout.decode().split("\n") if line]
    if [row["id"] for row in rows] != [name for name, _ in documents]:
        sys.exit("parity: the command's documents are not the input's documents in order")
    return {row["id"]: row["tokens"] for row in rows}


def aligned_head(tokens, token):
    """A head as the offsets of its token, so that it can be compared where boundaries differ elsewhere."""
    head = tokens[token["head"]]
    return (head["start"], head["end"])


def compare(name, expected, found, counts, differences):
    """Counts a document's equal tokens; the tokens of spaCy are the measure."""
    places = {(token["start"], token["end"]): token for token in found}
    for token in expected:
        counts["tokens"] += 1
        other = places.get((token["start"], token["end"]))
        if other is None or other["text"] != token["text"]:
            differences.append(f"{name}:{token['start']}: token {token['text']!r} is not there")
            continue
        counts["boundaries"] += 1
        wrong = []
        for field in FIELDS:
            if field == "head":
                same = aligned_head(expected, token) == aligned_head(found, other)
            else:
                same = token[field] == other[field]
            if same:
                counts[field] += 1
            else:
                wrong.append(f"{field} {token[field]!r} here {other[field]!r}")
        if wrong:
            differences.append(f"{name}:{token['start']}: {token['text']!r}: " + ", ".join(wrong))
        else:
            counts["all"] += 1


def main():
    parser = argparse.ArgumentParser(description="compare chancery annotate with spaCy")
    parser.add_argument("inputs", nargs="+")
    parser.add_argument("--model", required=True, help="the model's folder")
    parser.add_argument("--chancery", default=".build/release/chancery", help="the command to compare")
    parser.add_argument("--command", help="a whole command instead, documents on standard input")
    parser.add_argument("--kernels", default="avx512,avx2,portable", help="those to compare, where they can run")
    parser.add_argument("--threshold", type=float, default=99.9, help="per cent of tokens that must be equal")
    options = parser.parse_args()

    import spacy

    documents = read(options.inputs)
    # Ids must be told apart even when two inputs share a name.
    documents = [(f"{place}/{name}", text) for place, (name, text) in enumerate(documents)]
    command = options.command.split() if options.command else [options.chancery, "annotate", "--model", options.model]
    nlp = spacy.load(options.model)
    expected = list(spacy_tokens(nlp, documents))
    print(f"spaCy {spacy.__version__}, {nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}")
    lowest, compared = 100.0, 0
    for kernel in options.kernels.split(","):
        if not runs_here(command, kernel):
            print(f"kernel {kernel}: this processor cannot run it")
            continue
        compared += 1
        found = chancery_tokens(command, documents, kernel)
        counts = dict.fromkeys(["tokens", "boundaries", *FIELDS, "all"], 0)
        differences = []
        for name, tokens in expected:
            compare(name, tokens, found[name], counts, differences)
        for line in differences:
            print(line)
        total = max(counts["tokens"], 1)
        print(f"kernel {kernel}: {len(documents)} documents, {counts['tokens']} tokens, {len(differences)} differ")
        for field in ["boundaries", *FIELDS]:
            print(f"  {field:<10} {100 * counts[field] / total:8.4f} %")
        share = 100 * counts["all"] / total
        lowest = min(lowest, share)
        print(f"  {'all equal':<10} {share:8.4f} %  (wanted: {options.threshold} %)")
    sys.exit(0 if compared and lowest >= options.threshold else 1)


if __name__ == "__main__":
    main()
