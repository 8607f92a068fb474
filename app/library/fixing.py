"""Mending a bank's file: the edits of its problems, made only if the bank is sound afterwards."""

import os
from collections.abc import Iterable
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Final

from app.bank.editing import edited
from app.domain.bank import Snapshot
from app.domain.problem import Edit, Problem
from app.errors import Unavailable
from app.library.reading import read_snapshot
from app.library.reading_result import Reading

_MARK_OF_UTF_8: Final = b"\xef\xbb\xbf"


def edits_of(problems: Iterable[Problem]) -> tuple[Edit, ...]:
    """The edits that mend problems, each once, without those that are waived."""
    found = (problem.edit for problem in problems if problem.edit and not problem.waived)
    return tuple(dict.fromkeys(found))


def mend(path: Path, reading: Reading) -> int:
    """Make the edits of a reading's problems in the file that was read; how many were made.

    Nothing is written if the file has changed since, or if the bank could not be read afterwards.
    Raises Unavailable when the file cannot be written.
    """
    if reading.bank is None or reading.snapshot is None:
        return 0
    text, done = reading.snapshot.yaml, 0
    for edit in edits_of(reading.problems):
        changed = edited(text, [edit])
        done += changed != text
        text = changed
    after = read_snapshot(Snapshot(text, reading.snapshot.text), path.stem, str(path))
    if not done or after.bank is None:
        return 0
    return done if _replace(path, reading.snapshot.yaml, text) else 0


def _replace(path: Path, before: str, after: str) -> bool:
    """Put a new text in the place of the old one, whole or not at all; False if it changed."""
    try:
        raw = path.read_bytes()
        mark = _MARK_OF_UTF_8 if raw.startswith(_MARK_OF_UTF_8) else b""
        if raw != mark + before.encode():
            return False
        _write(path.resolve(), mark + after.encode())
    except OSError as error:
        raise Unavailable(f"{path} cannot be written: {error.strerror}.") from error
    return True


def _write(path: Path, raw: bytes) -> None:
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        try:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
            os.chmod(file.name, path.stat().st_mode)  # noqa: PTH101 - the name is a text
            os.replace(file.name, path)  # noqa: PTH105 - as above
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise
    _settle(path.parent)


def _settle(folder: Path) -> None:
    """Have the new name on the disk, too, where folders can be opened (not on Windows)."""
    if hasattr(os, "O_DIRECTORY"):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
