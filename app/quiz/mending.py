"""Mending a whole paper: exchanging questions for others of their cells while that helps.

Choosing looks ahead by counting alone. A fault that shows only in the whole, such as a kind too
few, is mended here.
"""

from collections.abc import Iterator
from dataclasses import replace

from app.quiz.dealing import Deal
from app.quiz.faults import faults
from app.quiz.partial_paper import PartialPaper
from app.quiz.pool import Bits, union
from app.quiz.preferences import Aims


def mended(paper: PartialPaper, kept: int, offered: Bits, aims: Aims, deal: Deal) -> PartialPaper:
    """The paper after all exchanges that help; the first `kept` questions stay.

    Only unseen candidates of `offered` come in, those of earlier papers of the series where no
    other helps. Every exchange takes a fault away, so that there are few.
    """
    fresh = offered & aims.by_age[0]
    for candidates in (fresh & ~aims.used, fresh):
        while count := faults(paper, aims):
            exchanges = _exchanges(paper, kept, candidates, deal)
            better = next((one for one in exchanges if faults(one, aims) < count), None)
            if better is None:
                break
            paper = better
    return paper


def _exchanges(paper: PartialPaper, kept: int, fresh: Bits, deal: Deal) -> Iterator[PartialPaper]:
    """The paper with one question exchanged: for one of each kind, by lot."""
    pool = paper.pool
    for turn in range(kept, len(paper.chosen)):
        rest = (*paper.chosen[:turn], *paper.chosen[turn + 1 :])
        families = {pool.cards[place].family for place in rest} - {""}
        shut = union(pool.clashes[place] for place in rest)
        shut |= union(pool.of_family[family] for family in families)
        free = fresh & pool.of_cell[paper.cards[turn].cell] & ~shut
        for bits in pool.of_kind.values():
            if free & bits:
                place = deal.first(free & bits)
                chosen = (*paper.chosen[:turn], place, *paper.chosen[turn + 1 :])
                held = paper.held ^ (1 << paper.chosen[turn]) ^ (1 << place)
                yield replace(paper, chosen=chosen, held=held)
