"""Choosing the questions of a paper, at a cost that is bounded whatever is asked.

Papers are composed by preference and by lot. Where all get stuck, or take more seen questions than
they must, a search of bounded length tries in earnest.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.domain.chance import Chance
from app.domain.skill import SKILLS
from app.quiz.beginning import Beginning, begin
from app.quiz.candidates import Candidate
from app.quiz.composing import composed
from app.quiz.dealing import Deal
from app.quiz.mending import mended
from app.quiz.partial_paper import PartialPaper
from app.quiz.pool import Pool
from app.quiz.request import Request
from app.quiz.search import Search, Steps

PICKS: Final = 96
"""Questions in all papers of a series, and in all attempts at one paper, beyond the first."""

SPARE: Final = 6
"""Hand-written questions that a series leaves over for each of its papers."""

PLENTY: Final = 20
"""A bank with hand-written questions for so many papers needs no series."""


@dataclass(frozen=True, slots=True)
class Effort:
    """What a draw may cost: papers of a series, attempts at each, and steps of the search.

    Steps are counted, and not seconds, so that every machine draws the same paper.
    """

    series: int = 8
    attempts: int = 8
    steps: int = 100


FULL: Final = Effort()
"""For a student's paper."""

ANY: Final = Effort(series=1, attempts=2, steps=60)
"""To find out whether there is a paper."""

LITTLE: Final = Effort(series=1, attempts=1, steps=15)
"""To find out why there is none."""


def choose(
    pool: Pool,
    request: Request,
    seed: int,
    avoid: Sequence[str] = (),
    effort: Effort = FULL,
) -> tuple[Candidate, ...] | None:
    """The questions of a paper, `always` first; None when no paper was found.

    `avoid` are ids of questions that were seen, the longest ago first: as few of them come in as
    can be.
    """
    beginning = begin(pool, request, avoid)
    table = beginning.table() if beginning else None
    if beginning is None or table is None:
        return None
    least, steps = beginning.least_reuse(table), Steps(effort.steps)
    found = _of_series(beginning, seed, effort)
    if found is None or beginning.reused(found) > least:
        found = _in_earnest(beginning, seed, least, found, steps)
    if found is None and (seed or avoid) and steps.left < 0:
        # What one seed finds, every seed has: a blueprint is not possible by luck.
        return choose(pool, request, seed=0, effort=ANY)
    return tuple(found.cards) if found else None


def _of_series(beginning: Beginning, seed: int, effort: Effort) -> PartialPaper | None:
    """One paper, by lot, of a series in which no question comes twice while others are left.

    Questions that fit into any gap would else be in too many papers; of a series of four, they
    are in one.
    """
    chance = Chance(seed)
    number = chance.below(_length(beginning, effort), "series")
    aims = replace(beginning.aims, first_skill=chance.below(len(SKILLS), "first skill"))
    attempts = max(1, min(effort.attempts, PICKS // max(1, beginning.demand.total)))
    used, found = 0, None
    for turn in range(number + 1):
        deals = [Deal.of(beginning.paper.pool, seed, turn, one) for one in range(attempts)]
        found = composed(beginning, replace(aims, used=used), deals)
        used |= found.held if found else 0
    return found


def _length(beginning: Beginning, effort: Effort) -> int:
    """How many papers a series has: as many as the bank's hand-written questions are enough for."""
    written = (beginning.paper.open & beginning.paper.pool.written).bit_count()
    papers = written // (beginning.aims.written + SPARE)
    longest = min(effort.series, PICKS // max(1, beginning.demand.total))
    return max(1, min(papers, longest)) if papers < PLENTY else 1


def _in_earnest(
    beginning: Beginning, seed: int, least: int, found: PartialPaper | None, steps: Steps
) -> PartialPaper | None:
    """A paper with fewer seen questions than the one that was found, or that one.

    With steps left at the end, it is proved that there is no better one.
    """
    deal = Deal.of(beginning.paper.pool, seed)
    breadths = beginning.paper.pool.breadths
    order = sorted(
        range(len(breadths)),
        key=lambda place: (beginning.seen >> place & 1, breadths[place], deal.lots[place]),
    )
    search = Search(tuple(order), beginning.seen, steps)
    most = beginning.reused(found) if found else beginning.demand.total + 1
    for reuse in range(least, most):
        better = search.fill(beginning.paper, reuse)
        if better is not None:
            kept = len(beginning.paper.chosen)
            return mended(better, kept, beginning.paper.open, beginning.aims, deal)
        if steps.left < 0:
            break
    return found
