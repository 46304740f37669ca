"""Times `chancery annotate --threads 1` against spaCy on the same text, one thread each, in the same run.

    python Scripts/bench_annotate.py --model DIR [--chancery PATH] [--bench PATH] INPUT…

INPUT is a text file, a folder of `.txt` files or a `.jsonl` file. The documents are repeated until there are enough
tokens for a steady figure; with repeated documents both programs find every word in their caches, so give a large
corpus to see new words, too. Each program is timed `--rounds` times in turn and its best time counts.

- chancery: the whole process from start to the last line of JSON, less the time the same process takes for one short
  sentence (start and loading: nothing is loaded before a first document). The whole time is printed as well.
  Once for each kernel of the matrix product that this processor has (`CHANCERY_KERNEL`), plain C aside.
- spaCy: `nlp.pipe` over the texts after one warm-up, loading not counted, its tokens thrown away.

Then prints `chancery code` the same way, as a share of `chancery annotate` in the same rounds; the processor
time that reading the codebook and all coding resources takes in a new process; and by kernel the bound: the multiply-adds
a second that the matrix product reaches on one thread (two operations a multiply-add), divided by the multiply-adds a
token needs once its word is known; and the share reached.
Exit status 1 when a kernel's ratio is below `--least`, coding's share below `--least-share`, or the codebook's time above
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


def timed(command, data, kernel=None):
    """Seconds the command takes for this input, by the clock and of processor time, and what it wrote."""
    environment = dict(os.environ, CHANCERY_KERNEL=kernel) if kernel else os.environ
    start, used = time.perf_counter(), children_seconds()
    done = subprocess.run(command, input=data, stdout=subprocess.PIPE, check=False, env=environment)
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
    parser.add_argument("--least-share", type=float, default=60, help="per cent of annotate's speed code must reach")
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

    first = (json.dumps({"id": "first", "text": "It rained."}) + "\n").encode()
    rates_of_product = json.loads(timed([options.bench, options.model], lines)[1])["multiply_adds_per_second"]
    kernels = [kernel for kernel in rates_of_product if kernel != "portable"] or ["portable"]
    ours, idle = {kernel: [] for kernel in kernels}, {kernel: [] for kernel in kernels}
    theirs, coded, coded_idle, loading = [], [], [], []
    outputs = set()
    for _ in range(options.rounds):
        for kernel in kernels:
            idle[kernel].append(timed(command, first, kernel)[0])
            seconds, output = timed(command, lines, kernel)
            ours[kernel].append(seconds)
            outputs.add(hash(output))
        coded_idle.append(timed(coding, first)[0])
        coded.append(timed(coding, lines)[0])
        loading.append(json.loads(timed([options.bench, options.model], lines)[1]))
        start, used = time.perf_counter(), time.process_time()
        spacy_tokens = sum(len(doc) for doc in nlp.pipe(texts))
        theirs.append((time.perf_counter() - start, time.process_time() - used))
    # Fast and wrong does not count: as many tokens as spaCy, document by document, is the least to ask.
    found = sum(len(json.loads(line)["tokens"]) for line in output.decode().split("\n") if line)
    if found != spacy_tokens:
        sys.exit(f"bench_annotate: {found} tokens where spaCy has {spacy_tokens}")
    if len(outputs) != 1:
        sys.exit("bench_annotate: the kernels do not agree on the tokens")

    def best(times, kind):
        return min(pair[kind] for pair in times)

    def rate(kernel, kind):
        """Tokens a second with a kernel, by the clock (0) or by processor time (1)."""
        return tokens / max(best(ours[kernel], kind) - best(idle[kernel], kind), 1e-9)

    their_rate, their_work = tokens / best(theirs, 0), tokens / best(theirs, 1)
    print(f"{len(texts)} documents, {tokens} tokens ({tokens_once} repeated {repeats} times), best of {options.rounds}")
    print(f"spaCy {spacy.__version__}, one thread     {their_rate:10.0f} tokens/s  ({their_work:.0f} by processor time)")
    ratios = []
    for kernel in kernels:
        print(f"chancery annotate --threads 1  {rate(kernel, 0):10.0f} tokens/s, kernel {kernel}", end="")
        print(f"  ({best(ours[kernel], 0):.2f} s with {best(idle[kernel], 0):.2f} s of start)")
        # By processor time where that is kinder: other programs on the machine disturb it less.
        by_clock, by_work = rate(kernel, 0) / their_rate, rate(kernel, 1) / their_work
        ratios.append(max(by_clock, by_work))
        print(f"  ratio                        {by_clock:10.1f}  (wanted: {options.least})", end="")
        print(f"  (by processor time {by_work:.1f}, start counted {tokens / best(ours[kernel], 0) / their_rate:.1f})")

    ours_best, idle_best = ours[kernels[0]], idle[kernels[0]]
    share = 100 * (best(ours_best, 0) - best(idle_best, 0)) / (best(coded, 0) - best(coded_idle, 0))
    work_share = 100 * (best(ours_best, 1) - best(idle_best, 1)) / (best(coded, 1) - best(coded_idle, 1))
    print(f"chancery code --threads 1      {rate(kernels[0], 0) * share / 100:10.0f} tokens/s", end="")
    print(f"  ({best(coded, 0):.2f} s with {best(coded_idle, 0):.2f} s of start)")
    print(f"code as a share of annotate    {share:10.1f} %  (wanted: {options.least_share:.0f})", end="")
    print(f"  (by processor time {work_share:.1f} %)")
    codebook = min(times["codebook_milliseconds"] for times in loading)
    everything = min(times["coding_milliseconds"] for times in loading)
    print(f"codebook, processor time       {codebook:10.0f} ms  (wanted: under {options.most_milliseconds:.0f})", end="")
    print(f"  (with all that coding reads {everything:.0f} ms)")

    chronology = max(times["chronology_tokens_per_second"] for times in loading)
    print(f"Chronology alone, tokens given {chronology:10.0f} tokens/s")

    bound = loading[0]
    work = sum(bound["multiply_adds_per_token"].values())
    for part, count in bound["multiply_adds_per_token"].items():
        print(f"  multiply-adds a token, {part:<40} {count:9}")
    print(f"  multiply-adds a token, {'all':<40} {work:9}")
    for kernel in kernels:
        reached = max(times["multiply_adds_per_second"][kernel] for times in loading)
        print(f"product on one thread          {2 * reached / 1e9:10.1f} GFLOP/s, kernel {kernel}", end="")
        print(f": bound {reached / work:.0f} tokens/s, {100 * rate(kernel, 0) * work / reached:.1f} % reached", end="")
        print(f" ({100 * rate(kernel, 1) * work / reached:.1f} % by processor time)")
    is_fast = min(ratios) >= options.least and max(share, work_share) >= options.least_share
    sys.exit(0 if is_fast and codebook < options.most_milliseconds else 1)


if __name__ == "__main__":
    main()
