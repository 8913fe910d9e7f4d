"""Parses one figure file with orjson and validates it with jsonschema_rs: the quickest general pair on PyPI.

The schema is written by hand after plotly.js: the attributes that the benchmark's figures have and their kinds, closed against
others. It is a small part of what figlint checks, which favours the peer. A validator is compiled in every run, as figlint loads
its tree in every run.
"""

import sys

import jsonschema_rs
import orjson

NUMBER = {"type": "number"}
TEXT = {"type": "string"}
COLOUR = {"type": "string", "pattern": r"^(#[0-9a-fA-F]{3,8}|[a-z]+|rgba?\([^)]*\))$"}
FONT = {
    "type": "object",
    "properties": {"family": TEXT, "size": {"type": "number", "minimum": 1}, "color": COLOUR},
    "additionalProperties": False,
}
TITLE = {
    "oneOf": [TEXT, {"type": "object", "properties": {"text": TEXT, "font": FONT}, "additionalProperties": False}]
}
TYPED_ARRAY = {
    "type": "object",
    "properties": {
        "dtype": {"enum": ["i1", "u1", "i2", "u2", "i4", "u4", "f4", "f8"]},
        "bdata": {"type": "string"},
        "shape": {"type": ["string", "integer"]},
    },
    "required": ["dtype", "bdata"],
    "additionalProperties": False,
}
DATA_ARRAY = {
    "anyOf": [{"type": "array", "items": {"type": ["number", "string", "null"]}}, TYPED_ARRAY],
}
FLAGS = {"type": "string", "pattern": r"^(none|(lines|markers|text)(\+(lines|markers|text))*)$"}
SCATTER = {
    "type": "object",
    "properties": {
        "type": {"const": "scatter"},
        "name": TEXT,
        "mode": FLAGS,
        "x": DATA_ARRAY,
        "y": DATA_ARRAY,
        "text": {"anyOf": [TEXT, {"type": "array", "items": TEXT}]},
        "opacity": {"type": "number", "minimum": 0, "maximum": 1},
        "showlegend": {"type": "boolean"},
        "line": {
            "type": "object",
            "properties": {"color": COLOUR, "width": {"type": "number", "minimum": 0}, "dash": TEXT},
            "additionalProperties": False,
        },
        "marker": {
            "type": "object",
            "properties": {"color": COLOUR, "size": {"type": "number", "minimum": 0}, "symbol": TEXT},
            "additionalProperties": False,
        },
    },
    "additionalProperties": False,
}
AXIS = {
    "type": "object",
    "properties": {
        "title": TITLE,
        "type": {"enum": ["-", "linear", "log", "date", "category", "multicategory"]},
        "range": {"type": "array", "items": {"type": ["number", "string"]}, "minItems": 2, "maxItems": 2},
    },
    "additionalProperties": False,
}
FIGURE = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "properties": {
        "data": {"type": "array", "items": SCATTER},
        "layout": {
            "type": "object",
            "properties": {
                "title": TITLE,
                "width": {"type": "number", "minimum": 10},
                "height": {"type": "number", "minimum": 10},
                "showlegend": {"type": "boolean"},
            },
            "patternProperties": {r"^[xy]axis([2-9]|[1-9][0-9]+)?$": AXIS},
            "additionalProperties": False,
        },
    },
    "required": ["data"],
    "additionalProperties": False,
}

validator = jsonschema_rs.validator_for(FIGURE)
with open(sys.argv[1], "rb") as file:
    figure = orjson.loads(file.read())
sys.exit(0 if validator.is_valid(figure) else 1)
