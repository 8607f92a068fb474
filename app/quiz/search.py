"""The last resort of the drawing: trying one candidate after the other, for a number of steps."""

from dataclasses import dataclass

from app.quiz.partial_paper import PartialPaper
from app.quiz.pool import Bits


@dataclass(slots=True)
class Steps:
    """How many more candidates may be tried; counted, so that every machine gives up alike."""

    left: int

    def take(self) -> bool:
        """Use one step; False when there is none."""
        self.left -= 1
        return self.left >= 0


@dataclass(frozen=True, slots=True)
class Search:
    """A depth-first search, scarcest quota first, which looks ahead by counting.

    `order` is the order in which candidates are tried, and `seen` what is to be avoided. A search
    that ends before its steps do has proved that there is no paper.
    """

    order: tuple[int, ...]
    seen: Bits
    steps: Steps

    def fill(self, paper: PartialPaper, reuse: int) -> PartialPaper | None:
        """A whole paper with at most `reuse` more seen candidates; None when none was found."""
        if paper.is_whole:
            return paper
        if not paper.can_be_filled() or self._least_reuse(paper) > reuse:
            return None
        candidates = self._scarcest(paper)
        for place in self.order:
            if not candidates >> place & 1:
                continue
            cost = self.seen >> place & 1
            if cost <= reuse:
                if not self.steps.take():
                    return None
                found = self.fill(paper.with_one(place), reuse - cost)
                if found is not None:
                    return found
            paper = paper.among(~(1 << place))
            if not paper.can_be_filled():
                return None
        return None

    def _scarcest(self, paper: PartialPaper) -> Bits:
        """The open candidates of the quota that has the least choice."""
        sets = [(paper.open & bits, left) for bits, left in paper.quotas if left]
        return min(sets, key=lambda pair: pair[0].bit_count() - pair[1])[0]

    def _least_reuse(self, paper: PartialPaper) -> int:
        """The seen candidates that one quota needs at least."""
        unseen = paper.open & ~self.seen
        return max(left - (unseen & bits).bit_count() for bits, left in paper.quotas)
