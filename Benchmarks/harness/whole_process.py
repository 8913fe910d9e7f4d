"""Whole processes, from spawn to exit: what a hook or a shell sees."""

import os
import shutil
import subprocess
from contextlib import contextmanager

from .results import duration, size


def start(bench):
    commands = {"figlint": bench.check(bench.data.ten_kilobytes()), "nothing": bench.peers.nothing}
    if bench.peers.nothing_static:
        commands["nothing static"] = bench.peers.nothing_static
    if bench.peers.ruff:
        commands["ruff --version"] = [*bench.peers.ruff, "--version"]
    times = {name: run.seconds for name, run in bench.alternator.run(bench.rounds(400), commands).items()}
    what = "10 KB figure to verdict"
    ours = times["figlint"]
    bench.results.at_most("start", what, 1.5, ours, "C that does nothing, cc -O2", times["nothing"])
    if "nothing static" in times:
        ratio = ours / times["nothing static"]
        bench.results.notes.append(f"start: {ratio:.2f} times the same C program linked with -static")
    if "ruff --version" in times:
        bench.results.at_most("start", what, 0.6, ours, "ruff --version", times["ruff --version"])
    else:
        bench.results.lacking("start", what, "≤ 0.6 ×", "no ruff")


def own_schema(bench):
    """A check against a plot-schema.json, beside one against a version that is built in."""
    schema = bench.root.parent / "shared" / "plot-schema" / "plot-schema-4.1.1.json"
    if not schema.exists():
        bench.results.lacking("own schema", "start with --target FILE", "≤ 3 ×", "no plot-schema.json here")
        return
    figure = bench.data.ten_kilobytes()
    folder = bench.folder / "cache"
    shutil.rmtree(folder, ignore_errors=True)
    what = f"start with a plot-schema.json ({schema.stat().st_size / 1e6:.1f} MB)"
    commands = {"built in": bench.check(figure), "own": bench.check("--target", schema, figure)}
    # Where nothing can be written, each run compiles.
    with cache_in("/dev/null/none"):
        runs = bench.alternator.run(bench.rounds(60), commands)
    extra = runs["own"].seconds - runs["built in"].seconds
    bench.results.absolute("own schema", f"{what}, read and compiled", duration(extra), "≤ 10 ms", extra <= 0.010)
    with cache_in(folder):
        subprocess.run([bench.figlint, "schema", "fetch", "9.9.9", "--from", schema], check=True, capture_output=True)
        commands["fetched"] = bench.check("--target", "9.9.9", figure)
        runs = bench.alternator.run(bench.rounds(120), commands)
        trees = list((folder / "figlint" / "trees").iterdir())
    for name, what, limit in [("own", f"{what}, kept", 3), ("fetched", "start with a fetched version", 1.5)]:
        bench.results.at_most("own schema", what, limit, runs[name].seconds, "built in", runs["built in"].seconds)
    bundled = (bench.root / "SchemaSnapshots" / "bundled.tree").stat().st_size
    one = max(tree.stat().st_size for tree in trees)
    bench.results.absolute("own schema", "tree of one version", f"{one / 1e3:.0f} KB", "≤ 120 KB", one <= 120e3)
    bench.results.notes.append(f"tree of all versions that are built in: {bundled / 1e3:.0f} KB")


@contextmanager
def cache_in(folder):
    """Where the programs that are measured keep what they compile."""
    before = os.environ.get("XDG_CACHE_HOME")
    os.environ["XDG_CACHE_HOME"] = str(folder)
    try:
        yield
    finally:
        if before is None:
            del os.environ["XDG_CACHE_HOME"]
        else:
            os.environ["XDG_CACHE_HOME"] = before


def large_file(bench):
    path = bench.data.large_file()
    what = f"one file of {path.stat().st_size / 1e6:.0f} MB"
    command = bench.check(path)
    _beside(bench, "large file", what, "wc -l", bench.peers.wc and [*bench.peers.wc, "-l", path], command, 21, most=3)
    for name, script, rounds, limit in [
        ("orjson + jsonschema_rs", "schema_file.py", 5, 6),
        ("plotly Figure()", "builder_file.py", 3, 50),
    ]:
        peer = bench.peers.script(script)
        _beside(bench, "large file", what, name, peer and [*peer, path], command, rounds, least=limit)


def files(bench):
    path = bench.data.files()
    what = "5,000 files of 3-50 KB"
    has_jobs = bench.takes("--jobs")
    single = bench.check("--jobs", 1, path) if has_jobs else bench.check(path)
    _beside(bench, "files", f"{what}, 1 thread", "open and read", [*bench.peers.readonly, path], single, 15, most=3)
    best = single
    if has_jobs:
        best = bench.check("--jobs", 2, path)
        _beside(bench, "files", f"{what}, 2 threads", "1 thread", single, best, 15, least=1.7)
    else:
        bench.results.lacking("files", f"{what}, 2 threads", "≥ 1.7 ×", "no --jobs yet")
    node = bench.peers.node and [*bench.peers.node, bench.root / "Benchmarks" / "Peers" / "parse.js", path]
    _beside(bench, "files", what, "node JSON.parse", node, best, 5, least=5)
    jq = bench.peers.jq and [*bench.peers.jq, "empty", *sorted(path.rglob("*.json"))]
    _beside(bench, "files", what, "jq empty", jq, best, 3, least=10)


def _beside(bench, group, what, name, peer, ours, rounds, least=None, most=None):
    """One line: figlint and a peer in turn."""
    if not peer:
        bench.results.lacking(group, what, f"≥ {least:g} ×" if least else f"≤ {most:g} ×", f"no {name}")
        return
    runs = bench.alternator.run(bench.rounds(rounds), {"figlint": ours, name: peer})
    ours, theirs = runs["figlint"].seconds, runs[name].seconds
    if least:
        bench.results.at_least(group, what, least, ours, name, theirs)
    else:
        bench.results.at_most(group, what, most, ours, name, theirs)


def memory(bench):
    small, large, huge = bench.data.ten_kilobytes(), bench.data.large_file(), bench.data.huge_file()
    folder = bench.data.files()
    some = sorted(folder.iterdir())[:5]
    commands = {
        "10 KB": bench.check(small), "large": bench.check(large), "huge": bench.check(huge),
        "500 files": bench.check(*some), "5000 files": bench.check(folder),
    }
    resident = {name: run.resident for name, run in bench.alternator.run(2, commands).items()}
    limit = 16 * 2**20
    for name, path in [("10 KB", small), ("large", large), ("huge", huge)]:
        label = "10 KB" if name == "10 KB" else f"{path.stat().st_size / 1e6:,.0f} MB"
        bench.results.absolute(
            "memory", f"resident at most, file of {label}", size(resident[name]), "≤ 16 MB", resident[name] <= limit)
    bench.results.at_most(
        "memory", "5,000 files", 1.1, resident["5000 files"], "500 files", resident["500 files"], size)
