"""Answers that are sets of ticks: reading them, and what right and wrong ticks earn together."""

from collections.abc import Callable, Set
from math import comb
from typing import Any

from app.errors import MalformedResponse


def read_ticks(raw: Any, ids: Set[str]) -> list[str] | None:
    """The ids that were ticked, sorted; None for no tick at all.

    Raises MalformedResponse unless `raw` is None or a list of ids, each of them there once.
    """
    if raw is None:
        return None
    if not isinstance(raw, list) or not all(isinstance(tick, str) for tick in raw):
        raise MalformedResponse("The answer must be a list of ids of the question's options.")
    ticks = set(raw)
    if len(ticks) < len(raw) or not ticks <= ids:
        raise MalformedResponse("Each id in the answer must be an option's, and be there once.")
    return sorted(ticks) or None


def balanced(hits: int, slips: int, keys: int, decoys: int) -> float:
    """Points from 0 to 1: 1/keys for each right tick, less 1/decoys for each wrong one.

    After the comparison of 41 methods by Kanzow et al. 2023 (JMIR Med Educ 9:e43792): only this
    rule gives part points and yet nothing to who ticks everything, however many options are right.
    """
    return max(0, hits * decoys - slips * keys) / (keys * decoys)


def mean_points(points: Callable[[int, int], float], keys: int, decoys: int) -> float:
    """The mean over all patterns with at least one tick, each as likely as the others.

    `points` takes the numbers of right and of wrong ticks.
    """
    total: float = sum(
        comb(keys, hits) * comb(decoys, slips) * points(hits, slips)
        for hits in range(keys + 1)
        for slips in range(decoys + 1)
        if hits or slips
    )
    return total / ((1 << keys + decoys) - 1)
