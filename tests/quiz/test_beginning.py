"""Where a draw begins: what is always in it, what must be, and what is wished for."""

import pytest

from app.domain.bank import Bank, ContentNote
from app.quiz.beginning import Beginning, begin
from app.quiz.blueprint import Blueprint
from app.quiz.pool import make_pool
from tests.quiz.banks import bank, question
from tests.quiz.mixed import FACT_VS_OPINION

QUESTIONS = [
    question("a"),
    question("b", enemies=["c"]),
    question("c"),
    question("d", kind="order"),
    question("rare", reassures=True),
    *(question(f"o{n}", FACT_VS_OPINION) for n in range(2)),
]
NOTED = Bank(**(vars(bank(QUESTIONS)) | {"content_note": ContentNote()}))


def beginning_of(blueprint: Blueprint, *avoid: str) -> Beginning | None:
    return begin(make_pool(NOTED), blueprint.request, avoid)


def test_what_is_always_in_the_paper_is_chosen_whatever_its_kind() -> None:
    found = beginning_of(Blueprint(3, 0, 0, always=("d",), kinds=("choice",)))
    assert found is not None
    assert [card.id for card in found.paper.cards] == ["d"]
    assert found.paper.quotas[0][1] == 2
    assert not found.paper.fits(found.paper.pool.places["d"])


@pytest.mark.parametrize("always", [("b", "c"), ("x",), ("a", "b", "d")])
def test_what_cannot_be_in_it_together_begins_nothing(always: tuple[str, ...]) -> None:
    assert beginning_of(Blueprint(2, 0, 0, always=always)) is None


@pytest.mark.parametrize(("facts", "wishes"), [(3, ["rare"]), (4, ["rare", "o0 o1"])])
def test_four_questions_on_facts_wish_for_one_on_fact_and_opinion(
    facts: int, wishes: list[str]
) -> None:
    found = beginning_of(Blueprint(facts, 0, 0))
    assert found is not None
    cards = found.paper.pool.cards
    assert [
        " ".join(card.id for place, card in enumerate(cards) if wish >> place & 1)
        for wish in found.wishes
    ] == wishes


def test_counting_tells_how_many_seen_ones_must_come_again() -> None:
    found = beginning_of(Blueprint(4, 0, 0), "a", "b", "c", "d", "rare")
    assert found is not None
    table = found.table()
    assert table is not None
    assert found.least_reuse(table) == 2
