#!/usr/bin/env python3
"""Compares what `figlint schema diff --all --json` says with what the plot-schemas themselves say.

    python3 Tests/Interop/schema-diff.py FIGLINT SCHEMAS [OLD NEW]…

FIGLINT is the executable, SCHEMAS a folder of plot-schema-VERSION.json, gzipped or not. Without versions all neighbours are
compared, and a few that lie far apart. Nothing of figlint is used here but its answer: the schemas are read as plotly.js
writes them, and compared place by place.
"""

import gzip
import json
import pathlib
import re
import subprocess
import sys

# Keys beside the members of an object that describe it.
DESCRIPTIONS = {"description", "role", "editType", "impliedEdits", "valType"}
# What a definition says about accepted values, and the default.
PROPERTIES = ("valType", "values", "flags", "extras", "regex", "min", "max", "dimensions", "items", "arrayOk", "noBlank",
              "strict", "coerceNumber", "freeLength", "dflt")
SWITCHES = ("arrayOk", "noBlank", "strict", "coerceNumber", "freeLength")


def text(value):
    """A value in one spelling, so that 1 and true are two things."""
    return json.dumps(value, sort_keys=True)


def is_attribute(value):
    return isinstance(value, dict) and isinstance(value.get("valType"), str)


def definition(attribute):
    """What of an attribute is compared."""
    found = {}
    for name in PROPERTIES:
        if name not in attribute:
            continue
        value = attribute[name]
        if name in SWITCHES and value is not True:
            continue
        if name == "dimensions" and value == 1:
            continue
        if name == "items":
            value = items(value)
        if name in ("values", "flags", "extras"):
            value = [number(element) for element in value]
        found[name] = number(value)
    return found


def items(value):
    if isinstance(value, list):
        return [items(element) for element in value]
    return definition(value)


def number(value):
    """JavaScript has one kind of number."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


class Schema:
    """The places of a schema: attributes with their definitions, and what holds attributes with its kind."""

    def __init__(self, schema):
        self.attributes = {}
        self.holders = {}
        for name, trace in schema["traces"].items():
            self.read(trace["attributes"], name, "traceType")
        for name, transform in (schema.get("transforms") or {}).items():
            self.read(transform["attributes"], "transforms." + name, "transform")
        self.read(schema["layout"]["layoutAttributes"], "layout", "object")
        for name in ("config", "animation"):
            self.read(schema[name], name, "object")
        (frame,) = schema["frames"]["items"].values()
        self.read(frame, "frames[]", "object")
        # What trace types bring into the layout: apart for each type.
        for name, trace in schema["traces"].items():
            subplot = trace["attributes"].get("subplot", {}).get("dflt")
            place = "layout." + subplot if isinstance(subplot, str) else "layout"
            self.read_members(trace.get("layoutAttributes", {}), place, name)

    def read(self, value, path, kind, trace=None):
        counter = value.get("_isSubplotObj") is True
        self.holders[path, trace] = (kind, counter)
        self.read_members(value, path, trace)

    def read_members(self, value, path, trace):
        for key, member in value.items():
            if key.startswith("_") or not isinstance(member, dict):
                continue
            place = path + "." + key
            if is_attribute(member):
                self.attributes[place, trace] = definition(member)
                continue
            if member.get("role") != "object" and key in DESCRIPTIONS:
                continue
            rest = [k for k in member if not k.startswith("_") and k not in DESCRIPTIONS]
            if member.get("role") == "object" and rest == ["items"] and not is_attribute(member["items"]):
                self.holders[place, trace] = ("list", False)
                (item,) = member["items"].values()
                self.read_members(item, place + "[]", trace)
            else:
                self.read(member, place, "object", trace)


def expected(old, new):
    """The differences: places of attributes that came and went, and what changed, each as text."""
    found = set()
    for place in old.attributes.keys() | new.attributes.keys():
        before, after = old.attributes.get(place), new.attributes.get(place)
        if before is None:
            found.add(("added", *place, text(after)))
        elif after is None:
            found.add(("removed", *place, text(before)))
        else:
            for name in before.keys() | after.keys():
                values = before.get(name), after.get(name)
                if (name in before, text(values[0])) != (name in after, text(values[1])):
                    change = {}
                    if name in before:
                        change["before"] = values[0]
                    if name in after:
                        change["after"] = values[1]
                    found.add(("changed", *place, name, text(change)))
    for place in old.holders.keys() | new.holders.keys():
        before, after = old.holders.get(place), new.holders.get(place)
        if before and after and before[1] != after[1]:
            found.add(("changed", *place, "counter", text({"before": before[1], "after": after[1]})))
        for kind in ("traceType", "transform"):
            if kind in ((before or after)[0],) and (before is None) != (after is None):
                found.add(("removed" if before else "added", *place, kind))
        # What holds attributes and became an attribute, or the other way round, or a list.
        kinds = [side[0] if side else "attribute" if place in schema.attributes else None
                 for side, schema in ((before, old), (after, new))]
        if None not in kinds and kinds[0] != kinds[1]:
            found.add(("changed", *place, "kind", text({"before": kinds[0], "after": kinds[1]})))
    return found


def answered(report, old, new):
    """The same from figlint's answer. Attributes that became objects are told by their kind there."""
    found = set()
    for change in report["changes"]:
        for trace in change.get("traceTypes", [None]):
            place = change["path"], trace
            if change["change"] != "changed":
                if "definition" in change:
                    found.add((change["change"], *place, text(definition(change["definition"]))))
                elif change["kind"] in ("traceType", "transform"):
                    found.add((change["change"], *place, change["kind"]))
                continue
            for entry in change["properties"]:
                sides = {side: entry[side] for side in ("before", "after") if side in entry}
                if entry["property"] == "items":
                    sides = {side: items(value) for side, value in sides.items()}
                found.add(("changed", *place, entry["property"], text(sides)))
                if entry["property"] == "kind":
                    if entry["before"] == "attribute":
                        found.add(("removed", *place, text(old.attributes[place])))
                    if entry["after"] == "attribute":
                        found.add(("added", *place, text(new.attributes[place])))
    return found


def read(folder, version):
    for path in (folder / f"plot-schema-{version}.json.gz", folder / f"plot-schema-{version}.json"):
        if path.exists():
            data = path.read_bytes()
            return Schema(json.loads(gzip.decompress(data) if path.suffix == ".gz" else data))
    sys.exit(f"{folder} has no plot-schema-{version}.json")


def main(figlint, folder, *versions):
    folder = pathlib.Path(folder)
    if versions:
        pairs = list(zip(versions[::2], versions[1::2]))
    else:
        names = {re.match(r"plot-schema-([0-9.]+)\.json", path.name)[1] for path in folder.glob("plot-schema-*.json*")}
        names = sorted(names, key=lambda name: [int(part) for part in name.split(".")])
        pairs = list(zip(names, names[1:])) + [("2.35.2", "3.7.0"), ("3.7.0", "4.1.1"), (names[0], names[-1])]
        pairs += [(names[-1], names[0])]
    schemas = {version: read(folder, version) for pair in pairs for version in pair}
    failures = 0
    for pair in pairs:
        old, new = (schemas[version] for version in pair)
        answer = subprocess.run([figlint, "schema", "diff", *pair, "--all", "--json"], capture_output=True, check=True)
        wanted, got = expected(old, new), answered(json.loads(answer.stdout), old, new)
        for title, rest in (("missing", wanted - got), ("too many", got - wanted)):
            for change in sorted(rest, key=str)[:10]:
                print(f"{pair[0]} to {pair[1]}: {title}: {change}")
            failures += len(rest)
        if wanted == got:
            print(f"{pair[0]} to {pair[1]}: {len(wanted):,} differences, all told and no other")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    if len(sys.argv) < 3 or len(sys.argv) % 2 == 0:
        sys.exit(__doc__)
    main(*sys.argv[1:])
