"""What would give a key away to somebody who has not read the text: such options are not used.

The measures are those of the linter's rules on cues, so that what is made here passes there.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final

from app.families.tongue import Tongue
from app.families.words import content_words

_FLOOR: Final = 15
"""Signs up to which a ratio of lengths says nothing."""

_LONGER: Final = 1.3

_SHORTER: Final = 0.7

_RUN: Final = 6
"""Words in a row that are the article's own."""

_WORD: Final = re.compile(r"\w+(?:[’']\w+)*")
_DIGIT: Final = re.compile(r"\d")
_QUOTED: Final = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"")

_LOOKS: Final[Sequence[Callable[[str], bool]]] = (
    lambda text: bool(_DIGIT.search(text)),
    lambda text: bool(_QUOTED.search(text)),
    lambda text: "(" in text,
)


@dataclass(frozen=True)
class Cues:
    """The words of a language and of an article by which options are judged."""

    paragraphs: tuple[str, ...]
    tongue: Tongue

    @cached_property
    def _runs(self) -> frozenset[tuple[str, ...]]:
        return frozenset(run for text in self.paragraphs for run in _runs(text))

    # The same options are judged beside many others.
    @cached_property
    def _is_strong(self) -> Callable[[str], bool]:
        return cache(self.tongue.is_strong)

    @cached_property
    def _is_careful(self) -> Callable[[str], bool]:
        return cache(self.tongue.is_careful)

    def fair(self, key: str, others: Sequence[str]) -> bool:
        """Whether nothing marks the key."""
        return (
            _alike_in_length(key, others)
            and not _is_centre(key, others)
            and not _stands_out(key, others)
            and not self._verbatim(key, others)
            and self._alike_in_strength(key, others)
        )

    def _alike_in_strength(self, key: str, others: Sequence[str]) -> bool:
        """No strong word in wrong options alone, no careful word in the key alone."""
        strong = any(map(self._is_strong, others)) and not self._is_strong(key)
        careful = self._is_careful(key) and not any(map(self._is_careful, others))
        return not strong and not careful

    def _verbatim(self, key: str, others: Iterable[str]) -> bool:
        """Six words of the article in a row in the key, and in no other option."""
        copied = (not self._runs.isdisjoint(_runs(text)) for text in (key, *others))
        return next(copied) and not any(copied)


def _runs(text: str) -> Iterable[tuple[str, ...]]:
    words = [word.lower().replace("’", "'") for word in _WORD.findall(text)]
    return (tuple(words[place : place + _RUN]) for place in range(len(words) - _RUN + 1))


def _alike_in_length(key: str, others: Sequence[str]) -> bool:
    lengths = [len(other) for other in others]
    mean = sum(lengths) / len(lengths)
    if max(len(key), mean) <= _FLOOR:
        return True
    longest = len(key) > max(lengths) and len(key) > _LONGER * mean
    shortest = len(key) < min(lengths) and len(key) < _SHORTER * mean
    return not longest and not shortest


def _is_centre(key: str, others: Sequence[str]) -> bool:
    """Whether the key shares more words with the others than any of them does (convergence)."""
    words = [content_words(text) for text in (key, *others)]
    shared = [
        sum(len(mine & theirs) for j, theirs in enumerate(words) if j != i)
        for i, mine in enumerate(words)
    ]
    return shared[0] > max(shared[1:])


def _stands_out(key: str, others: Sequence[str]) -> bool:
    """Whether the key alone has, or alone lacks, what can be seen without reading."""
    for has in _LOOKS:
        looks = set(map(has, others))
        if len(others) > 1 and looks == {not has(key)}:
            return True
    return False
