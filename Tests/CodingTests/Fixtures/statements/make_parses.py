"""Parses the texts of cases.txt with spaCy: python make_parses.py MODEL_FOLDER

Writes parses.jsonl beside it: a line for every case, with its tokens block by block (offsets are UTF-8 bytes of the
block's words). Run it again when cases.txt changes; the tests themselves need no model.
"""
import json
import pathlib
import sys

import spacy

here = pathlib.Path(__file__).parent
nlp = spacy.load(sys.argv[1])


def row(token, offsets):
    entity = "O" if not token.ent_type_ else f"{token.ent_iob_}-{token.ent_type_}"
    start = offsets[token.idx]
    end = offsets[token.idx + len(token.text)]
    return [start, end, token.text, token.lemma_, token.tag_, token.pos_, token.dep_, token.head.i, entity,
            bool(token.is_sent_start), bool(token.whitespace_)]


def parse(words):
    offsets = [0]
    for character in words:
        offsets.append(offsets[-1] + len(character.encode()))
    return [row(token, offsets) for token in nlp(words)]


cases = []
for line in (here / "cases.txt").read_text(encoding="utf-8").splitlines():
    if line.startswith("## "):
        cases.append({"name": line[3:], "blocks": []})
    elif cases and line and not line.startswith(("#", "=")):
        kind, _, words = line.partition(": ")
        label, mark, rest = words.partition(" || ")
        cases[-1]["blocks"].append(parse(rest if mark else words))
with open(here / "parses.jsonl", "w", encoding="utf-8") as out:
    for case in cases:
        out.write(json.dumps(case, ensure_ascii=False, separators=(",", ":")) + "\n")
