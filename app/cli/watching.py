"""Watching files: which of them were saved, as soon as they are."""

import time
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import Final

PAUSE: Final = 0.05
"""Seconds between two looks: soon enough for a person, and next to no work."""

Stamp = tuple[int, int, int] | None
"""When a file was written (nanoseconds), its size in bytes and its number; None: not there."""


def stamp_of(path: Path) -> Stamp:
    """What changes with a file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def saved(
    files: Callable[[], Collection[Path]], sleep: Callable[[float], None] = time.sleep
) -> Iterator[tuple[Path, ...]]:
    """The files that were saved, made or removed since the last look, again and again.

    `files` names what to look at; it is called anew for every look.
    """
    before = _stamps(files)
    while True:
        sleep(PAUSE)
        now = _stamps(files)
        changed = tuple(path for path in {**before, **now} if before.get(path) != now.get(path))
        before = now
        if changed:
            yield changed


def _stamps(files: Callable[[], Collection[Path]]) -> Mapping[Path, Stamp]:
    return {path: stamp_of(path) for path in files()}
