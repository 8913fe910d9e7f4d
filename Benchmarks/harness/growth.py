"""Time against size: what must be linear."""

import math

from .measure import Worker, take_turns
from .results import duration

LARGEST_EXPONENT = 1.15
"""Of the size, in the time from the smallest to the largest input. 1 is linear; for ten times the size, this allows 1.4 times the time for
each item, which is what leaving the caches costs."""


def findings(bench):
    counts = [10_000, 30_000, 100_000]
    wrong = [bench.data.faults(count, True) for count in counts]
    right = bench.data.faults(counts[-1], False)
    with Worker([bench.throughput, wrong[-1]]) as ours, Worker([bench.throughput, right]) as clean:
        times = take_turns(bench.rounds(7), {"wrong": (ours, "check"), "right": (clean, "check")})
        what = f"{ours.count:,} findings, in memory"
    bench.results.at_most("findings", what, 3, times["wrong"], "the clean figure", times["right"])
    commands = {"wrong": bench.check(wrong[-1]), "right": bench.check(right)}
    runs = bench.alternator.run(bench.rounds(9), commands, codes=(0, 1))
    bench.results.at_most(
        "findings", f"{counts[-1]:,} findings, whole process, as text", 3, runs["wrong"].seconds, "the clean figure",
        runs["right"].seconds)
    _line(bench, "findings", "findings", counts, wrong)


def deep(bench):
    counts = [10_000, 30_000, 100_000]
    _line(bench, "growth", "levels of nesting", counts, [bench.data.deep(count) for count in counts], 200_000)


def wide(bench):
    counts = [100_000, 300_000, 1_000_000]
    _line(bench, "growth", "keys in one object", counts, [bench.data.wide(count) for count in counts])


def tiny_traces(bench):
    counts = [100_000, 300_000, 1_000_000]
    _line(bench, "growth", "tiny traces", counts, [bench.data.tiny_traces(count) for count in counts])


def _line(bench, group, unit, counts, paths, depth=None):
    options = ["--max-depth", depth] if depth else []
    workers = [Worker([bench.throughput, *options, path]) for path in paths]
    try:
        times = take_turns(bench.rounds(7), {str(i): (worker, "check") for i, worker in enumerate(workers)})
    finally:
        for worker in workers:
            worker.__exit__()
    seconds = [times[str(i)] for i in range(len(counts))]
    exponent = math.log(seconds[-1] / seconds[0]) / math.log(counts[-1] / counts[0])
    shown = " / ".join(duration(value) for value in seconds)
    sizes = " / ".join(f"{count:,}" for count in counts)
    bench.results.absolute(
        group, f"{sizes} {unit}: {shown}", f"exponent {exponent:.2f}", f"≤ {LARGEST_EXPONENT}", exponent <= LARGEST_EXPONENT)
