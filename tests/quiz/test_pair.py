"""Before and after: two papers of one seed that have nothing in common but their form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.bank import Bank
from app.errors import ImpossibleBlueprint
from app.quiz.blueprint import Blueprint
from app.quiz.drawing import DrawnPaper, draw
from app.quiz.pair import draw_pair
from tests.quiz.banks import bank, even_bank, question

SIX = Blueprint(2, 2, 2)
SMALL = even_bank(4)


def form(found_in: Bank, paper: DrawnPaper) -> list[tuple[str, int]]:
    questions = [found_in.by_id[item.question] for item in paper.items]
    return sorted((one.skill.skill, one.level) for one in questions)


@given(st.integers(0, 2**40))
def test_two_papers_of_one_form_share_no_question(seed: int) -> None:
    pair = draw_pair(SMALL, SIX, seed)
    before, after = ({item.question for item in one.items} for one in (pair.before, pair.after))
    assert not before & after
    assert form(SMALL, pair.before) == form(SMALL, pair.after)
    assert pair == draw_pair(SMALL, SIX, seed)
    assert pair.before == draw(SMALL, SIX, seed)
    assert pair.after.seed == seed


def test_a_bank_that_is_too_small_says_how_much_is_missing() -> None:
    questions = [question(f"{skill}-{n}", skill) for skill in SKILLS for n in range(3)]
    with pytest.raises(ImpossibleBlueprint, match="would need 3 of the first one's again"):
        draw_pair(bank(questions), SIX, 1)


SKILLS = ("facts", "sourcing", "framing")


def test_what_is_always_there_is_in_the_way() -> None:
    with pytest.raises(ImpossibleBlueprint, match="always included"):
        draw_pair(SMALL, Blueprint(2, 2, 2, always=("facts-1-0",)), 1)
