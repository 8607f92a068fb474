"""Choosing distractors so that the key has no mark by which it could be known."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final, TypeVar

from app.bank.families.material import content_words
from app.domain.chance import Chance
from app.domain.option import sameness

T = TypeVar("T")

_LOOKED_AT: Final = 9
"""As many candidates are combined with each other."""

_FLOOR: Final = 15
"""Options that differ by fewer signs than these are alike in length."""

_CHANCE: Final = Chance(4)


def lot(limit: int, *labels: str) -> int:
    """A number below a limit that is fixed by the labels: the same in every bank and release."""
    return _CHANCE.below(limit, *labels)


def distinct(options: Iterable[T], text: Callable[[T], str], most: int, apart: str = "") -> list[T]:
    """The first options that say the same neither as an earlier one nor as the text `apart`."""
    known = {sameness(apart)} if apart else set()
    kept: list[T] = []
    for option in options:
        if len(kept) == most:
            break
        same = sameness(text(option))
        if same not in known:
            known.add(same)
            kept.append(option)
    return kept


def choose(
    key: str, candidates: Iterable[T], count: int, label: str, text: Callable[[T], str] = str
) -> list[T] | None:
    """`count` of the candidates, which come with the best first; None if no choice is fair.

    Fair is a choice in which the key is not conspicuously long or short, nor the one that all
    others resemble. Among fair ones the first wins in which the key's rank by length is the one
    that the label's lot gives, so that over a bank the key is as often short as long.
    """
    others = distinct(candidates, text, _LOOKED_AT, key)
    wanted = lot(count + 1, "length", label)
    spare: list[T] | None = None
    for group in _groups(others, count):
        texts = [text(option) for option in group]
        if not alike_in_length(key, texts) or is_centre(key, texts):
            continue
        if sum(len(other) < len(key) for other in texts) == wanted:
            return list(group)
        spare = spare or list(group)
    return spare


def _groups(options: Sequence[T], count: int) -> Iterator[tuple[T, ...]]:
    """Combinations, those of the best candidates first."""
    places = combinations(range(len(options)), count)
    for group in sorted(places, key=lambda group: (sum(group), group)):
        yield tuple(options[place] for place in group)


def alike_in_length(key: str, others: Sequence[str]) -> bool:
    """Whether the key is neither conspicuously the longest nor the shortest."""
    lengths = [len(other) for other in others]
    mean = sum(lengths) / len(lengths)
    if len(key) > max(lengths) and len(key) - mean > _FLOOR:
        return len(key) <= 1.25 * mean
    if len(key) < min(lengths) and mean - len(key) > _FLOOR:
        return len(key) >= 0.75 * mean
    return True


def is_centre(key: str, others: Sequence[str]) -> bool:
    """Whether the key shares more words with the others than any of them does (convergence)."""
    words = [content_words(text) for text in (key, *others)]
    shared = [
        sum(len(mine & theirs) for j, theirs in enumerate(words) if j != i)
        for i, mine in enumerate(words)
    ]
    return shared[0] > max(shared[1:])
