"""A folder of banks, watched: what is saved shows at the next look, what breaks changes nothing.

Nothing here waits or runs in the background. Every look compares the files' stat with what was
read before and reads again only what changed.
"""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from os.path import realpath
from pathlib import Path
from threading import Lock
from typing import Final

from app.bank.files import read_text
from app.bank.problems import START, Problems
from app.domain.bank import Bank
from app.errors import NotFound
from app.library.beside import BANK_ID
from app.library.reading import read_file
from app.library.reading_result import Reading

Stamp = tuple[int, int, int]
"""Time of change (nanoseconds), size and inode, which together identify a state of a file."""

_NO_FILE: Final[Stamp] = (0, -1, 0)

SETTLING: Final = 2_000_000_000
"""Nanoseconds after a change in which a second one may leave the same stamp, on coarse clocks."""


@dataclass(frozen=True)
class Shelved:
    """A bank of the folder: what its file gave last, and the last version without errors."""

    id: str
    reading: Reading
    bank: Bank | None


@dataclass(slots=True)
class _Entry:
    """What is known of one file.

    `settled`: the stamps alone show whether it changed; before that its content is compared.
    """

    stamps: tuple[Stamp, Stamp] = (_NO_FILE, _NO_FILE)
    settled: bool = False
    shelved: Shelved | None = None
    lock: Lock = field(default_factory=Lock)


@dataclass
class Folder:
    """The banks in a directory; safe to be used by several threads.

    `clock` gives the time in nanoseconds, as files have it. With `keep_places` a reading keeps
    the place of each value of its YAML, which the linter needs and a server does not. `read` reads
    a file, instead of `read_file`.
    """

    directory: Path
    clock: Callable[[], int] = time.time_ns
    keep_places: bool = False
    read: Callable[[Path], Reading] | None = None
    _entries: dict[str, _Entry] = field(default_factory=dict, repr=False)
    _lock: Lock = field(default_factory=Lock, repr=False)

    def shelf(self) -> tuple[Shelved, ...]:
        """Every bank of the folder by its file name; nothing if there is no such folder."""
        names = self._names()
        with self._lock:
            for gone in self._entries.keys() - set(names):
                del self._entries[gone]
        return tuple(self._look(name) for name in names)

    def find(self, bank_id: str) -> Bank:
        """The last good version of a bank; NotFound when there is none."""
        shelved = self.shelved(bank_id)
        if shelved is None or shelved.bank is None:
            raise NotFound(f"There is no bank “{bank_id}”.")
        return shelved.bank

    def shelved(self, bank_id: str) -> Shelved | None:
        """A bank of the folder with its problems; None if there is no such file."""
        if not BANK_ID.fullmatch(bank_id):
            return None
        name = f"{bank_id}.yaml"
        if os.path.lexists(self.directory / name):
            return self._look(name)
        with self._lock:
            self._entries.pop(name, None)
        return None

    def resolve(self, name_or_path: str) -> Path:
        """The file that a name on the command line means: a bank's id, or a path.

        NotFound, with the ids that are like it, when there is neither.
        """
        beside = self.directory / f"{name_or_path}.yaml"
        if BANK_ID.fullmatch(name_or_path) and os.path.lexists(beside):
            return beside
        path = Path(name_or_path)
        if path.suffix in {".yaml", ".yml"} or os.path.lexists(path):
            return path
        ids = [name.removesuffix(".yaml") for name in self._names()]
        close = get_close_matches(name_or_path[:100], ids, n=1)
        meant = f" Did you mean “{close[0]}”?" if close else ""
        raise NotFound(f"There is no bank “{name_or_path}” in {self.directory}.{meant}")

    def _names(self) -> list[str]:
        try:
            names = [entry.name for entry in os.scandir(self.directory)]
        except OSError:
            return []
        return sorted(
            name for name in names if name.endswith((".yaml", ".yml")) and name[0] not in "._"
        )

    def _look(self, name: str) -> Shelved:
        with self._lock:
            entry = self._entries.setdefault(name, _Entry())
        with entry.lock:
            path = self.directory / name
            stamps = _stamps(path, entry.shelved)
            if entry.shelved is None or not entry.settled or stamps != entry.stamps:
                entry.settled = self.clock() - max(stamps)[0] > SETTLING
                entry.shelved = self._read(path, entry)
                entry.stamps = stamps
            return entry.shelved

    def _read(self, path: Path, entry: _Entry) -> Shelved:
        """Read a file anew, unless it is still what was read before."""
        before = entry.shelved
        if before is not None and _same(path, before.reading):
            return before
        reading = self.refusal(path) or _read_or_tell(path, self.read or read_file)
        if before is None or reading.text_file != before.reading.text_file:
            # The stamp of the text file was not taken before it was read.
            entry.settled = entry.settled and not reading.text_file
        bank = reading.bank or (before.bank if before else None)
        kept = reading if self.keep_places else replace(reading, places=None)
        return Shelved(path.stem, kept, bank)

    def refusal(self, path: Path) -> Reading | None:
        """Why a file of the folder is not read although it is there: a link leads out of it.

        None for what can be read, and for what reading will find fault with (a link that leads to
        itself).
        """
        if not path.is_symlink() or Path(realpath(path)).is_relative_to(realpath(self.directory)):
            return None
        problems = Problems(str(path))
        message = "This is a link that leads out of the folder of banks."
        problems.add(START, "unreadable-file", message, "Copy the file into the folder.")
        return Reading(None, problems.sorted(), file=problems.file)


def _read_or_tell(path: Path, read: Callable[[Path], Reading]) -> Reading:
    """Read a file; an unforeseen fault is a problem of this bank, and stops none of the others."""
    try:
        return read(path)
    except Exception as fault:  # noqa: BLE001  # whatever it is, a class works with other banks
        problems = Problems(str(path))
        name = type(fault).__name__
        problems.add(
            START,
            "not-foreseen",
            f"This bank cannot be read, because of a bug in Byline: {name}.",
            "Run `byline check` on it for more, and take back what was changed last.",
        )
        return Reading(None, problems.sorted(), file=problems.file)


def _stamps(path: Path, shelved: Shelved | None) -> tuple[Stamp, Stamp]:
    """The stamps of a bank and of the text file that it asked for when it was last read."""
    text_file = shelved.reading.text_file if shelved else ""
    return _stamp(path), _stamp(path.parent / text_file) if text_file else _NO_FILE


def _stamp(path: Path) -> Stamp:
    try:
        found = path.stat()
    except OSError:
        return _NO_FILE
    return found.st_mtime_ns, found.st_size, found.st_ino


def _same(path: Path, reading: Reading) -> bool:
    """Whether the files hold what was read from them before."""
    if reading.snapshot is None:
        return False
    unheard = Problems(str(path))
    yaml = read_text(path, unheard)
    text = read_text(path.parent / reading.text_file, unheard) if reading.text_file else None
    return (yaml, text) == (reading.snapshot.yaml, reading.snapshot.text)
