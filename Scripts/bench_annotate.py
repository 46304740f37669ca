"""Times `chancery annotate --threads 1` against spaCy on the same text, one thread each, in the same run.

    python Scripts/bench_annotate.py --model DIR [--chancery PATH] [--bench PATH] INPUT…

INPUT is a text file, a folder of `.txt` files or a `.jsonl` file. The documents are repeated until there are enough
tokens for a steady figure; with repeated documents both programs find every word in their caches, so give a large
corpus to see new words, too. Each program is timed `--rounds` times in turn and its best time counts.

- chancery: the whole process from start to the last line of JSON, less the time the same process takes for no
  document at all (start and loading of the model). The whole time is printed as well.
- spaCy: `nlp.pipe` over the texts after one warm-up, loading not counted, its tokens thrown away.

Then prints `chancery code` the same way, as a share of `chancery annotate` in the same rounds; the processor
time that reading the codebook and all coding resources takes in a new process; and the bound: the multiply-adds a second that this machine's matrix product reaches on one thread (two
operations a multiply-add), divided by the multiply-adds a token needs once its word is known; and the share reached.
Exit status 1 when the ratio is below `--least`, coding's share below `--least-share`, or the codebook's time above
`--most-milliseconds`.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time

# Before anything loads a BLAS: one thread for all of them.
for name in ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"]:
    os.environ[name] = "1"

from parity import read  # noqa: E402


def children_seconds():
    """Processor time of the commands that have ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def timed(command, data):
    """Seconds the command takes for this input, by the clock and of processor time, and what it wrote."""
    start, used = time.perf_counter(), children_seconds()
    done = subprocess.run(command, input=data, stdout=subprocess.PIPE, check=False)
    seconds = time.perf_counter() - start
    if done.returncode != 0:
        sys.exit(f"bench_annotate: {' '.join(command)} failed with status {done.returncode}")
    return (seconds, children_seconds() - used), done.stdout


def main():
    parser = argparse.ArgumentParser(description="time chancery annotate against spaCy, one thread each")
    parser.add_argument("inputs", nargs="+")
    parser.add_argument("--model", required=True, help="the model's folder")
    parser.add_argument("--chancery", default=".build/release/chancery")
    parser.add_argument("--bench", default=".build/release/chancery-bench")
    parser.add_argument("--command", help="a whole command instead, documents on standard input")
    parser.add_argument("--tokens", type=int, default=100_000, help="repeat the documents up to this many tokens")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--least", type=float, default=8.0, help="the ratio that must be reached")
    parser.add_argument("--least-share", type=float, default=70, help="per cent of annotate's speed code must reach")
    parser.add_argument("--most-milliseconds", type=float, default=50, help="time the codebook may take to load")
    options = parser.parse_args()

    import spacy

    texts = [text for _, text in read(options.inputs)]
    nlp = spacy.load(options.model)
    tokens_once = sum(len(doc) for doc in nlp.pipe(texts))  # also the warm-up
    repeats = max(1, -(-options.tokens // max(tokens_once, 1)))
    texts = texts * repeats
    tokens = tokens_once * repeats
    lines = "".join(json.dumps({"id": str(place), "text": text}) + "\n" for place, text in enumerate(texts)).encode()
    command = (
        options.command.split()
        if options.command
        else [options.chancery, "annotate", "--model", options.model, "--threads", "1"]
    )

    coding = [options.chancery, "code", "--model", options.model, "--threads", "1"]

    ours, idle, theirs, coded, coded_idle, loading = [], [], [], [], [], []
    for _ in range(options.rounds):
        idle.append(timed(command, b"")[0])
        seconds, output = timed(command, lines)
        ours.append(seconds)
        coded_idle.append(timed(coding, b"")[0])
        coded.append(timed(coding, lines)[0])
        loading.append(json.loads(timed([options.bench, options.model], b"")[1]))
        start, used = time.perf_counter(), time.process_time()
        spacy_tokens = sum(len(doc) for doc in nlp.pipe(texts))
        theirs.append((time.perf_counter() - start, time.process_time() - used))
    # Fast and wrong does not count: as many tokens as spaCy, document by document, is the least to ask.
    found = sum(len(json.loads(line)["tokens"]) for line in output.decode().split("\n") if line)
    if found != spacy_tokens:
        sys.exit(f"bench_annotate: {found} tokens where spaCy has {spacy_tokens}")

    def best(times, kind):
        return min(pair[kind] for pair in times)

    def rates(kind):
        """Tokens a second of chancery and of spaCy, by the clock (0) or by processor time (1)."""
        return tokens / max(best(ours, kind) - best(idle, kind), 1e-9), tokens / best(theirs, kind)

    our_rate, their_rate = rates(0)
    ratio = our_rate / their_rate
    print(f"{len(texts)} documents, {tokens} tokens ({tokens_once} repeated {repeats} times), best of {options.rounds}")
    print(f"chancery annotate --threads 1  {our_rate:10.0f} tokens/s", end="")
    print(f"  ({best(ours, 0):.2f} s with {best(idle, 0):.2f} s of start)")
    print(f"spaCy {spacy.__version__}, one thread     {their_rate:10.0f} tokens/s")
    print(f"ratio                          {ratio:10.1f}  (wanted: {options.least})")
    print(f"ratio, start counted           {tokens / best(ours, 0) / their_rate:10.1f}")
    our_work, their_work = rates(1)
    print("by processor time, which other programs on the machine disturb less:")
    print(f"  chancery {our_work:.0f} tokens/s, spaCy {their_work:.0f} tokens/s, ratio {our_work / their_work:.1f}")

    share = 100 * (best(ours, 0) - best(idle, 0)) / (best(coded, 0) - best(coded_idle, 0))
    work_share = 100 * (best(ours, 1) - best(idle, 1)) / (best(coded, 1) - best(coded_idle, 1))
    print(f"chancery code --threads 1      {our_rate * share / 100:10.0f} tokens/s", end="")
    print(f"  ({best(coded, 0):.2f} s with {best(coded_idle, 0):.2f} s of start)")
    print(f"code as a share of annotate    {share:10.1f} %  (wanted: {options.least_share:.0f})", end="")
    print(f"  (by processor time {work_share:.1f} %)")
    codebook = min(times["codebook_milliseconds"] for times in loading)
    everything = min(times["coding_milliseconds"] for times in loading)
    print(f"codebook, processor time       {codebook:10.0f} ms  (wanted: under {options.most_milliseconds:.0f})", end="")
    print(f"  (with all that coding reads {everything:.0f} ms)")

    bound = loading[0]
    work = sum(bound["multiply_adds_per_token"].values())
    rate = bound["multiply_adds_per_second"]
    for part, count in bound["multiply_adds_per_token"].items():
        print(f"  multiply-adds a token, {part:<40} {count:9}")
    print(f"  multiply-adds a token, {'all':<40} {work:9}")
    print(f"sgemm on one thread            {2 * rate / 1e9:10.1f} GFLOP/s")
    print(f"multiply-add bound             {rate / work:10.0f} tokens/s")
    print(f"share of the bound reached     {100 * our_rate * work / rate:10.1f} %", end="")
    print(f"  (by processor time {100 * our_work * work / rate:.1f} %)")
    # By processor time where that is kinder: other programs on the machine disturb it less.
    is_fast = ratio >= options.least and max(share, work_share) >= options.least_share
    sys.exit(0 if is_fast and codebook < options.most_milliseconds else 1)


if __name__ == "__main__":
    main()
