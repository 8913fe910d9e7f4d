"""What was measured, held against the goals, and the files that say so."""

import json
from dataclasses import asdict, dataclass, field
from typing import Optional


def duration(seconds):
    if seconds < 1e-3:
        return f"{seconds * 1e6:.0f} µs"
    if seconds < 1:
        return f"{seconds * 1e3:.3g} ms"
    return f"{seconds:.3g} s"


def rate(byte_count, seconds):
    return f"{byte_count / seconds / 1e9:.2f} GB/s"


def size(byte_count):
    return f"{byte_count / 2**20:.1f} MB"


@dataclass
class Line:
    """One goal and how near figlint came to it."""

    group: str
    what: str
    figlint: str
    peer: str
    peer_figure: str
    ratio: Optional[float]
    """Null where something was missing."""
    goal: str
    met: Optional[bool]

    @property
    def verdict(self):
        return {True: "met", False: "**missed**", None: "not measured"}[self.met]


@dataclass
class Results:
    machine: dict
    versions: dict = field(default_factory=dict)
    missing: dict = field(default_factory=dict)
    lines: list = field(default_factory=list)
    stages: list = field(default_factory=list)
    """Pairs of an input and its GB/s by stage, figlint's and simdjson's."""
    instructions: list = field(default_factory=list)
    """Pairs of an input and its instructions per byte by stage."""
    notes: list = field(default_factory=list)

    def at_least(self, group, what, limit, ours, peer, theirs, show=duration):
        """Figlint shall take at most a `limit`th of the time of `peer`."""
        ratio = theirs / ours
        self._add(Line(group, what, show(ours), peer, show(theirs), ratio, f"≥ {limit:g} ×", ratio >= limit))

    def at_most(self, group, what, limit, ours, peer, theirs, show=duration):
        """Figlint shall take at most `limit` times what `peer` takes."""
        ratio = ours / theirs
        self._add(Line(group, what, show(ours), peer, show(theirs), ratio, f"≤ {limit:g} ×", ratio <= limit))

    def absolute(self, group, what, shown, goal, met):
        self._add(Line(group, what, shown, "", "", None, goal, met))

    def lacking(self, group, what, goal, reason):
        self._add(Line(group, what, reason, "", "", None, goal, None))

    def _add(self, line):
        self.lines.append(line)
        ratio = "" if line.ratio is None else f"{line.ratio:6.2f} ×"
        peer = f"{line.peer} {line.peer_figure}" if line.peer else ""
        print(f"{line.group:12} {line.what:46} {line.figlint:>12}  {peer:38} {ratio:9} {line.goal:12} "
              f"{line.verdict.strip('*')}", flush=True)

    # Files.

    def markdown(self, quick):
        rows = [
            "# Benchmark results",
            "",
            "Written by `Benchmarks/run`; [README.md](README.md) says what the lines mean."
            + (" A quick run: large inputs are ten times smaller than the goals say." if quick else ""),
            "",
            *(f"- {name}: {value}" for name, value in self.machine.items()),
            "- peers: " + ", ".join(f"{name} {version}" for name, version in self.versions.items()),
            *(f"- left out: {name} ({reason})" for name, reason in self.missing.items()),
            "",
            "## Goals",
            "",
            f"{sum(line.met is True for line in self.lines)} met, {sum(line.met is False for line in self.lines)} missed, "
            f"{sum(line.met is None for line in self.lines)} not measured.",
            "",
            "| | what | figlint | peer | | ratio | goal | |",
            "|---|---|--:|---|--:|--:|--:|---|",
        ]
        for line in self.lines:
            ratio = "" if line.ratio is None else f"{line.ratio:.2f} ×"
            rows.append(
                f"| {line.group} | {line.what} | {line.figlint} | {line.peer} | {line.peer_figure} | {ratio} | {line.goal} "
                f"| {line.verdict} |"
            )
        rows += _table("Stages, in memory, GB/s", self.stages)
        rows += _table("Instructions per byte, under callgrind", self.instructions)
        if self.notes:
            rows += ["", "## Notes", "", *(f"- {note}" for note in self.notes)]
        return "\n".join(rows) + "\n"

    def json(self, quick):
        return json.dumps({"quick": quick, **asdict(self)}, indent=1, ensure_ascii=False) + "\n"


def _table(title, entries):
    """Lines of a table of numbers: a row for each entry, a column for each name in any of them."""
    if not entries:
        return []
    names = list(dict.fromkeys(name for _, numbers in entries for name in numbers))
    rows = ["", f"## {title}", "", "| | " + " | ".join(names) + " |", "|---|" + "--:|" * len(names)]
    for what, numbers in entries:
        cells = (f"{numbers[name]:.2f}" if name in numbers else "" for name in names)
        rows.append(f"| {what} | " + " | ".join(cells) + " |")
    return rows
