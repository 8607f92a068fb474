"""Banks as they were read at an earlier start, so that a start reads only what has changed.

Reading a bank and making its questions costs a quarter of a second; a kept reading a twentieth of
that. One is used only when it bears the signature of this installation's secret key, was made by
this very program, and the bank's files hold what it was read from.
"""

import os
import pickle
import sys
from contextlib import suppress
from dataclasses import replace
from functools import cache
from hashlib import sha256
from hmac import compare_digest, digest
from pathlib import Path
from typing import Final

from app.bank.files import read_text
from app.bank.problems import Problems
from app.library.reading import read_file
from app.library.reading_result import Reading

SIGNATURE: Final = 32
MOST: Final = 256
"""Readings that are kept, about a megabyte each."""

ENDING: Final = ".reading"
PROGRAM: Final = Path(__file__).parents[1]


class KeptReadings:
    """Readings in a folder, which is made for its owner alone; `key` is secret."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self._folder = folder
        self._key = key

    def read(self, path: Path) -> Reading:
        """Read a bank from its file, or from what was kept when the file was the same."""
        kept = self._load(path)
        if kept is not None and is_current(path, kept):
            return kept
        reading = read_file(path)
        # A problem may be about files beside the bank, and is looked for anew.
        if reading.bank is not None and not reading.problems:
            # A full disk is no reason not to serve.
            with suppress(OSError):
                self._keep(path, replace(reading, places=None))
        return reading

    def _load(self, path: Path) -> Reading | None:
        try:
            signed = self._file(path).read_bytes()
        except OSError:
            return None
        signature, pickled = signed[:SIGNATURE], signed[SIGNATURE:]
        if not compare_digest(signature, self._signature(path, pickled)):
            return None
        found: Reading = pickle.loads(pickled)  # noqa: S301 - it is signed with our own key
        return found

    def _keep(self, path: Path, reading: Reading) -> None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        pickled = pickle.dumps(reading, pickle.HIGHEST_PROTOCOL)
        file = self._file(path)
        draft = file.with_suffix(f".{os.getpid()}")
        draft.write_bytes(self._signature(path, pickled) + pickled)
        draft.replace(file)
        self._forget_the_oldest()

    def _forget_the_oldest(self) -> None:
        kept = sorted(self._folder.glob(f"*{ENDING}"), key=lambda file: file.stat().st_mtime_ns)
        for file in kept[:-MOST]:
            file.unlink(missing_ok=True)

    def _file(self, path: Path) -> Path:
        return self._folder / (sha256(os.fsencode(path)).hexdigest()[:32] + ENDING)

    def _signature(self, path: Path, pickled: bytes) -> bytes:
        about = f"{program_state()} {sha256(os.fsencode(path)).hexdigest()} ".encode()
        return digest(self._key, about + pickled, sha256)


def is_current(path: Path, reading: Reading) -> bool:
    """Whether reading a bank's files now would give the same."""
    snapshot, bank = reading.snapshot, reading.bank
    if snapshot is None or bank is None:
        return False
    unheard = Problems(str(path))
    beside = path.parent / reading.text_file if reading.text_file else None
    text = read_text(beside, unheard) if beside else None
    note = bank.content_note
    alternative = path.parent / f"{note.alternative if note else ''}.yaml"
    # Its absence would be a problem.
    if note is not None and note.alternative and not alternative.is_file():
        return False
    return (read_text(path, unheard), text) == (snapshot.yaml, snapshot.text)


@cache
def program_state() -> str:
    """What tells this program from every other: its files as they are, and Python's version."""
    files = sorted(
        (file.relative_to(PROGRAM).as_posix(), found.st_size, found.st_mtime_ns)
        for file in PROGRAM.rglob("*")
        if file.suffix in {".py", ".yaml", ".po"}
        for found in [file.stat()]
    )
    return sha256(repr((sys.version, files)).encode()).hexdigest()
