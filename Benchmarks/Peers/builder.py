"""The Python builder on figures in memory: a worker with the protocol of Benchmarks/Throughput.

The figure is parsed before the clock starts, so only `plotly.graph_objects.Figure(**figure)` is timed, which validates what it takes.
"""

import sys
import time

import orjson
import plotly.graph_objects as go

figures = []
for path in sys.argv[1:]:
    with open(path, "rb") as file:
        figures.append(file.read())
print(len(figures), sum(map(len, figures)), flush=True)
for stage in sys.stdin:
    if stage.strip() != "figure":
        print("unknown", flush=True)
        continue
    parsed = [orjson.loads(figure) for figure in figures]
    start = time.process_time_ns()
    for figure in parsed:
        go.Figure(**figure)
    print(time.process_time_ns() - start, len(parsed), flush=True)
