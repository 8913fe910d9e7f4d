"""Clocks: workers that hold data in memory and take turns, and whole processes that take turns."""

import statistics
import subprocess
from dataclasses import dataclass


class Worker:
    """A program that goes over its files in memory once for each line that names a stage; see Throughput.swift."""

    def __init__(self, command):
        self.process = subprocess.Popen(
            [str(part) for part in command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.greeting = self.process.stdout.readline().split()
        self.count = 0
        if len(self.greeting) < 2:
            raise RuntimeError(f"{command[0]} did not start")
        self.byte_count = int(self.greeting[1])

    def seconds(self, stage):
        try:
            self.process.stdin.write(stage + "\n")
            self.process.stdin.flush()
            answer = self.process.stdout.readline().split()
        except BrokenPipeError:
            answer = []
        if len(answer) != 2:
            raise RuntimeError(f"{self.process.args[0]} failed at {stage}: {answer}")
        self.count = int(answer[1])
        return int(answer[0]) / 1e9

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.communicate()


def take_turns(rounds, contestants):
    """Medians of `rounds` passes of each of `{name: (worker, stage)}`, in turn, in alternating order; a first round is not counted."""
    times = {name: [] for name in contestants}
    order = list(contestants)
    for turn in range(rounds + 1):
        for name in order if turn % 2 else reversed(order):
            worker, stage = contestants[name]
            seconds = worker.seconds(stage)
            if turn > 0:
                times[name].append(seconds)
    return {name: statistics.median(values) for name, values in times.items()}


@dataclass
class Process:
    """What the runs of one command came to."""

    seconds: float
    """The median."""
    resident: int
    """Most memory resident at a time in any run, in bytes."""
    exit_code: int


class Alternator:
    """Runs commands in turn with the C program of that name."""

    def __init__(self, program):
        self.program = program

    def run(self, rounds, commands, codes=(0,)):
        """Medians for `{name: [argument, …]}`. The first round is not counted if there are at least three."""
        arguments = [str(self.program), str(rounds)]
        for command in commands.values():
            arguments += ["--", *map(str, command)]
        lines = subprocess.run(arguments, check=True, capture_output=True, text=True).stdout.splitlines()
        runs = {name: [] for name in commands}
        names = list(commands)
        for line in lines:
            number, nanoseconds, kilobytes, code = map(int, line.split())
            runs[names[number]].append((nanoseconds / 1e9, kilobytes * 1024, code))
        results = {}
        for name, all_runs in runs.items():
            wrong = [code for _, _, code in all_runs if code not in codes]
            if wrong:
                raise RuntimeError(f"{name} ended with exit code {wrong[0]}: {' '.join(map(str, commands[name]))[:200]}")
            counted = all_runs[1:] if len(all_runs) >= 3 else all_runs
            results[name] = Process(
                statistics.median(run[0] for run in counted), max(run[1] for run in all_runs), all_runs[-1][2]
            )
        return results
