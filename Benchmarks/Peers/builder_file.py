"""Reads one figure file and builds it: what a Python program does to learn whether a figure is valid."""

import sys

import orjson
import plotly.graph_objects as go

with open(sys.argv[1], "rb") as file:
    go.Figure(**orjson.loads(file.read()))
