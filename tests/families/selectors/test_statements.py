"""Questions on one statement: its wrong versions, its strength, its number."""

import pytest

from tests.families.annotated import BANK
from tests.families.materials import misses, picks


def test_a_statement_stands_among_its_own_wrong_versions() -> None:
    (pick,) = picks("told").values()
    texts = [wrong["text"] for wrong in pick.values["wrong"]]
    assert pick.values["claim"]["says"] == "The first swimmers came in 1990."
    assert all(text.startswith("The first swimmers came in 19") for text in texts)
    assert pick.about == ("opened",)


@pytest.mark.parametrize(
    ("item", "why"),
    [
        ("uncounted", "no two wrong versions"),
        ("heating", "without the statement before"),
        ("open", "by its look"),
    ],
)
def test_a_statement_without_fair_company_is_not_asked_for(item: str, why: str) -> None:
    assert why in misses("told")[item]


def test_a_rumour_is_never_asked_for() -> None:
    assert "opened" in picks("told")
    fact = "evidence: The pool opened in 1990\n    status: reported fact"
    rumour = BANK.replace(fact, fact.replace("reported fact", "rumour"))
    assert rumour != BANK
    assert "opened" not in picks("told", rumour)
    assert "opened" not in picks("gaps", rumour)


def test_versions_that_change_the_strength_alone_are_compared_by_it() -> None:
    assert set(picks("strengths")) == {"seniors"}
    assert "seniors" not in picks("told")


def test_the_number_of_the_evidence_is_left_out() -> None:
    found = {item: pick.values for item, pick in picks("gaps").items()}
    assert {item: values["number"] for item, values in found.items()} == {
        "seniors": 60,
        "opened": 1990,
        "lifeguards": 2,
    }
    assert found["seniors"]["gapped"].startswith("According to a survey, about half")
    assert "____" in found["seniors"]["gapped"]


def test_a_number_that_lost_its_hedge_is_not_left_out() -> None:
    bare = BANK.replace(
        "says: Two lifeguards worked there in the first summer.\n"
        "    evidence: it had 12 visitors a day and two lifeguards",
        "says: Heating the pool costs 300 euros on every single day.\n"
        "    evidence: {quote: heating costs at least 300 euros, paragraph: 4}",
    )
    assert bare != BANK
    assert "hedge" in misses("gaps", bare)["lifeguards"]
