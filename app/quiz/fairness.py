"""How fair a bank's papers are to each other: difficulty, overlap, makeup, how often each comes.

Many papers are drawn, each from a seed of its own, and compared. Before students have answered, a
question's level and what blind guessing earns are all that is known of its difficulty.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb
from statistics import fmean
from typing import Final

from app.domain.bank import Bank
from app.domain.question import Question
from app.kinds import KINDS, kind_of
from app.quiz.blueprint import Blueprint
from app.quiz.candidates import CELLS, Candidate
from app.quiz.drawing import draw
from app.quiz.makeup import Makeup, makeup_of
from app.quiz.pool import pool_of
from app.quiz.spread import Spread

PAPERS: Final = 1000
"""How many papers are drawn unless another number is asked for."""

OFTEN: Final = 0.15
"""A question in a greater share of the papers than this comes too often."""

SELDOM: Final = 0.005
"""A hand-written question in a smaller share of the papers than this hardly ever comes."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two papers have in common: `mean` is a share of a paper, from 0 to 1.

    `pairs` maps a number of common questions to how many pairs of papers have so many.
    """

    mean: float
    pairs: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Bottleneck:
    """A skill at a level that papers take `taken` questions of (on average) and that has `have`.

    `least` is the share of papers, from 0 to 1, that its questions come in on average: the less
    there is to choose from, the greater.
    """

    skill: str
    level: int
    taken: float
    have: int

    @property
    def least(self) -> float:
        """How often its questions come, on average: from 0 to 1."""
        return self.taken / self.have


@dataclass(frozen=True, slots=True)
class Fairness:
    """What many papers of one bank and blueprint have to do with each other.

    `levels` are the papers' mean levels (1 to 3), `guesses` the points that blind guessing earns
    (out of `total`). `exposure` maps each question that may be drawn to the share of papers that
    it is in (0 to 1), the most frequent first; `written` are those written by hand.
    """

    papers: int
    total: int
    levels: Spread
    guesses: Spread
    exposure: Mapping[str, float]
    overlap: Overlap
    bottlenecks: tuple[Bottleneck, ...]
    makeup: Makeup
    written: frozenset[str]

    @property
    def often(self) -> Mapping[str, float]:
        """The questions that come too often."""
        return {name: share for name, share in self.exposure.items() if share > OFTEN}

    @property
    def never(self) -> tuple[str, ...]:
        """The questions that no paper had."""
        return tuple(name for name, share in self.exposure.items() if not share)

    @property
    def seldom(self) -> Mapping[str, float]:
        """The hand-written questions that never or hardly ever come; none of fewer papers.

        In fewer than `PAPERS` papers a question may be missing by chance.
        """
        if self.papers < PAPERS:
            return {}
        return {
            name: share
            for name, share in self.exposure.items()
            if share < SELDOM and name in self.written
        }


def fairness(
    bank: Bank,
    blueprint: Blueprint,
    papers: int = PAPERS,
    *,
    watch: Callable[[Iterable[int]], Iterable[int]] = iter,
) -> Fairness:
    """Draw papers from the seeds 0 to `papers` - 1 and compare them; at least 2.

    `watch` passes the seeds on, and may report how far they are. Raises
    ImpossibleBlueprint when the bank cannot give such a paper.
    """
    drawn = [_questions(bank, blueprint, seed) for seed in watch(range(papers))]
    counts = Counter(question.id for paper in drawn for question in paper)
    names = {card.id for card in _drawable(bank, blueprint)} | counts.keys()
    exposure = {name: counts[name] / papers for name in sorted(names, key=_by(counts))}
    return Fairness(
        papers=papers,
        total=blueprint.total,
        levels=Spread.of([fmean(question.level for question in paper) for paper in drawn]),
        guesses=Spread.of([sum(map(_guess, paper)) for paper in drawn]),
        exposure=exposure,
        overlap=_overlap(drawn, blueprint.total),
        bottlenecks=tuple(_bottlenecks(bank, blueprint, drawn)),
        makeup=makeup_of(bank, drawn),
        written=frozenset(name for name in exposure if not bank.by_id[name].family),
    )


def _drawable(bank: Bank, blueprint: Blueprint) -> list[Candidate]:
    kinds = blueprint.kinds or KINDS
    return [card for card in pool_of(bank).cards if card.kind in kinds]


def _questions(bank: Bank, blueprint: Blueprint, seed: int) -> list[Question]:
    return [bank.by_id[item.question] for item in draw(bank, blueprint, seed).items]


def _by(counts: Counter[str]) -> Callable[[str], tuple[int, str]]:
    return lambda name: (-counts[name], name)


def _guess(question: Question) -> float:
    return kind_of(question).guess(question.definition)


def _overlap(drawn: Sequence[Sequence[Question]], total: int) -> Overlap:
    """Every pair of papers, each paper as the bits of one whole number."""
    places: dict[str, int] = {}
    papers = [
        sum(1 << places.setdefault(question.id, len(places)) for question in paper)
        for paper in drawn
    ]
    pairs = Counter((one & other).bit_count() for one, other in combinations(papers, 2))
    common = sum(number * count for number, count in pairs.items())
    return Overlap(common / comb(len(papers), 2) / total, dict(sorted(pairs.items())))


def _bottlenecks(
    bank: Bank, blueprint: Blueprint, drawn: Sequence[Sequence[Question]]
) -> Iterator[Bottleneck]:
    """The skills and levels whose questions come more often than is good, scarcest first."""
    taken = Counter(
        (question.skill.skill, question.level)
        for paper in drawn
        for question in paper
        if question.id not in blueprint.always
    )
    have = Counter(CELLS[card.cell] for card in _drawable(bank, blueprint))
    found = [
        Bottleneck(skill, level, taken[skill, level] / len(drawn), count)
        for (skill, level), count in have.items()
    ]
    scarce = [one for one in found if one.least > OFTEN]
    yield from sorted(scarce, key=lambda one: (-one.least, one.skill, one.level))
