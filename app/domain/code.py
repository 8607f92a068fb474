"""Codes that people read aloud and type: without look-alikes, and forgiving in what is typed."""

import re
from secrets import choice
from typing import Final
from unicodedata import normalize

ALPHABET: Final = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""30 symbols: no 0 and O, no 1, I and L, and no U, which sounds and looks like V."""

RESUME_LENGTH: Final = 8
"""30 to the 8th are 656,100,000,000 codes, 39 bits."""

GROUP: Final = 4
BETWEEN: Final = re.compile(r"[\s\-\u2010-\u2015\u2212_.]+")


def chance_code(length: int = RESUME_LENGTH) -> str:
    """A code that cannot be foretold."""
    return "".join(choice(ALPHABET) for _ in range(length))


def read_code(typed: str, length: int = RESUME_LENGTH) -> str | None:
    """The code that a student typed, whatever its case, spaces and hyphens; None for no code."""
    code = BETWEEN.sub("", normalize("NFKC", typed[:64])).upper()
    return code if len(code) == length and set(code) <= set(ALPHABET) else None


def spell_code(code: str) -> str:
    """A code as people see it: `ABCD-EFGH`."""
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))
