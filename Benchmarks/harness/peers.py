"""The programs that figlint is measured against: found, built or installed into a folder of their own."""

import os
import pathlib
import shutil
import subprocess
import sys

SOURCES = pathlib.Path(__file__).parent.parent / "Peers"
PACKAGES = ["ruff", "orjson", "jsonschema-rs", "plotly"]


class Peers:
    """Peers by name: a command as a list, or None for one that is missing, with the reason in `missing`."""

    def __init__(self, folder, say):
        self.folder = folder
        self.say = say
        self.missing = {}
        self.versions = {}
        folder.mkdir(parents=True, exist_ok=True)
        self.alternate = self._c("alternate")
        self.nothing = self._c("nothing")
        self.nothing_static = self._c("nothing", "nothing-static", "-static")
        self.readonly = self._c("readonly")
        self.wc = self._system("wc")
        self.jq = self._system("jq", package="jq")
        self.node = self._system("node")
        self.simdjson = self._simdjson()
        self.python = self._python()
        self.ruff = self._in_environment("ruff")

    def script(self, name):
        """A program of `Peers/` for the Python environment; None without one."""
        return [*self.python, SOURCES / name] if self.python else None

    # Programs in C and C++.

    def _c(self, name, output=None, *flags):
        return self._compile(["cc", "-O2", *flags], SOURCES / f"{name}.c", output or name)

    def _simdjson(self):
        if not pathlib.Path("/usr/include/simdjson.h").exists() and not self._apt("libsimdjson-dev"):
            return self._leave_out("simdjson", "no simdjson.h, and apt-get could not install libsimdjson-dev")
        # On-Demand is compiled in, so it needs the flag to use what the processor has; the tree parser chooses by itself.
        flags = ["c++", "-O3", "-march=native", "-std=c++17"]
        command = self._compile(flags, SOURCES / "simdjson.cpp", "simdjson", "-lsimdjson")
        self._version("simdjson", ["dpkg-query", "-W", "-f", "${Version}", "libsimdjson-dev"])
        return command

    def _compile(self, compiler, source, name, *libraries):
        output = self.folder / name
        if not output.exists() or output.stat().st_mtime < source.stat().st_mtime:
            command = [*compiler, "-o", output, source, *libraries]
            try:
                subprocess.run(command, check=True, capture_output=True, text=True)
            except (OSError, subprocess.CalledProcessError) as error:
                return self._leave_out(name, f"does not compile: {getattr(error, 'stderr', error)}".strip())
        return [output]

    # Programs of the system.

    def _system(self, name, package=None):
        if not shutil.which(name) and not (package and self._apt(package)):
            return self._leave_out(name, "not installed")
        self._version(name, [name, "--version"])
        return [shutil.which(name)]

    def _apt(self, package):
        if not shutil.which("apt-get") or os.geteuid() != 0:
            return False
        self.say(f"installing {package}")
        for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-qq", "-y", package]):
            done = subprocess.run(command, capture_output=True, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})
        return done.returncode == 0

    # Python.

    def _python(self):
        environment = self.folder / "venv"
        python = environment / "bin" / "python"
        if not (environment / "complete").exists():
            self.say(f"installing {', '.join(PACKAGES)}")
            try:
                subprocess.run([sys.executable, "-m", "venv", environment], check=True, capture_output=True)
                subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True, capture_output=True)
            except (OSError, subprocess.CalledProcessError) as error:
                reason = (getattr(error, "stderr", None) or str(error).encode()).decode().strip().splitlines()[-1:]
                for package in PACKAGES:
                    self._leave_out(package, f"pip could not install it: {' '.join(reason)}")
                return None
            (environment / "complete").touch()
        self._version("python", [python, "--version"])
        for package in PACKAGES:
            code = f"import importlib.metadata as m; print(m.version({package!r}))"
            self._version(package, [python, "-c", code])
        return [python]

    def _in_environment(self, name):
        return [self.folder / "venv" / "bin" / name] if self.python else None

    # Words.

    def _version(self, name, command):
        output = subprocess.run(list(map(str, command)), capture_output=True, text=True).stdout.strip().splitlines()
        self.versions[name] = output[0] if output else "?"

    def _leave_out(self, name, reason):
        self.missing[name] = reason
        self.say(f"left out {name}: {reason}")
        return None
