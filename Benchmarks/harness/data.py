"""The folder of generated data: what is in it, and making what is missing."""

import hashlib
import pathlib
import shutil

from . import figures

MEGABYTE = 1_000_000


class Data:
    """Generated files under a folder, made when they are first asked for and kept until their generator changes.

    With `quick` all that is large is ten times smaller.
    """

    def __init__(self, folder, quick=False, say=lambda text: None):
        source = pathlib.Path(figures.__file__).read_bytes()
        stamp = hashlib.sha256(source).hexdigest()[:12]
        for old in folder.glob("*"):
            if not old.name.startswith(stamp):
                shutil.rmtree(old)
        self.folder = folder / f"{stamp}-{'quick' if quick else 'full'}"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.scale = 10 if quick else 1
        self.say = say

    def doubles(self):
        return self._file("doubles.json", figures.doubles, 100 * MEGABYTE // self.scale)

    def integers(self):
        return self._file("integers.json", figures.integers, 100 * MEGABYTE // self.scale)

    def strings(self):
        return self._file("strings.json", figures.strings, 100 * MEGABYTE // self.scale)

    def grid(self):
        return self._file("grid.json", figures.grid, 1_000_000 // self.scale)

    def typed_arrays(self):
        return self._file("typed-arrays.json", figures.typed_arrays, 100 * MEGABYTE // self.scale)

    def short_doubles(self):
        return self._file("short-doubles.json", figures.doubles, MEGABYTE)

    def short_strings(self):
        return self._file("short-strings.json", figures.strings, MEGABYTE)

    def large_file(self):
        return self._file("large.json", figures.doubles, 99 * MEGABYTE // self.scale)

    def huge_file(self):
        """A gigabyte; of the doubles of `large_file`, again and again, because writing new ones takes a minute."""
        path = self.folder / "huge.json"
        if not path.exists():
            text = self.large_file().read_bytes()
            trace = text[text.index(b"[") + 1 : text.rindex(b"]")]
            self.say("making huge.json")
            with open(self._partial(path), "wb") as file:
                file.write(b'{"data":[' + trace)
                while file.tell() < 1000 * MEGABYTE // self.scale:
                    file.write(b"," + trace)
                file.write(b"]}")
            self._finish(path)
        return path

    def ten_kilobytes(self):
        return self._file("ten-kilobytes.json", figures.ten_kilobytes)

    def traces(self):
        return self._file("traces.json", figures.traces)

    def annotations(self):
        return self._file("annotations.json", figures.annotations)

    def frames(self):
        return self._file("frames.json", figures.frames)

    def files(self, count=5000):
        return self._file(f"files-{count}", figures.files, count)

    def faults(self, count, wrong):
        return self._file(f"faults-{count}{'' if wrong else '-clean'}.json", figures.faults, count, wrong)

    def deep(self, levels):
        return self._file(f"deep-{levels}.json", figures.deep, levels)

    def wide(self, keys):
        return self._file(f"wide-{keys}.json", figures.wide, keys)

    def tiny_traces(self, count):
        return self._file(f"tiny-traces-{count}.json", figures.tiny_traces, count)

    def _partial(self, path):
        return path.with_name("partial-" + path.name)

    def _finish(self, path):
        self._partial(path).rename(path)

    def _file(self, name, make, *arguments):
        path = self.folder / name
        if not path.exists():
            self.say(f"making {name}")
            partial = self._partial(path)
            if partial.is_dir():
                shutil.rmtree(partial)
            make(partial, *arguments)
            self._finish(path)
        return path
