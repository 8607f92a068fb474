"""Trying faults: a copy of the tree gets one, and the tests that mirror its module run.

The checkout is never changed. A fault is killed when a test fails, or when the tests take several
times as long as without it.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue
from time import perf_counter
from typing import Final

from tests.mutation.faults import Fault

ALSO: Final = {"bank": ("library",), "domain": ("contract",), "kinds": ("contract",)}
"""Folders of tests that drive a room, beside the one that mirrors it."""

LEFT_OUT: Final = shutil.ignore_patterns(".*_cache", ".git", ".hypothesis", ".venv*", "instance")

SLOWEST: Final = 5
GRACE: Final = 15.0
"""Tests with a fault may take `SLOWEST` times as long as without one, and `GRACE` seconds."""


@dataclass
class Trials:
    """Copies of the tree at `root`, and the seconds that each room's tests take without a fault."""

    root: Path
    copies: SimpleQueue[Path] = field(default_factory=SimpleQueue)
    usual: dict[str, float] = field(default_factory=dict)
    broken: dict[str, str] = field(default_factory=dict)
    """Rooms with a test that fails without a fault, and which: there, a failure says nothing."""
    tries: int = 0

    def add_copy(self, place: Path) -> None:
        """Make a copy in which one fault at a time can be tried."""
        shutil.copytree(self.root, place, ignore=LEFT_OUT)
        self.copies.put(place)

    def measure(self, room: str) -> None:
        """Run the tests of a room without a fault."""
        with self._copy() as copy:
            begun = perf_counter()
            failure = _failure(copy, mirrors_of(self.root, f"app/{room}/__init__.py"), None)
            self.usual[room] = perf_counter() - begun
            if failure:
                self.broken[room] = failure

    def kills(self, fault: Fault) -> bool:
        """Whether the tests find a fault; its room must have been measured."""
        limit = GRACE + SLOWEST * self.usual[room_of(fault.path)]
        with self._copy() as copy, self._planted(copy / fault.path, fault):
            return bool(_failure(copy, mirrors_of(self.root, fault.path), limit))

    @contextmanager
    def _copy(self) -> Iterator[Path]:
        copy = self.copies.get()
        try:
            yield copy
        finally:
            self.copies.put(copy)

    @contextmanager
    def _planted(self, module: Path, fault: Fault) -> Iterator[None]:
        sound = module.read_bytes()
        self._write(module, fault.planted(sound))
        try:
            yield
        finally:
            self._write(module, sound)

    def _write(self, module: Path, source: bytes) -> None:
        """Write a module with a time of its own, or Python takes it for the one it compiled."""
        self.tries += 1
        module.write_bytes(source)
        os.utime(module, (self.tries, self.tries))


def room_of(path: str) -> str:
    """Return the room of a module, such as quiz."""
    return Path(path).parts[1]


def mirrors_of(root: Path, path: str) -> list[str]:
    """Return what to run for a module: the test of its name first, then all of its room."""
    folders = [f"tests/{folder}" for folder in (room_of(path), *ALSO.get(room_of(path), ()))]
    mirrors = (root / folders[0]).rglob(f"test_{Path(path).stem}.py")
    return [*(mirror.relative_to(root).as_posix() for mirror in mirrors), *folders]


def _failure(copy: Path, tests: list[str], limit: float | None) -> str:
    """Return the first failure of the tests, "" if there is none; too long a run is one as well."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "--tb=no", "-p", "no:cacheprovider"]
    with subprocess.Popen(
        [*command, "--hypothesis-profile", "mutation", *tests],
        cwd=copy,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            said, _ = process.communicate(timeout=limit)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            return "it took too long"
    lines = [line for line in said.splitlines() if line.startswith(("FAILED", "ERROR"))]
    return "" if process.returncode == 0 else (lines or ["it did not start"])[0]
