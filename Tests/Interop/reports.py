#!/usr/bin/env python3
"""Reads figlint's reports with programs of others: each must find what `--format jsonl` says.

    python3 Tests/Interop/reports.py FIGLINT

Needs the packages sarif-tools, pydantic-sarif, junitparser, diff-cover and jsonschema.
"""

import collections
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.parse
import xml.etree.ElementTree as ElementTree

import jsonschema
import junitparser
import sarif.loader
from diff_cover.git_path import GitPathTool
from diff_cover.violationsreporters.java_violations_reporter import CheckstyleXmlDriver
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as SarifLog

HOSTILE = "</failure>]]>&'\"<script>\u0001\u202e\ufffe::error::x%0A,|`[a](b)\n"
# What GitLab documents of an issue.
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 8},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^[^/]"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


class Reports:
    def __init__(self, figlint, folder):
        self.figlint, self.folder = figlint, folder
        self.findings = [json.loads(line) for line in self.text("jsonl").splitlines()]
        self.errors = [finding for finding in self.findings if finding["severity"] == "error"]

    def text(self, name):
        # As bytes: line ends stay what they are.
        answer = subprocess.run([self.figlint, "check", "--quiet", "--format", name, "figures"], cwd=self.folder,
                                capture_output=True, check=False)
        assert answer.returncode == 1 and not answer.stderr, answer.stderr
        return answer.stdout.decode()

    def file(self, name, suffix):
        path = self.folder / f"report.{suffix}"
        path.write_text(self.text(name), newline="")
        return path


def sarif_report(reports):
    path = reports.file("sarif", "sarif")
    log = SarifLog.model_validate_json(path.read_text())
    assert len(log.runs[0].results) == len(reports.findings)
    read = sarif.loader.load_sarif_file(str(path))
    records = read.get_records()
    assert len(records) == len(reports.findings), (len(records), len(reports.findings))
    counts = collections.Counter(record["Severity"] for record in records)
    assert counts["error"] == len(reports.errors), counts
    places = sorted((record["Location"], record["Line"]) for record in records)
    assert sorted((urllib.parse.unquote(place), line) for place, line in places) == \
        sorted((finding["file"], finding["line"]) for finding in reports.findings)
    prints = [result.partialFingerprints["figlint/v1"] for result in log.runs[0].results]
    assert len(set(prints)) == len(prints)
    # The same findings, made into GitLab's form by somebody else.
    converted = reports.folder / "converted.json"
    subprocess.run([pathlib.Path(sys.executable).parent / "sarif", "codeclimate", "--output", converted, path],
                   check=True, capture_output=True)
    theirs = sorted((urllib.parse.unquote(issue["location"]["path"]), issue["location"]["lines"]["begin"])
                    for issue in json.loads(converted.read_text()))
    ours = sorted((issue["location"]["path"], issue["location"]["lines"]["begin"])
                  for issue in json.loads(reports.text("gitlab")))
    assert theirs == ours
    return "pydantic-sarif (the standard's schema), sarif-tools"


def gitlab_report(reports):
    issues = json.loads(reports.text("gitlab"))
    jsonschema.validate(issues, GITLAB)
    assert [issue["location"]["lines"]["begin"] for issue in issues] == [f["line"] for f in reports.findings]
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    return "jsonschema, sarif-tools codeclimate (the same issues)"


def junit_report(reports):
    suites = junitparser.JUnitXml.fromfile(str(reports.file("junit", "junit.xml")))
    cases = [case for suite in suites for case in suite]
    failures = [case for case in cases if any(isinstance(result, junitparser.Failure) for result in case.result)]
    assert len(failures) == len(reports.errors) == suites.failures, (len(failures), suites.failures)
    assert len(cases) == suites.tests
    files = {suite.name for suite in suites}
    assert {"figures/right.json"} < files, files
    suites.update_statistics()
    assert suites.failures == len(reports.errors)
    return "junitparser"


def checkstyle_report(reports):
    text = reports.text("checkstyle")
    subprocess.run(["git", "init", "-q"], cwd=reports.folder, check=True)
    os.chdir(reports.folder)
    GitPathTool.set_cwd(str(reports.folder))
    read = CheckstyleXmlDriver().parse_reports([text])
    assert sum(map(len, read.values())) == len(reports.findings)
    assert sorted(v.line for found in read.values() for v in found) == sorted(f["line"] for f in reports.findings)
    assert {error.get("severity") for error in ElementTree.fromstring(text).iter("error")} <= {"error", "warning", "info"}
    return "diff-cover's Checkstyle reader, expat"


def github_report(reports):
    """Read as the runner reads: a command is a line that begins with `::`."""
    commands = []
    for line in re.split(r"\r\n|\r|\n", reports.text("github")):
        if line.strip().startswith("::"):
            command, properties, message = re.fullmatch(r"::(\w+) (.*?)::(.*)", line).groups()
            values = dict(entry.split("=", 1) for entry in properties.split(","))
            values = {key: unescape(value) for key, value in values.items()}
            commands.append((command, values, unescape(message)))
        else:
            assert not line or line.startswith("figlint: GitHub shows "), line
    assert len(commands) == len(reports.findings)
    assert sorted(int(values["line"]) for _, values, _ in commands) == sorted(f["line"] for f in reports.findings)
    order = [["error", "warning", "notice"].index(command) for command, _, _ in commands]
    assert order == sorted(order)
    return "the runner's grammar"


def unescape(text):
    for escape, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escape, character)
    return text


def main(figlint):
    figlint = pathlib.Path(figlint).resolve()
    fixtures = pathlib.Path(__file__).resolve().parents[2] / "Tests/Fixtures/Figures"
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "figures").mkdir()
        for path in (fixtures / "broken").glob("*.json"):
            shutil.copy(path, folder / "figures")
        (folder / "figures/right.json").write_text('{"data": [{"type": "bar", "y": [1, 2]}], "layout": {}}')
        hostile = {"data": [{"type": "bar", HOSTILE: HOSTILE, "visible": HOSTILE}], "layout": {}}
        (folder / "figures/a & b: <c>,%,é.json").write_text(json.dumps(hostile, ensure_ascii=False))
        reports = Reports(figlint, folder)
        assert len(reports.findings) > 30
        for read in (sarif_report, gitlab_report, junit_report, checkstyle_report, github_report):
            by = read(reports)
            print(f"{read.__name__.removesuffix('_report')}: {len(reports.findings)} findings, as told by {by}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
