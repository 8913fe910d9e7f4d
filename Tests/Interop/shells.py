#!/usr/bin/env python3
"""Types command lines into real shells and presses Tab: bash, zsh and fish, those that are there; and runs figlint at a terminal.

    python3 Tests/Interop/shells.py FIGLINT

Needs the package pexpect.
"""

import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile

import pexpect

# A line, what Tab makes of it, or what it offers.
COMPLETED = [
    ("figlint che", "figlint check "),
    ("figlint schema sn", "figlint schema snapshot "),
    ("figlint check --max-f", "figlint check --max-findings"),
    ("figlint check --wa", "figlint check --watch"),
    ("figlint check --format sa", "figlint check --format sarif"),
    ("figlint completions fi", "figlint completions fish"),
    ("figlint check fi", "figlint check figure.json"),
    ("figlint check --target latest,chart", "figlint check --target latest,chart-studio"),
]
OFFERED = [
    ("figlint ", ["check", "rules", "explain", "schema", "completions", "help"]),
    ("figlint check --format ", ["text", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle", "html"]),
    ("figlint check --no-", ["--no-ignore", "--no-progress", "--no-config"]),
]
ESCAPE = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[=>]|\x1b\][^\x07]*\x07|[\x07\r]")


def script(figlint, shell, folder):
    text = subprocess.run([figlint, "completions", shell], capture_output=True, check=True, text=True).stdout
    path = folder / {"bash": "figlint.bash", "zsh": "_figlint", "fish": "figlint.fish"}[shell]
    path.write_text(text)
    return path


class Interactive:
    """A shell at a terminal."""

    def __init__(self, command, folder, environment):
        self.shell = pexpect.spawn(command[0], command[1:], cwd=str(folder), encoding="utf-8", timeout=20,
                                   dimensions=(60, 200), env=environment)

    def say(self, line):
        self.shell.sendline(line + "; echo DO''NE")
        self.shell.expect("DONE")
        self.shell.expect("READY> ")

    def press_tab(self, line, times):
        """What the terminal shows after the line was typed and Tab pressed."""
        self.shell.send(line)
        for _ in range(times):
            self.shell.send("\t")
        try:
            self.shell.expect("NEVER", timeout=0.7)
        except pexpect.TIMEOUT:
            pass
        shown = ESCAPE.sub("", self.shell.before)
        self.shell.sendcontrol("c")
        self.shell.expect("READY> ")
        return shown


def bash(path, folder, environment):
    shell = Interactive(["bash", "--norc", "--noprofile", "-i"], folder, environment | {"PS1": "READY> "})
    shell.shell.expect("READY> ")
    shell.say("bind 'set enable-bracketed-paste off'; bind 'set show-all-if-ambiguous on'; bind 'set completion-query-items 0'")
    shell.say(f"source {path}")
    return shell


def zsh(path, folder, environment):
    shell = Interactive(["zsh", "-f", "-i"], folder, environment | {"PS1": "READY> ", "PROMPT": "READY> "})
    shell.shell.expect("READY> ")
    shell.say("unsetopt zle_bracketed_paste prompt_cr; fpath=($PWD $fpath); autoload -U compinit; compinit -u -D")
    return shell


def check_terminal(shell, name):
    for line, wanted in COMPLETED:
        shown = shell.press_tab(line, 1)
        assert wanted in shown, f"{name}: '{line}' and Tab: {shown!r} has no '{wanted}'"
    for line, words in OFFERED:
        shown = shell.press_tab(line, 2)
        missing = [word for word in words if word not in shown]
        assert not missing, f"{name}: '{line}' and Tab: {shown!r} has no {missing}"


def check_fish(path, folder, environment):
    def offered(line):
        answer = subprocess.run(["fish", "--no-config", "-c", f"source {path}; complete -C '{line}'"], cwd=folder,
                                env=environment, capture_output=True, text=True, check=True)
        assert not answer.stderr, answer.stderr
        return [entry.split("\t")[0] for entry in answer.stdout.splitlines()]

    for line, wanted in COMPLETED:
        last = wanted.rstrip().split(" ")[-1]
        assert last in offered(line), f"fish: '{line}' and Tab: {offered(line)} has no '{last}'"
    for line, words in OFFERED:
        # Fish offers options only where a dash was typed, and 'help' as any command.
        missing = set(words) - set(offered(line))
        assert not missing, f"fish: '{line}' and Tab: {offered(line)} has no {missing}"


def check_run(figlint, folder):
    """What only a terminal gets: the hint at the end, and Ctrl-C."""
    path = folder / "flawed.json"
    path.write_text('\ufeff{"data": [{"y": [1], "opacty": 1}]}')
    command = [str(figlint), "check", "--no-config", str(path)]
    shown = pexpect.run(" ".join(command), env={"TERM": "xterm"}, encoding="utf-8")
    assert shown.endswith("1 can be fixed with --fix, 1 more with --unsafe-fixes\r\n"), shown
    piped = subprocess.run(command, capture_output=True, text=True, check=False)
    assert piped.stderr == "checked 1 figure: 2 errors in 1 file\n", piped.stderr
    # What ignores Ctrl-C, as jobs in the background do, hands that on to its children.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    watch = pexpect.spawn(command[0], command[1:] + ["--watch"], env={"TERM": "xterm"}, encoding="utf-8", timeout=20)
    watch.expect("watching 1 file; Ctrl-C ends")
    path.write_text('{"data": []}')
    watch.expect("flawed.json changed")
    watch.expect("in all 1 figure: no findings")
    watch.sendcontrol("c")
    watch.expect(pexpect.EOF)
    watch.wait()
    assert watch.signalstatus == 2, (watch.exitstatus, watch.signalstatus)
    path.unlink()


def main(figlint):
    figlint = pathlib.Path(figlint).resolve()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        check_run(figlint, folder)
        (folder / "figure.json").write_text("{}")
        environment = {"PATH": f"{figlint.parent}:/usr/local/bin:/usr/bin:/bin", "HOME": name, "TERM": "xterm", "LC_ALL": "C.UTF-8"}
        tried = []
        for shell in ("bash", "zsh", "fish"):
            if shutil.which(shell) is None:
                continue
            # Away from the figure, so that nothing but it is offered for a file.
            (folder / shell).mkdir()
            path = script(figlint, shell, folder / shell)
            if shell == "fish":
                check_fish(path, folder, environment)
            else:
                at = folder / shell if shell == "zsh" else folder
                if shell == "zsh":
                    (at / "figure.json").write_text("{}")
                check_terminal({"bash": bash, "zsh": zsh}[shell](path, at, environment), shell)
            tried.append(shell)
        print(f"completions: {', '.join(tried)}: {len(COMPLETED) + len(OFFERED)} lines each, as wanted; --watch and the hint at a terminal, too")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
