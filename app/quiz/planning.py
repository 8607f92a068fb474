"""The plan of one paper: how many questions of each cell, and how many of them hand-written."""

from collections.abc import Sequence

from app.quiz.beginning import Beginning
from app.quiz.dealing import Deal
from app.quiz.partial_paper import PartialPaper
from app.quiz.preferences import Aims


def planned(beginning: Beginning, aims: Aims) -> PartialPaper | None:
    """The beginning, to be filled cell by cell; None when counting tells that it cannot be."""
    table = beginning.table(aims.first_skill)
    if table is None:
        return None
    paper = beginning.paper
    cells = paper.pool.of_cell
    left = (count - paper.count(bits) for count, bits in zip(table, cells, strict=True))
    return paper.to_fill(zip(cells, left, strict=True))


def with_authors(paper: PartialPaper, aims: Aims, deal: Deal) -> PartialPaper:
    """A planned paper of which it is planned, too, what is hand-written in each cell."""
    written = paper.pool.written
    by_hand = _by_hand(paper, [left for _, left in paper.quotas], aims, deal)
    quotas = list(zip(paper.quotas, by_hand, strict=True))
    return paper.to_fill(
        [
            *((bits & written, some) for (bits, _), some in quotas),
            *((bits & ~written, left - some) for (bits, left), some in quotas),
        ]
    )


def _by_hand(paper: PartialPaper, left: Sequence[int], aims: Aims, deal: Deal) -> list[int]:
    """How many of each cell are hand-written, by lot over all hand-written questions.

    Every one of them has the same chance, whatever its cell; those of earlier papers of the
    series come last. Where families have too few, all else is hand-written.
    """
    pool = paper.pool
    families = [(paper.open & bits & ~pool.written).bit_count() for bits in pool.of_cell]
    given = [max(0, need - have) for need, have in zip(left, families, strict=True)]
    wanted = aims.written - paper.count(pool.written) - sum(given)
    fresh = paper.open & pool.written & aims.by_age[0]
    for candidates in (fresh & ~aims.used, fresh & aims.used):
        for place in deal.order:
            if wanted <= 0:
                return given
            cell = pool.cards[place].cell
            if candidates >> place & 1 and given[cell] < left[cell]:
                given[cell] += 1
                wanted -= 1
    return given
