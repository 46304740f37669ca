"""Has spaCy annotate the project's own example texts, for the tests of SpacyPipeline.

    python Scripts/make_spacy_fixtures.py --model DIR

Reads `Tests/SpacyPipelineTests/Fixtures/texts.json` (group -> texts, all invented) and writes one
`Fixtures/<group>.json` a group: for every text its tokens, each a list of
[start, end, text, lemma, tag, pos, morph, dep, head, ent, sent], offsets in code points, half-open. Run it again
after a change of the texts or of the model; the version of both is in the file.
"""

import argparse
import json
import pathlib

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "Tests" / "SpacyPipelineTests" / "Fixtures"


def rows(doc):
    for token in doc:
        ent = "O" if token.ent_iob_ in ("", "O") else f"{token.ent_iob_}-{token.ent_type_}"
        yield [
            token.idx, token.idx + len(token), token.text, token.lemma_, token.tag_, token.pos_, str(token.morph),
            token.dep_, token.head.i, ent, int(bool(token.is_sent_start)),
        ]


def main():
    parser = argparse.ArgumentParser(description="write the fixtures of SpacyPipeline's tests")
    parser.add_argument("--model", required=True, help="the model's folder")
    options = parser.parse_args()

    import spacy

    nlp = spacy.load(options.model)
    groups = json.loads((FOLDER / "texts.json").read_text(encoding="utf-8"))
    for group, texts in groups.items():
        if group.startswith("_"):
            continue
        lines = []
        for text in texts:
            tokens = ",\n    ".join(json.dumps(row, ensure_ascii=True) for row in rows(nlp(text)))
            lines.append('  {"text": ' + json.dumps(text) + ', "tokens": [\n    ' + tokens + "]}")
        made_by = f"spaCy {spacy.__version__}, {nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"
        content = '{"made_by": ' + json.dumps(made_by) + ', "texts": [\n' + ",\n".join(lines) + "\n]}\n"
        (FOLDER / f"{group}.json").write_text(content, encoding="utf-8")
        print(f"{group}: {len(texts)} texts")


if __name__ == "__main__":
    main()
