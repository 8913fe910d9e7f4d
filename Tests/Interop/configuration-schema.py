"""What figlint takes in a figlint.json, check-jsonschema takes with the schema that `figlint init --schema` prints, and the other way
round. usage: configuration-schema.py FIGLINT, with check-jsonschema (PyPI) in PATH."""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

figlint = pathlib.Path(sys.argv[1]).resolve()

CASES = [
    ({}, True),
    ({"$schema": "./x.json", "targets": "4", "select": ["ALL"], "ignore": "S001", "extend-select": []}, True),
    ({"severities": {"S001": "off", "unknown-config": "info"}, "fail-on": "never", "limits": {"depth": 3}}, True),
    ({"per-file-ignores": {"figs/*.json#data[*].marker": ["S001"], "a": "S"}, "include": "*.json", "exclude": []}, True),
    ({"metadata": {}}, True),
    ({"tragets": ["4"]}, False),
    ({"targets": 4}, False),
    ({"select": [1]}, False),
    ({"severities": {"S001": "eror"}}, False),
    ({"severities": []}, False),
    ({"fail-on": "info"}, False),
    ({"limits": {"depth": 0}}, False),
    ({"limits": {"depth": 1.5}}, False),
    ({"limits": {"size": 1}}, False),
    ({"per-file-ignores": {"a": {}}}, False),
    ({"include": True}, False),
    ({"metadata": 1}, False),
    ([], False),
]


def passes(*command, folder):
    return subprocess.run(command, cwd=folder, capture_output=True, text=True).returncode == 0


with tempfile.TemporaryDirectory() as folder:
    root = pathlib.Path(folder)
    (root / "fig.json").write_text('{"data": []}')
    subprocess.run([figlint, "init", "--schema", "--output", "schema.json"], cwd=folder, check=True, capture_output=True)
    if not passes("check-jsonschema", "--check-metaschema", "schema.json", folder=folder):
        sys.exit("the schema is no JSON Schema")

    # The file that figlint writes, with everything in it switched on.
    subprocess.run([figlint, "init"], cwd=folder, check=True, capture_output=True)
    lines = (root / "figlint.json").read_text().splitlines()
    members = [re.sub(r'^  // "', '  "', line) for line in lines]
    text = "\n".join(line for line in members if not line.lstrip().startswith("//"))
    everything = json.loads(re.sub(r",\s*}\s*$", "}", text))
    del everything["baseline"]  # a file that is not there
    wrong = 0
    for value, expected in [*CASES, (everything, True)]:
        (root / "figlint.json").write_text(json.dumps(value))
        (root / "instance.json").write_text(json.dumps(value))
        taken = passes(figlint, "check", "fig.json", folder=folder)
        valid = passes("check-jsonschema", "--schemafile", "schema.json", "instance.json", folder=folder)
        if not taken == valid == expected:
            wrong += 1
            print(f"figlint {taken}, check-jsonschema {valid}, expected {expected}: {json.dumps(value)}")
    print(f"{len(CASES) + 1} configurations, {wrong} disagreements")
    sys.exit(1 if wrong else 0)
