"""Choosing distractors so that the key has no mark by which it could be known."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final, TypeVar

from app.domain.chance import Chance
from app.domain.option import sameness
from app.families.cues import Cues

T = TypeVar("T")

_LOOKED_AT: Final = 9
"""As many candidates are combined with each other."""

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
    cues: Cues,
    key: str,
    candidates: Iterable[T],
    count: int,
    label: str,
    text: Callable[[T], str] = str,
    fits: Callable[[Sequence[T]], bool] = bool,
) -> list[T] | None:
    """`count` of the candidates, which come with the best first; None if no choice is fair.

    `fits` says of a choice whether it can be taken at all. Among fair choices (`Cues.fair`) the
    first wins in which the key's rank by length is the one that the label's lot gives, so that
    over a bank the key is as often short as long.
    """
    others = distinct(candidates, text, _LOOKED_AT, key)
    wanted = lot(count + 1, "length", label)
    spare: list[T] | None = None
    for group in _groups(others, count):
        texts = [text(option) for option in group]
        if not fits(group) or not cues.fair(key, texts):
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
