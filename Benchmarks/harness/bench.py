"""What every measurement is given."""

import os
import subprocess


class Bench:
    """Programs, data and results of one run."""

    def __init__(self, root, folder, data, peers, alternator, results, quick, say):
        self.root = root
        self.folder = folder
        self.data = data
        self.peers = peers
        self.alternator = alternator
        self.results = results
        self.quick = quick
        self.say = say
        self.figlint = root / ".build" / "release" / "figlint"
        self.throughput = folder / "swift" / "release" / "Throughput"

    def rounds(self, count):
        """`count`, or in a quick run a third of it and at least three."""
        return max(3, count // 3) if self.quick else count

    def check(self, *arguments):
        """A command that checks with the default rules and no configuration file."""
        return [self.figlint, "check", "--no-config", *arguments]

    def takes(self, option):
        """Whether `figlint check` has the option."""
        text = subprocess.run([self.figlint, "check", "--help"], capture_output=True, text=True).stdout
        return option in text

    def build(self):
        """Builds figlint as its users do, and the worker out of their way."""
        environment = {name: value for name, value in os.environ.items() if name != "FIGLINT_BENCHMARKS"}
        self._swift(["-c", "release", "--product", "figlint"], environment)
        self._swift(
            ["-c", "release", "--product", "Throughput", "--scratch-path", self.folder / "swift"],
            {**environment, "FIGLINT_BENCHMARKS": "1"},
        )

    def _swift(self, arguments, environment):
        self.say(f"swift build {' '.join(map(str, arguments[:4]))}")
        done = subprocess.run(
            ["swift", "build", *map(str, arguments)], cwd=self.root, env=environment, capture_output=True, text=True
        )
        if done.returncode != 0:
            raise SystemExit(f"swift build failed:\n{done.stdout[-4000:]}{done.stderr[-2000:]}")
