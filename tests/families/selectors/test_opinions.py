"""What evidence can settle, and what it cannot."""

import pytest

from app.families.selectors.facts import is_checkable
from tests.families.annotated import BANK
from tests.families.materials import material_of, misses, picks

LAST = "it had 12 visitors a day and two lifeguards"
JUDGED = BANK.replace(
    "The pool opened in 1990. In", "The pool opened in 1990. It is a jewel. Rain is welcome. In"
).replace(
    "claims:\n",
    """\
claims:
  jewel:
    says: The pool is worth more than any other building.
    evidence: It is a jewel
    status: opinion
    chain: [writer]
""",
)


@pytest.mark.parametrize(
    ("claim", "checkable"),
    [
        ("opened", True),
        ("lifeguards", True),
        ("seniors", True),
        ("heating", True),
        ("full", False),
        ("warm", False),
        ("schools", False),
        ("uncounted", False),
    ],
)
def test_a_fact_is_reported_as_one_or_has_a_record_or_a_number(claim: str, checkable: bool) -> None:
    material = material_of()
    assert is_checkable(material.claims[claim], material) is checkable


def test_a_fact_about_the_future_is_none_yet() -> None:
    bank = BANK.replace("says: The first swimmers came", "says: The first swimmers will come")
    material = material_of(bank)
    assert not is_checkable(material.claims["opened"], material)


def test_judgements_and_forecasts_are_set_against_facts() -> None:
    (pick,) = picks("checked and held").values()
    assert {one["status"] for one in pick.values["held"]} <= {"opinion", "prediction"}
    assert len(pick.values["held"]) == len(pick.values["checked"]) == 2
    (pick,) = picks("checkable").values()
    assert len(pick.values["wrong"]) == 2
    assert len(pick.values["right"]) in {2, 3}


def test_one_opinion_is_too_few() -> None:
    bank = BANK.replace("status: prediction", "status: attributed")
    for selector in ("checked and held", "checkable"):
        assert "two opinions or predictions" in misses(selector, bank)["all"]


def test_claims_that_give_each_other_away_are_not_shown_together() -> None:
    enemies = "    chain: [writer]\n    enemies: [lifeguards]\n    misreadings:\n      The first sw"
    bank = BANK.replace("    chain: [writer]\n    misreadings:\n      The first sw", enemies, 1)
    assert bank != BANK
    for selector in ("checked and held", "checkable"):
        for pick in picks(selector, bank).values():
            assert not {"opened", "lifeguards"} <= set(pick.about)


def test_the_words_of_a_judgement_are_marked_among_facts_of_the_paragraph() -> None:
    pick = picks("judging words", JUDGED)["jewel"]
    assert [one["id"] for one in pick.values["held"]] == ["jewel"]
    assert {one["id"] for one in pick.values["facts"]} == {"opened", "lifeguards"}
    assert (pick.values["judged"], pick.values["foretold"]) == (True, False)
    assert "too few facts" in misses("judging words")["warm"]
