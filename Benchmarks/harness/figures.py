"""Figures made up from a seed. The same seed and size give the same bytes.

All are valid in the newest plotly.js, apart from those that are wrong on purpose. They are written as Python's plotly writes figures:
compact, one line.
"""

import array
import base64
import json
import math
import random

SEED = 20240317
WORDS = (
    "amount annual average baseline budget change city cost country daily demand distance energy error estimate export forecast "
    "growth height import income index level margin market mean median model month north output plan price profit quarter rate "
    "region revenue sales sample score season series share south speed station supply target temperature total trend value "
    "volume weight width year Zürich Łódź Malmö 東京"
).split()
COLOURS = ["#636efa", "#EF553B", "#00cc96", "rgb(171, 99, 250)", "orange", "rgba(25, 211, 243, 0.5)", "steelblue"]
CHUNK = 1 << 20


def compact(value):
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def _arrays(path, size, make_x, make_y, batch=4096):
    """A trace with arrays `x` and `y` of as many elements each as make about `size` bytes."""
    ys = []
    with open(path, "wb") as file:
        written = file.write(b'{"data":[{"type":"scatter","mode":"markers","x":[')
        while written < size:
            x = ",".join(make_x() for _ in range(batch)).encode()
            y = ",".join(make_y() for _ in range(batch)).encode()
            written += file.write(b"," + x if ys else x) + len(y)
            ys.append(y)
        file.write(b'],"y":[' + b",".join(ys))
        file.write(b']}],"layout":{"title":{"text":"Benchmark"},"width":900,"height":600}}')


def doubles(path, size):
    """17 significant digits, as a double needs them to come back the same."""
    rng = random.Random(SEED)
    make = lambda: "%.17g" % rng.uniform(-1000, 1000)
    _arrays(path, size, make, make)


def integers(path, size):
    rng = random.Random(SEED + 1)
    make = lambda: str(rng.randrange(-1_000_000, 1_000_000))
    _arrays(path, size, make, make)


def strings(path, size):
    """Dates, and texts of one to four words; about one in twenty-five characters is not ASCII."""
    rng = random.Random(SEED + 2)

    def date():
        return '"20%02d-%02d-%02d %02d:%02d:%02d"' % (
            rng.randrange(100), rng.randrange(1, 13), rng.randrange(1, 29),
            rng.randrange(24), rng.randrange(60), rng.randrange(60))

    def text():
        return '"%s"' % " ".join(rng.choices(WORDS, k=rng.randrange(1, 5)))

    _arrays(path, size, date, text)


def typed_arrays(path, size):
    rng = random.Random(SEED + 3)
    with open(path, "wb") as file:
        file.write(b'{"data":[{"type":"scatter"')
        for name in (b"x", b"y"):
            file.write(b',"%s":{"dtype":"f8","bdata":"' % name)
            left = size // 2 // 32 * 24
            while left > 0:
                count = min(left, 3 * CHUNK) // 8
                values = array.array("d", (rng.gauss(0, 100) for _ in range(count)))
                file.write(base64.b64encode(values.tobytes()))
                left -= count * 8
            file.write(b'"}')
        file.write(b'}],"layout":{"title":{"text":"Benchmark"}}}')


def grid(path, rows, columns=50, repeated=10_000):
    """A grid as Chart Studio gives it: measured values, counters, dates and words. Columns repeat `repeated` rows of their own."""
    rng = random.Random(SEED + 9)
    kinds = [
        lambda: "%.4f" % rng.uniform(-1000, 1000),
        lambda: "%.17g" % rng.uniform(-1, 1),
        lambda: str(rng.randrange(100_000)),
        lambda: "%.2f" % rng.gauss(20, 5),
        lambda: '"20%02d-%02d-%02dT%02d:%02d:%02d"' % (
            rng.randrange(100), rng.randrange(1, 13), rng.randrange(1, 29), rng.randrange(24), rng.randrange(60), rng.randrange(60)),
        lambda: '"%s"' % rng.choice(WORDS),
    ]
    with open(path, "wb") as file:
        file.write(b'{"cols":{')
        for index in range(columns):
            # Of six columns four are numbers.
            make = kinds[index % len(kinds)]
            chunk = ",".join(make() for _ in range(min(repeated, rows))).encode()
            file.write(b'%s"column %d":{"data":[' % (b"," if index else b"", index))
            file.write(b",".join([chunk] * max(1, rows // repeated)))
            file.write(b'],"order":%d,"uid":"%06x"}' % (index, index))
        file.write(b"}}")


def _numbers(rng, count, digits=4):
    return [round(rng.uniform(-100, 100), digits) for _ in range(count)]


def _trace(rng, points, **more):
    return {
        "type": "scatter",
        "name": rng.choice(WORDS),
        "mode": rng.choice(["markers", "lines+markers", "lines+markers+text"]),
        "x": list(range(points)),
        "y": _numbers(rng, points),
        "line": {"color": rng.choice(COLOURS), "width": rng.randrange(1, 5)},
        "marker": {"size": rng.randrange(4, 12), "symbol": rng.choice(["circle", "square", "x"])},
        **more,
    }


def traces(path, count=1000):
    rng = random.Random(SEED + 4)
    figure = {
        "data": [_trace(rng, 10) for _ in range(count)],
        "layout": {"title": {"text": "Many traces"}, "showlegend": False},
    }
    _write(path, figure)


def annotations(path, count=1000):
    rng = random.Random(SEED + 5)
    figure = {
        "data": [_trace(rng, 10)],
        "layout": {
            "annotations": [
                {
                    "text": " ".join(rng.choices(WORDS, k=3)),
                    "x": round(rng.uniform(0, 10), 3),
                    "y": round(rng.uniform(-100, 100), 3),
                    "xref": "x",
                    "yref": "y",
                    "showarrow": True,
                    "arrowhead": rng.randrange(0, 8),
                    "ax": rng.randrange(-50, 50),
                    "ay": rng.randrange(-50, 50),
                    "font": {"size": rng.randrange(8, 20), "color": rng.choice(COLOURS)},
                    "bgcolor": rng.choice(COLOURS),
                    "opacity": round(rng.uniform(0.2, 1), 2),
                }
                for _ in range(count)
            ]
        },
    }
    _write(path, figure)


def frames(path, count=500):
    rng = random.Random(SEED + 6)
    figure = {
        "data": [_trace(rng, 10) for _ in range(5)],
        "layout": {"title": {"text": "Animation"}},
        "frames": [
            {"name": str(i), "data": [_trace(rng, 10) for _ in range(5)], "traces": [0, 1, 2, 3, 4]}
            for i in range(count)
        ],
    }
    _write(path, figure)


def small_file(rng, size):
    """A figure of about `size` bytes, of a few traces of the commoner types."""
    figure = {
        "data": [],
        "layout": {
            "title": {"text": " ".join(rng.choices(WORDS, k=4)), "font": {"size": 20}},
            "xaxis": {"title": {"text": rng.choice(WORDS)}, "showgrid": True, "gridcolor": "lightgray", "zeroline": False},
            "yaxis": {"title": {"text": rng.choice(WORDS)}, "type": "linear", "tickformat": ".2f"},
            "legend": {"orientation": "h", "x": 0, "y": 1.1, "font": {"size": 11}},
            "margin": {"l": 60, "r": 20, "t": 80, "b": 50},
            "hovermode": "closest",
            "paper_bgcolor": "white",
            "annotations": [
                {"text": rng.choice(WORDS), "x": i, "y": i, "showarrow": False, "font": {"size": 10}} for i in range(3)
            ],
        },
    }
    left = size - len(compact(figure))
    while left > 300:
        points = rng.randrange(20, 200)
        kind = rng.choice(["scatter", "scatter", "bar", "box", "heatmap", "pie"])
        if kind == "scatter":
            trace = _trace(rng, points)
        elif kind == "bar":
            trace = {"type": "bar", "name": rng.choice(WORDS), "x": [f"{w} {i}" for i, w in enumerate(rng.choices(WORDS, k=points))],
                     "y": _numbers(rng, points), "marker": {"color": rng.choice(COLOURS)}}
        elif kind == "box":
            trace = {"type": "box", "name": rng.choice(WORDS), "y": _numbers(rng, points), "boxpoints": "outliers",
                     "marker": {"color": rng.choice(COLOURS), "size": 4}}
        elif kind == "heatmap":
            side = max(3, math.isqrt(points))
            trace = {"type": "heatmap", "z": [_numbers(rng, side, 2) for _ in range(side)], "colorscale": "Viridis"}
        else:
            trace = {"type": "pie", "labels": rng.sample(WORDS, 6), "values": [rng.randrange(1, 100) for _ in range(6)], "hole": 0.4}
        figure["data"].append(trace)
        left -= len(compact(trace))
    return figure


def files(path, count=5000):
    """`count` files of 3 to 50 KB, small ones more often (log-uniform), a hundred to a folder."""
    rng = random.Random(SEED + 7)
    for i in range(count):
        folder = path / f"{i // 100:03d}"
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder / f"{i:05d}.json", small_file(rng, int(math.exp(rng.uniform(math.log(3000), math.log(50000))))))


def ten_kilobytes(path):
    rng = random.Random(SEED + 8)
    _write(path, small_file(rng, 10_000))


def faults(path, count, wrong):
    """`count` findings, five to a trace, or with `wrong` false the same figure without them, as long to a byte or two."""
    rng = random.Random(SEED + 9)
    traces = []
    for i in range(count // 5):
        trace = {
            "type": "scatter",
            "y": [1, 2, 3],
            ("nmae" if wrong else "name"): rng.choice(WORDS),
            "opacity": 1.5 if wrong else 0.5,
            "mode": "lines+marker" if wrong else "lines+markers",
            "line": {("colour" if wrong else "shape"): "linear", "width": 2},
            "marker": {"color": "greenish" if wrong else "seagreen", "size": 5},
        }
        traces.append(trace)
    _write(path, {"data": traces, "layout": {"title": {"text": "Faults"}}})


def deep(path, levels):
    """Arrays and objects in one another, where plotly takes anything."""
    pairs = levels // 2
    meta = '[{"k":' * pairs + "0" + "}]" * pairs
    path.write_text('{"data":[{"type":"scatter","y":[1,2]}],"layout":{"meta":%s}}' % meta)


def wide(path, keys):
    rng = random.Random(SEED + 10)
    meta = ",".join('"key%d":%d' % (i, rng.randrange(1000)) for i in range(keys))
    path.write_text('{"data":[{"type":"scatter","y":[1,2]}],"layout":{"meta":{%s}}}' % meta)


def tiny_traces(path, count):
    with open(path, "w") as file:
        file.write('{"data":[')
        for start in range(0, count, 10_000):
            if start:
                file.write(",")
            file.write(",".join(['{"type":"scatter","y":[1]}'] * min(10_000, count - start)))
        file.write("]}")


def _write(path, figure):
    with open(path, "w", encoding="utf-8") as file:
        file.write(compact(figure))
