"""Short ids for what a draft proposes: made from words, each used once."""

import re
from collections.abc import Iterable
from typing import Final
from unicodedata import normalize

_OTHERS: Final = re.compile(r"[^a-z0-9]+")
_LONGEST: Final = 40


class Identifiers:
    """Gives out ids; those that are taken get a number."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = dict.fromkeys(taken, 1)

    def of(self, words: Iterable[str], otherwise: str) -> str:
        """An id made of some words; of another word if they have no letters of a to z."""
        name = slug(" ".join(words))[:_LONGEST].strip("-") or otherwise
        count = self._taken.get(name, 0) + 1
        while count > 1 and f"{name}-{count}" in self._taken:
            count += 1
        self._taken[name] = count
        free = name if count == 1 else f"{name}-{count}"
        self._taken.setdefault(free, 1)
        return free


def slug(text: str) -> str:
    """A text in small letters from a to z, digits and hyphens."""
    plain = normalize("NFKD", text.lower().replace("’", "").replace("'", ""))
    return _OTHERS.sub("-", plain.encode("ascii", "ignore").decode()).strip("-")
