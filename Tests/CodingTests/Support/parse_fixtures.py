"""Writes the parses that tests of coding read, with the real spaCy.

    python3 parse_fixtures.py MODEL_FOLDER < texts > parsed.jsonl

Reads one text a line (the first field of a tab-separated line; lines that begin with # and empty lines are skipped;
" ¶ " stands for a paragraph's end) and writes one JSON object a text: {"text", "blocks": [{"start", "tokens": [...]}]}.
Offsets count UTF-8 bytes, a token's from its block's first byte.
"""
import json
import sys

import spacy


def blocks(nlp, text):
    position = 0
    for paragraph in text.split("\n"):
        offsets = [0]
        for character in paragraph:
            offsets.append(offsets[-1] + len(character.encode()))
        tokens = [
            [offsets[t.idx], offsets[t.idx + len(t.text)], t.text, t.lemma_, t.tag_, t.pos_, t.dep_, t.head.i,
             t.ent_iob_ + ("-" + t.ent_type_ if t.ent_type_ else ""), int(bool(t.is_sent_start)), int(bool(t.whitespace_))]
            for t in nlp(paragraph)
        ]
        yield {"start": position, "tokens": tokens}
        position += offsets[-1] + 1


def main():
    nlp = spacy.load(sys.argv[1])
    seen = set()
    for line in sys.stdin:
        text = line.rstrip("\n").split("\t")[0]
        if not text or text.startswith("#") or text in seen:
            continue
        seen.add(text)
        text = text.replace(" ¶ ", "\n")
        print(json.dumps({"text": text, "blocks": list(blocks(nlp, text))}, ensure_ascii=False, separators=(",", ":")))


if __name__ == "__main__":
    main()
