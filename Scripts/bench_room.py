"""Times the pages of the reading room on a large dossier: the first byte of each, after a start and again.

    python Scripts/bench_room.py CHANCERY [DOCUMENTS]

The dossier is made of invented notes, two events each, and one text of 100,000 characters. Beside the times stands the time of the
smallest page of all, the style sheet, in the same run: these machines differ.
"""

import json
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

STATES = [
    "Albania", "Norway", "Iceland", "Ghana", "Peru", "Chile", "Kenya", "Jordan", "Egypt", "Nepal", "Ireland", "Cuba",
    "Mexico", "Canada", "Poland", "Greece", "Turkey", "Finland", "Sweden", "Japan",
]
DEEDS = [
    "{a} recognised {b} on {day}.", "{a} expelled two diplomats of {b} on {day}.", "{a} sent aid to {b} on {day}.",
    "{a} and {b} signed a trade agreement on {day}.", "{a} accused {b} of espionage on {day}.",
    "{a} imposed sanctions on {b} on {day}.", "{a} opened an embassy in {b} on {day}.",
]
MONTHS = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
]
ROUNDS = 5


def sentence(number):
    a = STATES[number % len(STATES)]
    b = STATES[(number * 7 + 3 + number // 20) % len(STATES)]
    b = STATES[(STATES.index(b) + 1) % len(STATES)] if a == b else b
    day = f"{1 + number % 28} {MONTHS[number // 28 % 12]} {1950 + number // 336 % 70}"
    return DEEDS[number % len(DEEDS)].format(a=a, b=b, day=day)


def documents(count):
    for number in range(count):
        text = f"{sentence(2 * number)} {sentence(2 * number + 1)}"
        yield {"id": f"note-{number}.txt", "text": text, "publisher": f"Gazette {number % 50}", "published_on": "2021"}
    long = "\n\n".join(f"{sentence(3 * number)} {sentence(5 * number + 1)}" for number in range(850))
    yield {"id": "long.txt", "text": long[:100_000], "publisher": "The Gazette", "published_on": "2022"}


def first_byte(address):
    """Milliseconds to the first byte of an answer, and to its last."""
    start = time.perf_counter()
    with urllib.request.urlopen(address) as answer:
        answer.read(1)
        first = time.perf_counter()
        answer.read()
    return 1000 * (first - start), 1000 * (time.perf_counter() - start)


def main():
    chancery = str(pathlib.Path(sys.argv[1]).resolve())
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 5000
    with tempfile.TemporaryDirectory() as place:
        dossier, notes = pathlib.Path(place) / "large.dossier", pathlib.Path(place) / "notes.jsonl"
        notes.write_text("".join(json.dumps(document) + "\n" for document in documents(count)))
        subprocess.run([chancery, "new", dossier], check=True, stdout=subprocess.DEVNULL)
        added = subprocess.run([chancery, "add", dossier, notes], check=True, capture_output=True, text=True)
        print(added.stdout.strip())
        server = subprocess.Popen([chancery, "serve", dossier, "--no-browser", "--author", "Ana Dol"],
                                  stdout=subprocess.PIPE, text=True)
        try:
            base = re.search(r"http://\S+", server.stdout.readline()).group().rstrip("/")
            time.sleep(float(sys.argv[3]) if len(sys.argv) > 3 else 10)
            shelf = json.load(urllib.request.urlopen(f"{base}/api/v1/documents?limit=1000"))["items"]
            long = next((item for item in shelf if item["name"] == "long.txt"), shelf[0])
            entry = json.load(urllib.request.urlopen(f"{base}/api/v1/timeline?limit=1"))["items"][0]["id"]
            paths = [
                "/static/room.css", "/", "/timeline", "/timeline?page=50", "/relation?a=Albania&b=Norway", "/party?name=Peru",
                f"/entry/{entry}", f"/document/{long['hash']}", "/statements", "/states", "/figures", "/entities", "/documents",
                "/origins", "/disputes", "/network", "/review", "/search?q=embassy", "/names?party=Peru",
                "/api/v1/parties?q=al",
            ]
            print(f"{'page':48} {'first visit':>12} {'again':>8}   ms to the first byte")
            for path in paths:
                cold = first_byte(base + path)[0]
                warm = statistics.median(first_byte(base + path)[0] for _ in range(ROUNDS))
                print(f"{path[:48]:48} {cold:12.0f} {warm:8.1f}")
        finally:
            server.terminate()


if __name__ == "__main__":
    main()
