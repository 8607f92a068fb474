"""Reading a bank's files: whole, bounded, as UTF-8; what cannot be read becomes a problem."""

import errno
import stat
from pathlib import Path
from typing import Final

from app.bank.lines import is_readable, mark_at
from app.bank.problems import START, At, Problems
from app.bank.refusals import refuse
from app.bank.scan import MAX_BYTES

_MARK_OF_UTF_8: Final = "\ufeff"
_MARKS_OF_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")

_REASONS: Final[dict[type[Exception], tuple[str, str]]] = {
    FileNotFoundError: ("There is no such file.", "Check its name and folder."),
    IsADirectoryError: ("This is a folder, not a file.", "Name a bank inside it."),
    PermissionError: ("This file may not be read.", "Change its permissions."),
}


def read_text(path: Path, problems: Problems) -> str | None:
    """The text of a file of at most 1 MiB; None, with a problem, when it cannot be read."""
    raw = _read_bytes(path, problems)
    return None if raw is None else decode(raw, problems)


def _read_bytes(path: Path, problems: Problems) -> bytes | None:
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise IsADirectoryError
        if not stat.S_ISREG(found.st_mode):
            problems.add(START, "unreadable-file", "This is not an ordinary file.")
            return None
        with path.open("rb") as file:
            # One byte more shows a file that grows while it is read.
            raw = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        _say_unreadable(path, error, problems)
        return None
    if len(raw) > MAX_BYTES:
        refuse(problems, START, "too-large")
        return None
    return raw


def _say_unreadable(path: Path, error: Exception, problems: Problems) -> None:
    message, advice = _REASONS.get(type(error), ("This file cannot be read.", ""))
    if path.is_symlink() and isinstance(error, FileNotFoundError):
        message = "This is a link to a file that is not there."
        advice = "Copy the file here, or remove the link."
    elif getattr(error, "errno", None) == errno.ELOOP:
        message = "This is a link that leads to itself."
        advice = "Remove the link."
    problems.add(START, "unreadable-file", message, advice)


def decode(raw: bytes, problems: Problems) -> str | None:
    """The text of bytes in UTF-8; None, with a problem at the first wrong byte."""
    if raw.startswith(_MARKS_OF_UTF_16):
        problems.add(START, "not-utf-8", "This file is written in UTF-16.", _SAVE_AS_UTF_8)
        return None
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        mark = mark_at(raw[: error.start].decode("utf-8"), error.start)
        problems.add(mark, "not-utf-8", "From here on the file is not UTF-8.", _SAVE_AS_UTF_8)
        return None
    if text.startswith(_MARK_OF_UTF_8):
        problems.add(
            At(0, 0),
            "byte-order-mark",
            "The file begins with an invisible byte order mark; it was passed over.",
            "Save the file as UTF-8 without BOM.",
            severity="warning",
        )
        text = text[len(_MARK_OF_UTF_8) :]
    return text if is_readable(text, problems) else None


_SAVE_AS_UTF_8: Final = "Save it again with the encoding UTF-8."
