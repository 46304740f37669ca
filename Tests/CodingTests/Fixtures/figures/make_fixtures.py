#!/usr/bin/env python3
"""Parse the examples of Resources/figures and Resources/states with spaCy and write parses.jsonl beside this file.

Usage: make_fixtures.py MODEL_FOLDER      (a spaCy 3.8 model folder; en_core_web_sm 3.8.0 is what the tests expect)

One line an example: {"text": ..., "tokens": [[text, start, end, lemma, tag, pos, dep, head, ent, sentence start, blank], ...]}
with offsets in UTF-8 bytes.  Examples that are there already keep their line, so that a change shows as a small difference.
"""
import json
import os
import sys

import spacy

HERE = os.path.dirname(os.path.abspath(__file__))
RESOURCES = os.path.join(HERE, "..", "..", "..", "..", "Sources", "Coding", "Resources")


def lines(name):
    with open(os.path.join(RESOURCES, name), encoding="utf-8") as handle:
        return [line.rstrip("\n") for line in handle if line.strip() and not line.startswith("#")]


def texts():
    for line in lines("figures/examples.txt"):
        yield line.split(" ", 1)[1].split(" => ")[0]
    for line in lines("states/rules.txt"):
        key, _, value = line.partition(" ")
        if key in ("example", "counter"):
            yield value.split(" => ")[0]
    with open(os.path.join(HERE, "sentences.txt"), encoding="utf-8") as handle:
        yield from (line.rstrip("\n") for line in handle if line.strip())


def row(nlp, text):
    at = [0]
    for character in text:
        at.append(at[-1] + len(character.encode()))
    tokens = []
    for t in nlp(text):
        ent = t.ent_iob_ + "-" + t.ent_type_ if t.ent_type_ else "O"
        tokens.append([t.text, at[t.idx], at[t.idx + len(t.text)], t.lemma_, t.tag_, t.pos_, t.dep_, t.head.i, ent,
                       int(bool(t.is_sent_start)), int(bool(t.whitespace_))])
    return json.dumps({"text": text, "tokens": tokens}, ensure_ascii=False)


def main():
    path = os.path.join(HERE, "parses.jsonl")
    known = {}
    if os.path.exists(path):
        with open(path, encoding="utf-8") as handle:
            known = {json.loads(line)["text"]: line.rstrip("\n") for line in handle}
    nlp = None
    out = []
    for text in dict.fromkeys(texts()):
        if text not in known:
            nlp = nlp or spacy.load(sys.argv[1])
            known[text] = row(nlp, text)
        out.append(known[text])
    with open(path, "w", encoding="utf-8") as handle:
        handle.write("\n".join(out) + "\n")
    print("%d examples" % len(out))


if __name__ == "__main__":
    main()
