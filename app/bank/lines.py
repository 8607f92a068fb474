"""Lines and columns of a text, counted as the YAML parser counts them."""

import re
from typing import Final

from app.bank.problems import At, Problems
from app.domain.folding import combines

_LINE_BREAK: Final = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_UNPRINTABLE: Final = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
    # These two turn letters round whatever their script: no text needs them, and they can deceive.
    "|[\u202d\u202e]"
)

# Only a run of this form can hold a stack of marks; texts in Latin letters have none.
_FOREIGN_RUN: Final = re.compile(r"[^\x00-\x7f\s]{31,}")

MOST_MARKS: Final = 30
"""Marks on one letter, as in the Stream-Safe Text Format (Unicode Standard Annex 15, section 13).

No language needs more than a few. To put them in order takes time in proportion to the square of
their number, inside one call that holds the interpreter.
"""


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


def first_stack(text: str) -> int | None:
    """Where more than 30 combining marks in a row begin; None if there are no such."""
    for run in _FOREIGN_RUN.finditer(text):
        marks = 0
        for place, sign in enumerate(run[0], run.start()):
            marks = marks + 1 if combines(sign) else 0
            if marks > MOST_MARKS:
                return place - MOST_MARKS
    return None


def is_readable(text: str, problems: Problems) -> bool:
    """Whether a text has neither control characters nor stacks of marks.

    If it has, the first of them becomes a problem.
    """
    stack = first_stack(text)
    if stack is not None:
        problems.add(
            mark_at(text, stack),
            "stacked-marks",
            f"Here are more than {MOST_MARKS} accents or other marks on one letter.",
            "Delete them and type the word again.",
        )
    return is_printable(text, problems) and stack is None


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
