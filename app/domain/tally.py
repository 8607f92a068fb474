"""Counting many answers: the one place where kinds add up what a class did."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """How often each answer was given.

    `counts` maps a row's id ("" for a question without rows) to how often each option id was
    chosen in it; `blank` counts the students who left the question open, `answered` the others.
    """

    counts: Mapping[str, Mapping[str, int]]
    answered: int
    blank: int


def tally(choices: Iterable[Iterable[tuple[str, str]] | None]) -> Tally:
    """Add up responses given as (row id, option id) pairs; None is a blank one."""
    counts: dict[str, Counter[str]] = {}
    answered = blank = 0
    for pairs in choices:
        if pairs is None:
            blank += 1
            continue
        answered += 1
        for row, option in pairs:
            counts.setdefault(row, Counter())[option] += 1
    return Tally(counts, answered, blank)
