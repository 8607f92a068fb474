"""Composing one paper: question after question, by preference and by lot.

A place is given to the candidate that comes first among the preferred ones, if what is missing can
then still be filled as far as counting tells. Of a few papers with other lots the best is taken.
"""

from collections.abc import Callable, Sequence
from typing import Final

from app.quiz.beginning import Beginning
from app.quiz.dealing import Deal
from app.quiz.faults import faults
from app.quiz.mending import mended
from app.quiz.partial_paper import PartialPaper
from app.quiz.planning import planned, with_authors
from app.quiz.pool import Bits
from app.quiz.preferences import PREFERENCES, UNSEEN, UNUSED, Aims, Rule, preferred

LACKING: Final = 4
"""The weight of a wish that was not granted, beside those of `faults`."""

STUCK: Final = 4
"""After so many deals that all get stuck, no further one is tried."""

UNPLANNED: Final = 2
"""How many papers are tried without a plan where none could be filled as planned."""

_ALL: Final = tuple(PREFERENCES.values())
_UNSEEN: Final = (PREFERENCES[UNSEEN],)
_UNUSED: Final = (PREFERENCES[UNUSED],)


def composed(beginning: Beginning, aims: Aims, deals: Sequence[Deal]) -> PartialPaper | None:
    """The best paper of some deals, or the first without a fault; None when all get stuck."""
    plan = planned(beginning, aims)
    found = _best(beginning, plan, aims, deals) if plan else None
    return found or _best(beginning, None, aims, deals[:UNPLANNED])


def _best(
    beginning: Beginning, plan: PartialPaper | None, aims: Aims, deals: Sequence[Deal]
) -> PartialPaper | None:
    best: tuple[int, PartialPaper] | None = None
    for number, deal in enumerate(deals, start=1):
        begun = _begun(plan or beginning.paper, beginning.wishes, aims, (deals[0], deal))
        paper = with_authors(begun, aims, deal) if plan else begun
        found = _filled(paper, aims, deal)
        if found is not None:
            found = mended(found, len(begun.chosen), beginning.paper.open, aims, deal)
            count = _faults(found, beginning, aims)
            if best is None or count < best[0]:
                best = count, found
            if not count:
                break
        elif best is None and number >= STUCK:
            break
    return best[1] if best else None


def _faults(paper: PartialPaper, beginning: Beginning, aims: Aims) -> int:
    lacking = sum(not paper.count(wish) for wish in beginning.wishes)
    return faults(paper, aims) + LACKING * lacking


def _begun(
    paper: PartialPaper, wishes: Sequence[Bits], aims: Aims, deals: tuple[Deal, Deal]
) -> PartialPaper:
    """The paper with a hand-written question by lot, the same in every deal, and its wishes.

    The first question owes its place to the lot alone: so each of the bank has its turn, unless
    a wish could not be granted beside it.
    """
    first, deal = deals
    written = paper.pool.written
    begun = _granted(_with_one_of(paper, written, aims, first), wishes, aims, deal)
    if all(map(begun.count, wishes)):
        return begun
    return _with_one_of(_granted(paper, wishes, aims, deal), written, aims, first)


def _granted(paper: PartialPaper, wishes: Sequence[Bits], aims: Aims, deal: Deal) -> PartialPaper:
    for wish in wishes:
        if not paper.count(wish):
            paper = _with_one_of(paper, wish, aims, deal)
    return paper


def _with_one_of(paper: PartialPaper, wish: Bits, aims: Aims, deal: Deal) -> PartialPaper:
    if not paper.open:
        return paper
    liked = preferred(paper, aims, paper.open, _UNSEEN) & wish
    return _taken(paper, liked, aims, _UNUSED, deal.by_lot) or paper


def _filled(paper: PartialPaper, aims: Aims, deal: Deal) -> PartialPaper | None:
    while not paper.is_whole:
        taken = _taken(paper, paper.open, aims, _ALL, deal.first)
        if taken is None:
            return None
        paper = taken
    return paper


def _taken(
    paper: PartialPaper,
    candidates: Bits,
    aims: Aims,
    rules: Sequence[Rule],
    pick: Callable[[Bits], int],
) -> PartialPaper | None:
    """The paper with one more; None when none of the candidates lets it be filled.

    After one that does not, its whole cell is passed over: there are few cells, and mostly it is
    the cell that has no room.
    """
    while candidates:
        place = pick(preferred(paper, aims, candidates, rules))
        taken = paper.with_one(place)
        if taken.can_be_filled():
            return taken
        candidates &= ~paper.pool.of_cell[paper.pool.cards[place].cell]
    return None
