"""Lines and columns of a text, counted as the YAML parser counts them."""

import re
from typing import Final

from app.bank.problems import At, Problems

_LINE_BREAK: Final = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_UNPRINTABLE: Final = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
    # These two turn letters round whatever their script: no text needs them, and they can deceive.
    "|[\u202d\u202e]"
)


def lines_of(text: str) -> list[str]:
    """The lines of a text (libyaml ends lines as YAML 1.1 does)."""
    return _LINE_BREAK.split(text)


def mark_at(text: str, offset: int) -> At:
    """The mark of an offset in a text."""
    before = lines_of(text[:offset])
    return At(len(before) - 1, len(before[-1]))


def first_unprintable(text: str) -> re.Match[str] | None:
    """The first control character, override of direction or lone surrogate of a text."""
    return _UNPRINTABLE.search(text)


def is_printable(text: str, problems: Problems) -> bool:
    """Whether a text has no control characters; if it has, the first becomes a problem."""
    found = first_unprintable(text)
    if found is not None:
        problems.add(
            mark_at(text, found.start()),
            "control-character",
            f"Here is an invisible control character (U+{ord(found.group()):04X}).",
            "Delete it and type the text again; it often comes in by copying from a PDF.",
        )
    return found is None
