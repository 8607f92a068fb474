"""Choosing distractors so that the key has no mark by which it could be known."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final, TypeVar

from app.domain.chance import Chance
from app.domain.option import sameness
from app.families.annotation_index import Material

T = TypeVar("T")

_LOOKED_AT: Final = 9
"""As many candidates are combined with each other."""

_TOO_OFTEN: Final = 4
"""So many times more than any other rank by length, the key of a family may have one."""

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
    material: Material,
    family: str,
    key: str,
    candidates: Iterable[T],
    text: Callable[[T], str] = str,
    fits: Callable[[Sequence[T]], bool] = bool,
) -> list[T] | None:
    """Two of the candidates, which come with the best first; None if no choice is fair.

    `fits` says of a choice whether it can be taken at all. Among fair choices (`Cues.fair`) the
    first wins in which the key has the rank by length that it has had least often in a family: so
    it is as often the shortest as the longest. Where that cannot be kept, nothing is chosen.
    """
    ranks = material.ranks.setdefault(family, Counter())
    best: tuple[int, list[T]] | None = None
    for group in _pairs(distinct(candidates, text, _LOOKED_AT, key)):
        texts = [text(option) for option in group]
        rank = sum(len(other) < len(key) for other in texts)
        better = best is None or ranks[rank] < ranks[best[0]]
        if better and fits(group) and material.cues.fair(key, texts):
            best = rank, list(group)
    if best is None or ranks[best[0]] - min(ranks[rank] for rank in range(3)) > _TOO_OFTEN:
        return None
    ranks[best[0]] += 1
    return best[1]


def _pairs(options: Sequence[T]) -> Iterator[tuple[T, T]]:
    """Pairs, those of the best candidates first."""
    places = combinations(range(len(options)), 2)
    for one, other in sorted(places, key=lambda pair: (sum(pair), pair)):
        yield options[one], options[other]
