"""Who says it: the source of a statement, or that it has none."""

import pytest

from tests.families.annotated import BANK
from tests.families.materials import material_of, misses, picks


def test_a_source_stands_among_others_that_have_no_part_in_the_statement() -> None:
    material = material_of()
    for item, pick in picks("on whose word").items():
        chain = material.claims[item].chain
        assert not {one["id"] for one in pick.values["others"]} & set(chain)


def test_one_of_the_others_is_of_the_same_kind() -> None:
    """A person is not the only person, and a name not the only name."""
    people = {"official", "witness", "participant", "expert", "reporter"}
    for pick in picks("on whose word").values():
        origin = pick.values["claim"]["origin"]
        assert any(
            (one["type"] in people) is (origin["type"] in people)
            and one["bare"][:1].isupper() is origin["bare"][:1].isupper()
            for one in pick.values["others"]
        )


def test_a_source_whose_attribution_may_reach_the_statement_is_not_set_against_it() -> None:
    more = """\
  reached:
    says: The pool costs a lot of money in every month.
    evidence: A miser would shut it
    status: attributed
    chain: [radio, writer]
  reaching:
    says: The building needs new windows before long.
    evidence: {quote: According to, paragraph: 4}
    status: attributed
    chain: [neighbour, radio, writer]
"""
    bank = BANK.replace("claims:\n", f"claims:\n{more}")
    offered = picks("on whose word", bank)
    if "reached" in offered:
        others = {one["id"] for one in offered["reached"].values["others"]}
        assert "neighbour" not in others


@pytest.mark.parametrize("selector", ["on whose word", "resting on"])
def test_a_statement_that_tells_its_source_is_not_asked_for(selector: str) -> None:
    assert "itself names" in misses(selector)["warm"]


def test_a_rumour_has_no_source_to_ask_for() -> None:
    rumour = BANK.replace("status: prediction", "status: rumour")
    assert "schools" in picks("on whose word")
    assert "schools" not in picks("on whose word", rumour)
    assert "schools" not in picks("resting on", rumour)


def test_an_aside_in_a_report_is_on_no_ones_word() -> None:
    """Whether the neighbour or the writer vouches for “who gave no name” is not shown."""
    more = """\
  aside:
    says: One of the people asked wished to stay unknown.
    evidence: who gave no name
    status: attributed
    chain: [neighbour, writer]
"""
    bank = BANK.replace("claims:\n", f"claims:\n{more}")
    for selector in ("on whose word", "resting on", "with source"):
        assert "aside" not in {*picks(selector, bank), *misses(selector, bank)}


def test_statements_with_and_without_a_source_are_set_against_each_other() -> None:
    material = material_of()
    (pick,) = picks("with source").values()
    key, *others = (material.claims[name] for name in pick.about)
    assert len(key.chain) > 1
    assert all(len(other.chain) == 1 for other in others)
    (pick,) = picks("without source").values()
    key, *others = (material.claims[name] for name in pick.about)
    assert len(key.chain) == 1
    assert all(len(other.chain) > 1 for other in others)


def test_statements_are_matched_with_sources_that_are_not_akin_and_one_to_spare() -> None:
    (pick,) = picks("pairs").values()
    sources = [row["origin"]["id"] for row in pick.values["rows"]]
    assert len(set(sources)) == 3
    assert pick.values["spare"]["id"] not in sources


def test_two_documents_and_two_people_are_needed_for_the_record() -> None:
    assert picks("on record") == {}
    more = """\
  repairs:
    says: New tiles were laid last year.
    evidence: {quote: According to the town's budget, paragraph: 4}
    status: attributed
    chain: [budget, writer]
"""
    bank = BANK.replace("claims:\n", f"claims:\n{more}")
    (pick,) = picks("on record", bank).values()
    assert {one["id"] for one in pick.values["right"]} == {"repairs", "seniors"}
    assert {one["origin"]["type"] for one in pick.values["others"]} <= {"official", "witness"}
