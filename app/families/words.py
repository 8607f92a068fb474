"""The words of a text that carry meaning, cut so that forms of one word are the same."""

from functools import lru_cache
from typing import Final

from app.domain.typed import plain

_LONG_ENOUGH: Final = 4
_KEPT: Final = 6


@lru_cache(maxsize=4096)
def content_words(text: str) -> frozenset[str]:
    """The longer words and the numbers of a text: what two texts have in common shows in them.

    Words are in small letters and without accents, without a plural's ending, and cut after six
    letters: attack, attacks and attackers are one.
    """
    words = "".join(sign if sign.isalnum() else " " for sign in plain(text)).split()
    return frozenset(
        word if word.isdigit() else word.removesuffix("s")[:_KEPT]
        for word in words
        if len(word) >= _LONG_ENOUGH or word.isdigit()
    )
