"""Papers of the banks that ship: each as a person could have written it, all of them even."""

from collections import Counter

import pytest

from app.config import shipped_banks
from app.domain.bank import Bank
from app.domain.question import Question
from app.library.reading import read_file
from app.quiz.blueprint import Blueprint
from app.quiz.drawing import draw
from tests.quiz.mixed import FACT_VS_OPINION

PAPERS = 300
SHIPPED = sorted(shipped_banks().glob("*.yaml"))

Drawn = tuple[Bank, list[list[Question]]]


@pytest.fixture(scope="module", params=SHIPPED, ids=lambda path: path.stem)
def drawn(request: pytest.FixtureRequest) -> Drawn:
    bank = read_file(request.param).bank
    assert bank is not None
    papers = (draw(bank, Blueprint(), seed).items for seed in range(PAPERS))
    return bank, [[bank.by_id[item.question] for item in items] for items in papers]


def test_at_least_half_is_hand_written(drawn: Drawn) -> None:
    assert all(sum(not one.family for one in paper) >= 6 for paper in drawn[1])


def test_every_paper_tells_fact_from_opinion(drawn: Drawn) -> None:
    assert all(any(str(one.skill) == FACT_VS_OPINION for one in paper) for paper in drawn[1])


def test_a_paper_on_a_hard_topic_reassures(drawn: Drawn) -> None:
    bank, papers = drawn
    if bank.content_note is not None:
        assert all(any(one.reassures for one in paper) for paper in papers)


def test_families_kinds_and_choices_are_mixed_in_nearly_every_paper(drawn: Drawn) -> None:
    """One in a hundred may fall short, as far as the claims of a bank are entangled."""
    for falls_short in (_has_twins, _has_few_kinds, _has_many_choices):
        assert sum(map(falls_short, drawn[1])) <= PAPERS / 100


def _has_twins(paper: list[Question]) -> bool:
    return max(Counter(one.family for one in paper if one.family).values(), default=0) > 1


def _has_few_kinds(paper: list[Question]) -> bool:
    return len({one.kind for one in paper}) < 5


def _has_many_choices(paper: list[Question]) -> bool:
    return sum(one.kind == "choice" for one in paper) > 6


def test_no_question_comes_in_more_than_a_quarter_of_the_papers(drawn: Drawn) -> None:
    """0.3, for 300 papers leave some room to chance."""
    often = Counter(one.id for paper in drawn[1] for one in paper)
    assert max(often.values()) / PAPERS < 0.3
