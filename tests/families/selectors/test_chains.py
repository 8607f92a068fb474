"""The way of a statement, from its origin to the writer."""

import pytest

from tests.families.annotated import BANK
from tests.families.materials import material_of, misses, picks

LONG = BANK.replace("chain: [survey, radio, writer]", "chain: [survey, budget, radio, writer]")


def test_the_origin_stands_beside_another_hand_of_the_way() -> None:
    pick = picks("first origin", LONG)["seniors"]
    before = {one["id"]: one["before"] for one in pick.values["others"]}
    assert before.get("radio") == "the town's budget" or before.get("budget") == "a survey"


def test_the_last_giver_stands_beside_those_who_had_it_before() -> None:
    pick = picks("last giver", LONG)["seniors"]
    assert pick.values["claim"]["giver"]["id"] == "radio"
    after = {one["id"]: one["after"] for one in pick.values["others"]}
    assert after.get("budget") == "the local radio" or after.get("survey") == "the town's budget"


def test_each_giver_is_asked_for_once() -> None:
    found = picks("last giver", LONG)
    givers = [pick.values["claim"]["giver"]["id"] for pick in found.values()]
    assert len(givers) == len(set(givers))


def test_two_sources_that_are_no_part_of_the_way_are_to_be_left_out() -> None:
    chain = set(material_of().claims["seniors"].chain)
    others = {one["id"] for one in picks("ways")["seniors"].values["others"]}
    assert len(others) == 2
    assert not others & chain


def test_a_chain_with_two_names_alike_is_not_put_in_order() -> None:
    alike = BANK.replace("name: the local radio", "name: A survey")
    assert "one name" in misses("ways", alike)["seniors"]


@pytest.mark.parametrize("selector", ["first origin", "last giver", "ways"])
def test_a_short_chain_has_no_way(selector: str) -> None:
    short = BANK.replace("[survey, radio, writer]", "[survey, writer]")
    assert picks(selector, short) == {}


def test_statements_at_first_and_at_second_hand_are_sorted() -> None:
    assert "two statements of each sort" in misses("directness")["all"]
    more = """\
  repairs:
    says: New tiles were laid last year.
    evidence: {quote: According to the town's budget, paragraph: 4}
    status: attributed
    chain: [budget, radio, writer]
  pupils:
    says: Most of the classes come on foot.
    evidence: {quote: Mayor Adam Brandt, paragraph: 5}
    status: attributed
    chain: [brandt, writer]
"""
    (pick,) = picks("directness", BANK.replace("claims:\n", f"claims:\n{more}")).values()
    assert {one["id"] for one in pick.values["straight"]} == {"full", "pupils"}
    assert {one["id"] for one in pick.values["passed"]} == {"seniors", "repairs"}
