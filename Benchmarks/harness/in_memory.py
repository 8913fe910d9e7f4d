"""Checks of text that is in memory, beside simdjson and the Python builder."""

from .measure import Worker, take_turns


def _against_simdjson(bench, group, paths, goals):
    """Lines for `goals`, a list of (stage of simdjson, limit), and the row of stages."""
    with Worker([bench.throughput, *paths]) as ours:
        contestants = {name: (ours, name) for name in ("check", "walk", "scan")}
        if not bench.peers.simdjson:
            _, rates = _rates(bench, contestants)
            for stage, limit in goals:
                bench.results.lacking(group, f"check against simdjson {stage}", f"≥ {limit:g} ×", "no simdjson")
        else:
            with Worker([*bench.peers.simdjson, *paths]) as theirs:
                contestants |= {"simdjson dom": (theirs, "dom"), "simdjson tokens": (theirs, "tokens")}
                times, rates = _rates(bench, contestants)
                for stage, limit in goals:
                    name = f"simdjson {stage}"
                    # By rates: simdjson may have refused a few of the files.
                    show = lambda seconds: f"{1 / seconds:.2f} GB/s"
                    bench.results.at_least(
                        group, _what(ours, paths), limit, 1 / rates["check"], name, 1 / rates[name], show)
                if int(theirs.greeting[2]):
                    bench.results.notes.append(f"{group}: simdjson refused {theirs.greeting[2]} of the files")
        bench.results.stages.append((group, rates))


def _rates(bench, contestants):
    times = take_turns(bench.rounds(9), contestants)
    return times, {name: contestants[name][0].byte_count / seconds / 1e9 for name, seconds in times.items()}


def _what(worker, paths):
    files = f"{worker.greeting[0]} files, " if int(worker.greeting[0]) > 1 else ""
    return f"{files}{worker.byte_count / 1e6:.0f} MB in memory"


def doubles(bench):
    _against_simdjson(bench, "doubles", [bench.data.doubles()], [("tokens", 2), ("dom", 3)])


def integers(bench):
    _against_simdjson(bench, "integers", [bench.data.integers()], [("dom", 4)])


def strings(bench):
    _against_simdjson(bench, "strings", [bench.data.strings()], [("dom", 1.5)])


def objects(bench):
    """The shared corpus; without it the repository's figures, and without those the generated small files."""
    shared = bench.root.parent / "shared" / "corpus"
    candidates = [
        [shared / "figures", shared / "python" / "figures"],
        [bench.root / "Tests" / "Fixtures" / "Figures"],
    ]
    paths = next((paths for paths in candidates if all(path.is_dir() for path in paths)), None)
    if not paths:
        paths = [bench.data.files()]
        bench.results.notes.append("objects: there is no corpus, so these are the generated small files")
    _against_simdjson(bench, "objects", paths, [("dom", 1)])


def typed_arrays(bench):
    path = bench.data.typed_arrays()
    _against_simdjson(bench, "typed arrays", [path], [])
    rate = bench.results.stages[-1][1]["check"]
    bench.results.absolute(
        "typed arrays", f"{path.stat().st_size / 1e6:.0f} MB of base64 in memory", f"{rate:.2f} GB/s", "≥ 1 GB/s", rate >= 1)


def grid(bench):
    """Every cell looked at, against the grammar of the same text alone."""
    path = bench.data.grid()
    with Worker([bench.throughput, path]) as ours:
        times = take_turns(bench.rounds(5), {name: (ours, name) for name in ("grid", "scan")})
        show = lambda seconds: f"{ours.byte_count / seconds / 1e9:.2f} GB/s"
        bench.results.at_most(
            "grid", f"50 columns, {ours.byte_count / 1e6:.0f} MB in memory", 2, times["grid"], "scan", times["scan"], show)


def builder(bench):
    """Parsed figures are handed to the builder, so that it is spared the parsing that figlint does."""
    command = bench.peers.script("builder.py")
    cases = [
        ("1,000 traces of 10 points", bench.data.traces()),
        ("1,000 annotations", bench.data.annotations()),
        ("500 frames of 5 traces", bench.data.frames()),
    ]
    for what, path in cases:
        if not command:
            bench.results.lacking("builder", what, "≥ 100 ×", "no plotly")
            continue
        with Worker([bench.throughput, path]) as ours, Worker([*command, path]) as theirs:
            times = take_turns(bench.rounds(5), {"check": (ours, "check"), "figure": (theirs, "figure")})
        bench.results.at_least("builder", what, 100, times["check"], "plotly Figure()", times["figure"])


def compile_schema(bench):
    shared = bench.root.parent / "shared" / "plot-schema" / "plot-schema-4.1.1.json"
    if not shared.exists():
        bench.results.lacking("compile", "plot-schema to tree", "≤ 10 ms", "no plot-schema.json here")
        return
    with Worker([bench.throughput, shared]) as ours:
        seconds = take_turns(bench.rounds(15), {"compile": (ours, "compile")})["compile"]
        what = f"plot-schema 4.1.1 ({ours.byte_count / 1e6:.1f} MB) to tree"
    bench.results.absolute("compile", what, f"{seconds * 1e3:.1f} ms", "≤ 10 ms", seconds <= 0.010)
