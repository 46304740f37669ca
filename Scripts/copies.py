#!/usr/bin/env python3
"""Measures what many documents cost: one story in thousands of lightly edited copies, among 500 other documents, or thousands of
documents of one long conflict about one pair of states.

    python3 Scripts/copies.py --chancery .build/release/chancery [--counts 1000,3000,10000] [--conflict] [--keep FOLDER]

For every count it makes the documents (invented, the same for the same seed), codes them, reconciles them, and prints
the processor seconds and the megabytes of each step, how many entries there are, how many origins the copies have (one is right),
and how many origins the other documents have (as many as there are).
"""
import argparse, json, os, random, resource, subprocess, sys, tempfile

STATES = ["Albania", "Norway", "Ghana", "Chile", "Japan", "Kenya", "Peru", "Poland", "Oman", "Nepal", "Malta", "Fiji"]
PAPERS = ["Harbour Review", "Northern Gazette", "Daily Ledger", "Valley Courier", "Coast Observer", "Hill Tribune"]
MONTHS = ["January", "March", "May", "June", "September", "November"]
ADJECTIVES = ["new", "long", "joint", "early", "small", "wide", "old", "brief"]
STORY = [
    "{a} and {b} signed a trade agreement on 12 May 2014 in the port city of Durres.",
    "The agreement was negotiated for three years by officials of both ministries.",
    "The foreign minister of {a} said that the agreement would open a new market for 400 companies.",
    "His counterpart thanked the hosts and called for a joint commission by the end of the year.",
    "In 2009 {b} had opened an embassy in the capital after a long negotiation.",
    "About 1,200 people work at the two ports, according to the harbour authority.",
    "The opposition criticised the agreement and demanded that parliament vote on it.",
    '"We have waited for this day," the mayor told reporters at the ceremony.',
    "Both sides plan to meet again in the autumn to review the first results.",
    "A delegation of 30 engineers visited the shipyard in the afternoon.",
]
OTHERS = [
    "{a} {verb} {b} on {day} {month} {year}.", "The president of {a} visited {b} in {month} {year} and met {n} officials.",
    "{a} accused {b} of blocking {n} ships near the strait.", "In {year} {a} recognised {b} and opened a mission there.",
    "Officials of {a} said that {n} people had left {b} since {month}.", "{b} rejected the charge and recalled its ambassador.",
    "The parliament of {a} ratified the treaty with {b} by {n} votes.", "{a} sent {n} tonnes of {adj} grain to {b}.",
    "Negotiators from {b} and {a} talked about {adj} borders for {n} hours.", "The army of {a} left {adj} positions in {b}.",
    "{a} joined the {adj} organisation in {year}, {n} months after {b}.", "A court in {b} ordered {a} to pay {n} million euros.",
    "Students in {a} protested against the visit of a minister from {b}.", "{b} thanked {a} for {n} doctors in {year}.",
    "Trade between {a} and {b} grew by {n} percent in {year}.", "{a} will host a {adj} meeting with {b} in {month}.",
]
VERBS = ["praised", "warned", "sued", "helped", "invited", "criticised", "attacked", "supported"]


def story(chance, number):
    """One lightly edited copy."""
    sentences = [s.format(a="Albania", b="Norway") for s in STORY]
    for _ in range(chance.randint(0, 2)):
        edit, place = chance.randint(0, 2), chance.randrange(1, len(sentences))
        if edit == 0 and len(sentences) > 8:
            del sentences[place]
        elif edit == 1:
            sentences[place] = sentences[place].replace(" the ", f" the {chance.choice(ADJECTIVES)} ", 1)
        else:
            sentences.append(f"Report number {number} of the {chance.choice(PAPERS)}.")
    # No two copies are the same text.
    sentences.append(f"Number {number} of {chance.choice(ADJECTIVES)} reports.")
    half = len(sentences) // 2
    return " ".join(sentences[:half]) + "\n\n" + " ".join(sentences[half:])


def other(chance, states=None):
    """A document like no other."""
    a, b = states or chance.sample(STATES, 2)
    def fill(sentence):
        return sentence.format(
            a=a, b=b, verb=chance.choice(VERBS), day=chance.randint(1, 28), month=chance.choice(MONTHS),
            year=chance.randint(1975, 2020), n=chance.randint(2, 900), adj=chance.choice(ADJECTIVES))
    sentences = [fill(s) for s in chance.sample(OTHERS, 9)]
    return " ".join(sentences[:4]) + "\n\n" + " ".join(sentences[4:])


def documents(count, others, seed, is_conflict):
    chance = random.Random(seed)
    if is_conflict:
        pair = STATES[:2]
        rows = [("other", f"other-{n:05}.txt", other(chance, chance.sample(pair, 2))) for n in range(count)]
    else:
        rows = [("copy", f"copy-{n:05}.txt", story(chance, n)) for n in range(count)]
        rows += [("other", f"other-{n:03}.txt", other(chance)) for n in range(others)]
    chance.shuffle(rows)
    for kind, name, text in rows:
        yield {
            "id": name, "text": text, "publisher": chance.choice(PAPERS),
            "published_on": f"2014-{chance.randint(5, 12):02}-{chance.randint(13, 28):02}"}


def run(words, source, target):
    """Runs a step; gives its processor seconds and its megabytes."""
    with open(source) as into, open(target, "w") as out:
        process = subprocess.Popen(words, stdin=into, stdout=out)
        _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{' '.join(words)} ended with {status}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--chancery", required=True, help="the command, built for release")
    parser.add_argument("--counts", default="1000,3000,10000", help="how many copies, by commas")
    parser.add_argument("--conflict", action="store_true", help="documents of one conflict in the place of copies")
    parser.add_argument("--others", type=int, default=500, help="how many other documents")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", help="a folder to keep documents, reports and entries in")
    given = parser.parse_args()
    print(f"{'count':>7} {'code s':>8} {'reconcile s':>12} {'MB':>6} {'texts':>6} {'entries':>8} {'origins of copies':>18} {'of others':>10}")
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.keep or scratch
        os.makedirs(folder, exist_ok=True)
        for count in map(int, given.counts.split(",")):
            path = lambda name: os.path.join(folder, f"{name}-{count}.jsonl")
            with open(path("documents"), "w") as out:
                for row in documents(count, given.others, given.seed, given.conflict):
                    out.write(json.dumps(row) + "\n")
            coded, _ = run([given.chancery, "code"], path("documents"), path("reports"))
            taken, memory = run([given.chancery, "reconcile"], path("reports"), path("entries"))
            names = {}
            for line in open(path("reports")):
                row = json.loads(line)
                if row["kind"] == "document":
                    names[row["doc_hash"]] = row["doc"]
            copies, others, entries = set(), set(), 0
            for line in open(path("entries")):
                row = json.loads(line)
                entries += row["kind"] == "entry"
                if row["kind"] == "origin":
                    for document in row["documents"]:
                        (copies if names[document].startswith("copy") else others).add(row["id"])
            print(f"{count:7} {coded:8.1f} {taken:12.1f} {memory:6.0f} {len(names):6} {entries:8} {len(copies):18} {len(others):10}", flush=True)


if __name__ == "__main__":
    main()
