"""Whether the database file is still the one that was opened.

A process that has a deleted file open goes on to write to it, and all of that is lost.
"""

from pathlib import Path

from app.store.border import unavailable


class FileIdentity:
    """The file at a path, as it was when this was made."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._opened = self._now()

    def check(self) -> None:
        """Raise Unavailable when the file was deleted or replaced."""
        if self._now() != self._opened:
            raise unavailable(
                f"the database file {self._file} was deleted or replaced; "
                "put it back, or start the server again"
            )

    def _now(self) -> tuple[int, int] | None:
        try:
            status = self._file.stat()
        except OSError:
            return None
        return status.st_dev, status.st_ino
