"""Instructions per byte, which no other work on the machine changes: the numbers to hold a change against."""

import re
import shutil
import subprocess

STAGES = ["check", "walk", "scan"]


def instructions(bench):
    if not shutil.which("valgrind"):
        bench.results.missing["valgrind"] = "not installed, so no instructions were counted"
        return
    inputs = {
        "1 MB of doubles": bench.data.short_doubles(),
        "1 MB of dates and texts": bench.data.short_strings(),
        "1,000 traces": bench.data.traces(),
        "1,000 annotations": bench.data.annotations(),
        "500 frames": bench.data.frames(),
    }
    for what, path in inputs.items():
        counts = {stage: _per_byte(bench, path, stage) for stage in STAGES}
        bench.results.instructions.append((what, counts))
        print(f"instructions {what:46} " + ", ".join(f"{stage} {count:.2f}" for stage, count in counts.items()), flush=True)


def _per_byte(bench, path, stage):
    """Of a second pass: what the program does once, before and in the first pass, is taken off."""
    once, twice = (_count(bench, path, stage, passes) for passes in (1, 2))
    return (twice - once) / path.stat().st_size


def _count(bench, path, stage, passes):
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", str(bench.throughput), str(path)]
    done = subprocess.run(command, input=f"{stage}\n" * passes, capture_output=True, text=True)
    found = re.search(r"Collected : (\d+)", done.stderr)
    if not found:
        raise RuntimeError(f"valgrind counted nothing: {done.stderr[-300:]}")
    return int(found.group(1))
