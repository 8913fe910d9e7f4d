#!/usr/bin/env python3
"""Runs figlint's hooks as users do: with pre-commit, and with prek where it is installed.

    python3 Tests/Interop/pre-commit.py FIGLINT [--build]

Needs the package pre-commit, and git. The hooks come from the last commit of this repository. Those that build figlint take minutes the
first time and are run with --build only; the others use FIGLINT.
"""

import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

RIGHT = '{"data": [{"type": "bar", "y": [1, 2]}], "layout": {}}'
MISSPELT = '{"data": [{"type": "bar", "y": [1, 2], "opacty": 1}], "layout": {}}'
# A fix that changes nothing of the drawing takes the mark at the beginning away.
FIXABLE = "\ufeff" + RIGHT
FILES = {
    "right.json": RIGHT,
    "broken.json": MISSPELT,
    "vendored/broken.json": MISSPELT,
    "package.json": '{"name": "a", "data": {"colour": 1}}',
    "cut-off.json": '{"name": [1, 2',
    "list.json": "[1, 2, 3]",
    "places.geojson": '{"type": "FeatureCollection", "features": []}',
    "notes.txt": "{}",
}


class Repository:
    def __init__(self, folder, figlint, hooks):
        self.folder, self.hooks = folder, hooks
        self.log = folder.parent / "calls"
        bin_folder = folder.parent / "bin"
        bin_folder.mkdir()
        # Writes down that it is called, and with how many files.
        (bin_folder / "figlint").write_text(f'#!/bin/sh\necho $# >> "{self.log}"\nexec "{figlint}" "$@"\n')
        (bin_folder / "figlint").chmod(0o755)
        self.environment = os.environ | {
            "PATH": f"{bin_folder}:{os.environ['PATH']}", "PRE_COMMIT_HOME": str(folder.parent / "cache"),
            "PREK_HOME": str(folder.parent / "prek"), "PRE_COMMIT_COLOR": "never", "GIT_CONFIG_GLOBAL": os.devnull}
        folder.mkdir()
        self.git("init", "-q")

    def git(self, *arguments):
        subprocess.run(["git", "-c", "user.name=t", "-c", "user.email=t@example.org", *arguments], cwd=self.folder, check=True)

    def write(self, files):
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        self.git("add", "-A")

    def run(self, program, hook, arguments=(), keys=""):
        """The exit code and what was printed, for one hook over all files."""
        self.log.unlink(missing_ok=True)
        revision = subprocess.run(["git", "rev-parse", "HEAD"], cwd=self.hooks, capture_output=True, text=True, check=True)
        (self.folder / ".pre-commit-config.yaml").write_text(
            f"repos:\n- repo: {self.hooks}\n  rev: {revision.stdout.strip()}\n  hooks:\n  - id: {hook}\n"
            f"    args: {json.dumps(list(arguments))}\n{keys}")
        self.git("add", "-A")
        answer = subprocess.run([program, "run", "--all-files", "--verbose"], cwd=self.folder, env=self.environment,
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        return answer.returncode, answer.stdout

    def calls(self):
        return self.log.read_text().split() if self.log.exists() else []


def check(repository, program, hook, is_system):
    code, text = repository.run(program, hook, ["--exclude", "vendored/"])
    assert code == 1, text
    assert "broken.json:1:40: error S001 data[0].opacty" in text, text
    for quiet in ("vendored", "package.json", "cut-off.json", "list.json", "geojson", "notes.txt", "right.json"):
        assert quiet not in text, f"{quiet}: {text}"
    assert "checked 2 figures: 1 error in 1 file" in text, text
    # The exclusion of pre-commit itself.
    code, text = repository.run(program, hook, keys="    exclude: broken\n")
    assert code == 0 and "checked 1 figure: no findings" in text, text
    if is_system:
        repository.write({f"many/figure-{number:04}.json": RIGHT for number in range(400)})
        code, text = repository.run(program, hook, keys="    exclude: broken\n")
        assert code == 0 and "checked 401 figures: no findings" in text, text
        assert len(repository.calls()) == 1, f"{len(repository.calls())} processes"
        shutil.rmtree(repository.folder / "many")
        repository.git("add", "-A")


def check_fixes(repository, program):
    repository.write({"fixable.json": FIXABLE})
    code, text = repository.run(program, "figlint-fix", keys="    exclude: broken\n")
    assert code == 1 and "files were modified by this hook" in text, text
    assert (repository.folder / "fixable.json").read_text() == RIGHT
    code, text = repository.run(program, "figlint-fix", keys="    exclude: broken\n")
    assert code == 0, text


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("figlint", type=pathlib.Path)
    parser.add_argument("--build", action="store_true")
    options = parser.parse_args()
    hooks = pathlib.Path(__file__).resolve().parents[2]
    beside = pathlib.Path(sys.executable).parent
    programs = [str(beside / name) for name in ("pre-commit", "prek") if (beside / name).exists()]
    for program in programs:
        with tempfile.TemporaryDirectory() as name:
            repository = Repository(pathlib.Path(name).resolve() / "work", options.figlint.resolve(), hooks)
            repository.write(FILES)
            check(repository, program, "figlint-system", is_system=True)
            print(f"{pathlib.Path(program).name}: figlint-system as wanted, 400 files in one process")
            if options.build:
                check(repository, program, "figlint", is_system=False)
                check_fixes(repository, program)
                print(f"{pathlib.Path(program).name}: figlint and figlint-fix, built by it, as wanted")


if __name__ == "__main__":
    main()
