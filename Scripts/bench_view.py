"""Times `chancery timeline` on a dossier of a folder's texts: a new process each time, output thrown away.

    python Scripts/bench_view.py CHANCERY FOLDER

Prints the best and the median of 20 runs in milliseconds; exit status 1 when the median is 150 or more.
"""

import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 20
LIMIT = 150


def main():
    chancery, folder = sys.argv[1:]
    with tempfile.TemporaryDirectory() as place:
        dossier = str(pathlib.Path(place) / "bench.dossier")
        subprocess.run([chancery, "new", dossier], check=True, stdout=subprocess.DEVNULL)
        added = subprocess.run([chancery, "add", dossier, folder], check=True, capture_output=True, text=True)
        times = []
        for _ in range(ROUNDS):
            start = time.perf_counter()
            done = subprocess.run([chancery, "timeline", dossier], check=True, capture_output=True, text=True)
            times.append(1000 * (time.perf_counter() - start))
        if "Nothing here matches" in done.stdout:
            sys.exit("bench_view: the timeline is empty")
    median = statistics.median(times)
    print(f"dossier of {folder}: {added.stdout.strip()}")
    print(f"chancery timeline, new process  {min(times):8.0f} ms best, {median:.0f} ms median  (wanted: under {LIMIT})")
    sys.exit(0 if median < LIMIT else 1)


if __name__ == "__main__":
    main()
