#!/usr/bin/env python3
"""Writes down what the Python package chart-studio sends for each operation of its api/v2, a JSON object on each line.

Usage: chart-studio-requests.py FILE     (with a Python that has chart-studio 1.1.0 and plotly 5)
Nothing is sent: the function that would do so is replaced. ChartStudioTests compares the file with figlint's own requests.
"""
import inspect
import json
import os
import sys
import tempfile
from urllib.parse import parse_qsl, urlencode, urlsplit

os.environ["PLOTLY_DIR"] = tempfile.mkdtemp()
import chart_studio.session
from chart_studio.api import v2
from chart_studio.api.v2 import utils

chart_studio.session.sign_in("ada", "her-api-key", plotly_api_domain="https://plotly.example.com",
                             plotly_domain="https://plotly.example.com")
FID = "ada:10"
FIELDS = {"filename": "iv", "world_readable": False}
ARGUMENTS = {
    "fid": FID, "share_key": "a key", "path": "lab/iv", "parent": 84, "user": "grace", "exists": True, "uid": "1c9e07,b2740d",
    "sha1": "3f1c", "inline_data": True, "map_data": "unreadable", "content": FIELDS, "params": None,
}
BODIES = {
    "folders.create": {"path": "lab/2024"},
    "grids.create": {"data": {"cols": {"t": {"data": [0, 1.5], "order": 0}}}, "filename": "run 7"},
    "grids.col_create": {"cols": [{"name": "I", "data": [1, 2], "order": 2}]},
    "grids.col_update": {"cols": [{"name": "I", "data": [1]}, {"name": "V", "data": [2]}]},
    "grids.row": {"rows": [[3, "x"], [4, None]]},
    "images.create": {"figure": {"data": [], "layout": {}}, "format": "png"},
    "plots.create": {"figure": {"data": [{"ysrc": "ada:85:9ad27e"}]}, "filename": "iv"},
    "dashboards.create": {"content": "{}", "filename": "d"},
}


class Answer:
    ok, status_code, content = True, 200, b"{}"


calls = []
utils.requests.request = lambda method, url, **rest: calls.append((method, url, rest)) or Answer()

with open(sys.argv[1], "w") as out:
    for group in ["dash_apps", "dashboards", "files", "folders", "grids", "images", "plot_schema", "plots",
                  "spectacle_presentations", "users"]:
        module = getattr(v2, group)
        for name, function in sorted(vars(module).items()):
            if not inspect.isfunction(function) or function.__module__ != module.__name__:
                continue
            operation = f"{group}.{name}"
            body = BODIES.get(operation, FIELDS)
            parameters = [p for p in inspect.signature(function).parameters.values() if p.kind is not p.VAR_KEYWORD]
            function(**{p.name: body if p.name == "body" else ARGUMENTS[p.name] for p in parameters})
            method, url, rest = calls.pop()
            query = parse_qsl(urlencode(rest.get("params") or {}), keep_blank_values=True)
            headers = {key.lower(): value for key, value in rest["headers"].items()}
            print(json.dumps({
                "operation": operation, "method": method.upper(), "path": urlsplit(url).path, "query": sorted(map(list, query)),
                "authorization": headers.get("authorization"), "hasPlatform": "plotly-client-platform" in headers,
                "body": json.loads(rest["data"]) if rest.get("data") else None,
            }), file=out)
