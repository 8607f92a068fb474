"""Who may meet whom: enemies, one claim, enemies of claims; whichever of two is asked first."""

import pytest

from app.domain.annotation import Claim
from app.domain.meeting import Meetings, enemies_of, rivals_of
from tests.quiz.banks import bank, question

FIRE = Claim("fire", "It burnt.", (), "reported fact", ("w",), enemies=frozenset(["smoke"]))
SMOKE = Claim("smoke", "It smoked.", (), "reported fact", ("w",))
BANK = bank(
    [
        question("burnt", about=["fire"]),
        question("why-burnt", about=["fire", "rain"]),
        question("smoked", about=["smoke"]),
        question("rained", about=["rain"], enemies=["smoked"]),
        question("who"),
    ],
    [FIRE, SMOKE],
)
APART = {
    ("burnt", "why-burnt"),  # one claim
    ("burnt", "smoked"),  # claims that are enemies
    ("why-burnt", "smoked"),
    ("why-burnt", "rained"),
    ("rained", "smoked"),  # enemies
}


@pytest.mark.parametrize("one", BANK.by_id)
@pytest.mark.parametrize("other", BANK.by_id)
def test_two_questions_meet_unless_something_keeps_them_apart(one: str, other: str) -> None:
    if one != other:
        apart = (one, other) in APART or (other, one) in APART
        assert Meetings(BANK).never_meet(one, other) is apart


def test_enemies_are_enemies_whichever_names_the_other() -> None:
    assert enemies_of(BANK.questions) == {
        "rained": frozenset(["smoked"]),
        "smoked": frozenset(["rained"]),
    }
    assert rivals_of(BANK.claims.values()) == {
        "fire": frozenset(["smoke"]),
        "smoke": frozenset(["fire"]),
    }


def test_a_question_bars_its_claims_and_their_enemies() -> None:
    assert Meetings(BANK).bars(BANK.by_id["burnt"]) == {"fire", "smoke"}
    assert Meetings(BANK).bars(BANK.by_id["who"]) == frozenset()
    assert Meetings(BANK).enemies("who") == frozenset()
