#!/usr/bin/env python3
"""Holds entries and disputes against links made by hand.

Gold records (JSON Lines, one file a document) are given to `chancery reconcile` as reports; its entries are held against the
clusters of a links file, its disputes against the disputes there. Printed are the pairs of reports that were rightly put
together, missed and wrongly put together, and which disputes were found.

    python3 Scripts/links.py GOLD_FOLDER --texts FOLDER [--chancery PATH] [--show] [--reports FILE]

GOLD_FOLDER holds *.jsonl (records with id, doc, quote, kind and the fields of their kind) and links.json
({"same": [{"cluster", "members", "scope"}], "disputes": [{"topic", "dimension", "members"}]}).
--reports FILE takes the program's own reports instead (`chancery code FOLDER > FILE`): a gold record then stands for the
report of its kind, and of an event's type where there is one, that shares most words with its quote.
"""
import argparse
import hashlib
import itertools
import json
import pathlib
import subprocess
import sys


def parties(people, start, end):
    """Parties as a report has them; of several names that gold accepts for one the first."""
    return [
        {"name": name, "code": person.get("code") or STATES.get(name, ""), "sector": "",
         "kind": kind_of(name, person.get("code")), "start": start, "end": end}
        for person in people or []
        for name in ([person["name"]] if isinstance(person["name"], str) else person["name"][:1])
    ]


def state_codes():
    """The codes of states by their names, by which a guess at what a name stands for is made."""
    folder = pathlib.Path(__file__).resolve().parent.parent / "Sources/Coding/Resources/entities"
    rows = [line.split("\t") for name in ("states.tsv", "former-states.tsv")
            for line in (folder / name).read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return {name.strip(): row[0] for row in reversed(rows)
            for name in [row[1]] + (row[2].split(";") if len(row) > 2 else [])}


STATES = state_codes()


def kind_of(name, code):
    """A guess at what a name stands for: the gold does not say."""
    words = name.split()
    if name in STATES:
        return "state"
    if any(word.islower() for word in words):
        return "group"
    if len(words) == 1 and code:
        return "state"
    return "person" if len(words) == 2 and not any(word.isupper() for word in words) else "organisation"


def party(given, start, end):
    """Parties of what a state or a statement names: a name, a party, or several."""
    given = given if isinstance(given, list) else [given]
    return parties([one if isinstance(one, dict) else {"name": one} for one in given if one], start, end)


def as_report(record, text, digest):
    start = text.find(record["quote"])
    if start < 0:
        words = record["quote"].split()
        start = text.find(" ".join(words[:4]))
    start = max(start, 0)
    end = start + len(record["quote"])
    report = {
        "id": record["id"], "doc": record["doc"], "doc_hash": digest, "start": start, "end": end,
        "kind": record["kind"], "trigger": {"start": start, "end": end}, "words": record["quote"],
        "modality": record.get("modality", "asserted"), "rule": "gold", "key": record["kind"],
        "attribution": [
            {"source": source if isinstance(source, str) else source.get("name", ""), "code": "", "cue": "",
             "start": start, "end": end} for source in record.get("attribution") or []
        ],
    }
    date = record.get("date") or ""
    if date:
        report |= {"date_basis": "resolved", "date_evidence": {"start": start, "end": end}}
    report["said_on" if record["kind"] == "statement" else "date"] = date
    if record["kind"] == "event":
        types = record["type"] if isinstance(record["type"], list) else [record["type"]]
        report |= {"type": types[0], "types": types, "modes": [], "contexts": [], "concept": "",
                   "actors": parties(record.get("source"), start, end),
                   "recipients": parties(record.get("target"), start, end)}
        if record.get("place"):
            report["place"] = {"name": record["place"], "start": start, "end": end}
    elif record["kind"] == "figure":
        report |= {"value": record["value"], "unit": record["unit"], "of": record.get("what", ""), "qualifier": ""}
    elif record["kind"] == "state":
        report |= {"subject": party(record.get("subject"), start, end), "relation": record.get("relation", ""),
                   "concept": "", "object": party(record.get("object"), start, end)}
    else:
        report |= {"speaker": (party(record.get("speaker"), start, end) or [None])[0],
                   "form": record.get("form", "direct"), "cue": record.get("cue", ""),
                   "content": {"start": start, "end": end}, "via": record.get("via") or [],
                   "about": [p for name in record.get("about") or [] for p in party(name, start, end)]}
        if not report["speaker"]:
            del report["speaker"]
    return report


def read_gold(folder):
    records = []
    for path in sorted(folder.glob("*.jsonl")):
        records += [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return records


def best_report(record, gold, reports):
    """The program's report of the same kind, of an event's type where there is one, that shares most words with a gold record's quote."""
    best, most = None, (False, 0)
    types = gold.get("types", [])
    for report in reports:
        if report["kind"] != record["kind"] or report["doc"] != record["doc"]:
            continue
        common = min(report["end"], gold["end"]) - max(report["start"], gold["start"])
        share = common / max(1, max(report["end"], gold["end"]) - min(report["start"], gold["start"]))
        rank = (not types or report["type"] in types, share)
        if share > 0.2 and rank > most:
            best, most = report["id"], rank
    return best


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=pathlib.Path)
    parser.add_argument("--texts", type=pathlib.Path, required=True, help="the folder of the documents")
    parser.add_argument("--chancery", default=".build/release/chancery")
    parser.add_argument("--reports", type=pathlib.Path, help="the program's own reports and document lines")
    parser.add_argument("--show", action="store_true", help="print every pair and dispute")
    options = parser.parse_args()

    records = read_gold(options.gold)
    texts = {name: (options.texts / name).read_text(encoding="utf-8") for name in {r["doc"] for r in records}}
    digests = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in texts.items()}
    gold = {r["id"]: as_report(r, texts[r["doc"]], digests[r["doc"]]) for r in records}
    if options.reports:
        lines = [json.loads(line) for line in options.reports.read_text(encoding="utf-8").splitlines()]
        own = [line for line in lines if line["kind"] != "document"]
        stands = {r["id"]: best_report(r, gold[r["id"]], own) for r in records}
        stream = lines
    else:
        stands = {identity: identity for identity in gold}
        stream = [{"kind": "document", "doc": name, "doc_hash": digests[name], "title": "", "publisher": "",
                   "published_on": "", "language": "en", "origin_marks": [], "sketch": []} for name in sorted(texts)]
        stream += gold.values()
    done = subprocess.run([options.chancery, "reconcile"], input="\n".join(json.dumps(line) for line in stream),
                          capture_output=True, text=True)
    if done.stderr:
        print(done.stderr.strip(), file=sys.stderr)
    made = [json.loads(line) for line in done.stdout.splitlines()]
    report(records, json.loads((options.gold / "links.json").read_text(encoding="utf-8")), stands, made, options)


def report(records, links, stands, made, options):
    quotes = {r["id"]: r["quote"] for r in records}
    entry_of = {name: line["id"] for line in made if line["kind"] == "entry" for name in line["reports"]}
    together = lambda a, b: None not in (stands[a], stands[b]) and stands[a] != stands[b] and \
        entry_of.get(stands[a]) is not None and entry_of.get(stands[a]) == entry_of.get(stands[b])

    def show(mark, a, b):
        if options.show:
            print(f"  {mark} {a} {quotes[a]!r}\n     {b} {quotes[b]!r}")

    wanted = {tuple(sorted(pair)) for link in links["same"] for pair in itertools.combinations(link["members"], 2)}
    found = {pair for pair in wanted if together(*pair)}
    # Gold says nothing of pairs of other records; those put together are read by a person with --show.
    linked = {name for link in links["same"] for name in link["members"]}
    others = {tuple(sorted(pair)) for pair in itertools.combinations([r["id"] for r in records], 2) if together(*pair)}
    false = others - wanted
    print(f"same: {len(found)} of {len(wanted)} pairs found (recall {len(found) / max(1, len(wanted)):.3f}), "
          f"{len(false)} others put together (precision {len(found) / max(1, len(found) + len(false)):.3f}), "
          f"of them {sum(a in linked or b in linked for a, b in false)} with a linked record")
    for pair in sorted(wanted - found):
        show("missed", *pair)
    for pair in sorted(false):
        show("other ", *pair)

    disputes = [line for line in made if line["kind"] == "dispute"]
    hits = 0
    for wish in links["disputes"]:
        members = {stands[name] for name in wish["members"]} - {None}
        hit = next((d for d in disputes if d["dimension"] == wish["dimension"]
                    and len(members & set(d["reports"])) >= 2), None)
        hits += hit is not None
        if options.show:
            print(f"  {'found ' if hit else 'missed'} {wish['dimension']} {wish['topic']}")
    print(f"disputes: {hits} of {len(links['disputes'])} found, {len(disputes)} printed")
    if options.show:
        names = {stands[name]: name for name in stands}
        for line in disputes:
            print(f"  {line['dimension']}: " + " | ".join(
                f"{names.get(name, name)} {quotes.get(names.get(name), '')[:70]!r}" for name in line["reports"]))


if __name__ == "__main__":
    main()
