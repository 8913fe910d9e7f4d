#!/usr/bin/env python3
"""Holds the JSON Schemas of `figlint schema export` against validators that know nothing of figlint.

    python3 Tests/Interop/json-schema.py FIGLINT [CORPUS]

FIGLINT is the executable. Each export, of a few versions and in both drafts, must be valid against its meta-schema, small, and
the same when it is written again. Over the figures of the tests, those of CORPUS and the changes to them that it lists, the
verdicts of jsonschema-rs and of figlint must agree in 98 of 100, and every figure that is right for figlint but not for the export
is named. One misspelt key must give one error. Needs jsonschema-rs, and uses check-jsonschema where it is on the PATH.
"""

import copy
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import jsonschema_rs

DRAFTS = {"2020-12": jsonschema_rs.Draft202012Validator, "7": jsonschema_rs.Draft7Validator}
VERSIONS = ["1.58.4", "2.35.2", "3.7.0", "4.1.1"]
LARGEST = 400_000
LEAST_AGREEMENT = 0.98
HERE = pathlib.Path(__file__).resolve().parent


def run(*arguments, text=None):
    return subprocess.run(arguments, input=text, capture_output=True, check=False)


def export(figlint, version, draft, *options):
    answer = run(figlint, "schema", "export", version, "--json-schema", "--draft", draft, *options)
    assert answer.returncode == 0, answer.stderr
    return answer.stdout


def verdicts(figlint, version, figures):
    """For each figure whether figlint finds no error."""
    text = b"\n".join(json.dumps(figure).encode() for figure in figures) + b"\n"
    answer = run(figlint, "check", "--no-config", "--target", version, "--as", "lines", "-", text=text)
    lines = [json.loads(line) for line in answer.stdout.splitlines()]
    assert len(lines) == len(figures), "a line for each figure"
    return [not any(finding["severity"] == "error" for finding in line["findings"]) for line in lines]


def changed(figure, operations):
    """The figure after the operations of a JSON Patch; None where they do not fit."""
    figure = copy.deepcopy(figure)
    try:
        for operation in operations:
            *parents, last = [
                part.replace("~1", "/").replace("~0", "~") for part in operation["path"].split("/")[1:]]
            place = figure
            for part in parents:
                place = place[int(part)] if isinstance(place, list) else place[part]
            if isinstance(place, list):
                last = len(place) if last == "-" else int(last)
                if operation["op"] == "add":
                    place.insert(last, operation["value"])
                    continue
            if operation["op"] == "remove":
                del place[last]
            else:
                place[last] = operation["value"]
    except (KeyError, IndexError, TypeError, ValueError):
        return None
    return figure


def figures_of(corpus):
    """Names and figures: those of the tests, those of the corpus, and the changed ones."""
    found = {}
    folders = [HERE.parent / "Fixtures" / "Figures"]
    if corpus and corpus.exists():
        folders += [corpus / "figures", corpus / "python" / "figures"]
    for folder in folders:
        for path in sorted(folder.rglob("*.json")):
            try:
                found[path.name] = json.loads(path.read_text())
            except ValueError:
                continue
    changes = corpus / "expected" / "mutations-4.1.1.jsonl" if corpus else None
    if changes and changes.exists():
        for line in changes.read_text().splitlines():
            change = json.loads(line)
            figure = changed(found.get(change["file"], {}), change["ops"])
            if figure is not None and change["file"] in found:
                found[f"{change['file']} {json.dumps(change['ops'])[:150]}"] = figure
    return found


def leaves(validator, figure):
    return list(validator.iter_errors(figure))


def check_misspelt_keys(validator):
    """One error for one misspelt key, wherever it stands."""
    right = {
        "data": [{"type": "bar", "y": [1], "marker": {"color": "red", "line": {"width": 1}}}, {"y": [1]}],
        "layout": {"xaxis2": {"title": {"text": "a"}}, "annotations": [{"text": "a"}], "barmode": "group",
                   "template": {"data": {"bar": [{"marker": {"opacity": 1}}]}, "layout": {"xaxis": {"color": "red"}}}},
        "frames": [{"name": "a", "data": [{"type": "bar", "y": [1]}]}],
        "config": {"responsive": True},
    }
    assert not leaves(validator, right), [error.message for error in leaves(validator, right)]
    count = 0

    def misspell(value, figure):
        nonlocal count
        if isinstance(value, list):
            for item in value:
                misspell(item, figure)
        elif isinstance(value, dict):
            if value is not figure["layout"]["template"]["data"]:
                for key in list(value):
                    if value is figure and key in ("data", "layout"):
                        continue
                    if key == "type":
                        continue
                    value[key + "q"] = value.pop(key)
                    errors = leaves(validator, figure)
                    assert len(errors) == 1, (key, [error.message for error in errors])
                    count += 1
                    value[key] = value.pop(key + "q")
            for item in value.values():
                misspell(item, figure)

    misspell(right, right)
    return count


def main():
    figlint = sys.argv[1]
    corpus = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
    failures = []
    figures = figures_of(corpus)
    for version in VERSIONS:
        for draft, validator_type in DRAFTS.items():
            text = export(figlint, version, draft)
            assert text == export(figlint, version, draft), "the same text each time"
            if len(text) > LARGEST:
                failures.append(f"{version} draft {draft}: {len(text)} bytes")
            schema = json.loads(text)
            jsonschema_rs.meta.validate(schema)
            if shutil.which("check-jsonschema"):
                with tempfile.NamedTemporaryFile(suffix=".json") as file:
                    file.write(text)
                    file.flush()
                    answer = run("check-jsonschema", "--check-metaschema", file.name)
                    if answer.returncode != 0:
                        failures.append(f"{version} draft {draft}: {answer.stdout.decode()[-300:]}")
            validator = validator_type(schema)
            keys = check_misspelt_keys(validator) if version == "4.1.1" else 0
            ours = verdicts(figlint, version, figures.values())
            theirs = [validator.is_valid(figure) for figure in figures.values()]
            agreed = sum(a == b for a, b in zip(ours, theirs))
            share = agreed / len(figures)
            strict = [name for name, a, b in zip(figures, ours, theirs) if a and not b]
            lax = [name for name, a, b in zip(figures, ours, theirs) if b and not a]
            print(f"{version} draft {draft}: {len(text):,} bytes; {agreed} of {len(figures)} verdicts agree ({share:.2%}), "
                  f"{len(lax)} let through, {len(strict)} refused" + (f"; {keys} misspelt keys, one error each" if keys else ""))
            if draft == "2020-12":
                for name in strict[:20]:
                    errors = leaves(validator, figures[name])
                    print(f"  refused: {name}: {errors[0].message[:160]} at {list(errors[0].instance_path)}")
                if "-v" in sys.argv:
                    print(*[f"  let through: {name}" for name in lax], sep="\n")
            if share < LEAST_AGREEMENT:
                failures.append(f"{version} draft {draft}: {share:.2%} agree")
    small = export(figlint, "4.1.1", "7", "--trace", "scatter,bar")
    print(f"scatter and bar alone: {len(small):,} bytes")
    assert not DRAFTS["7"](json.loads(small)).is_valid({"data": [{"type": "pie"}]})
    print(*failures, sep="\n")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
