"""Chain: links, gaps, sources by their ids, and what a guess is worth."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.annotation import Source
from app.domain.kind import Surroundings, define
from app.kinds import chain
from tests.kinds.asking import COMMON, ask, points

IN_A_BANK = """
prompt: Through whose hands did the story come to those who heard it?
chain: [captain, gazette, listener]
extra: [a porter]
evidence: a listener read it out on the radio
"""
"""The question of this kind in the bank of every kind."""

AROUND = Surroundings(
    sources={
        "police": Source("police", "the police", "official"),
        "writer": Source("writer", "Ana Reyes", "writer"),
    },
    source_ids=frozenset({"police", "writer", "transcript"}),
)


def question(size: int, extra: int) -> chain.Definition:
    """A chain of `size`, with `extra` others."""
    definition: chain.Definition = ask(
        chain,
        chain=[f"Member {n}" for n in range(size)],
        extra=[f"Other {n}" for n in range(extra)],
    )
    return definition


def test_ids_of_sources_become_their_names() -> None:
    definition = ask(chain, AROUND, chain=["police", "A cousin", "writer"])
    assert [link.text for link in definition.links] == ["the police", "A cousin", "Ana Reyes"]


def test_a_source_under_review_leaves_the_question_out() -> None:
    own = {"kind": "chain", "chain": ["police", "writer"], "extra": ["transcript"]}
    assert define(chain, chain.Fields.model_validate(COMMON | own), AROUND) == (None, ())


def test_an_unknown_id_is_reported_with_what_was_meant() -> None:
    own = {"kind": "chain", "chain": ["polcie", "writer"]}
    _, (problem,) = define(chain, chain.Fields.model_validate(COMMON | own), AROUND)
    assert (problem.path, problem.rule) == (("chain", 0), "unknown-source")
    assert "`police`" in problem.help


@pytest.mark.parametrize("name", ["neighbours", "witness", "The polcie", "una vecina"])
def test_a_name_that_is_near_no_id_is_a_name(name: str) -> None:
    assert ask(chain, AROUND, chain=["police", "writer"], extra=[name]).extra[0].text == name


@pytest.mark.parametrize(("size", "extra"), [(2, 0), (2, 3), (3, 2), (4, 1), (5, 0), (3, 4)])
def test_the_guess_is_the_mean_over_every_chain(size: int, extra: int) -> None:
    definition = question(size, extra)
    ids = [option.id for option in definition.options]
    marks = [
        chain.mark(definition, list(way)).points
        for length in range(1, len(ids) + 1)
        for way in permutations(ids, length)
    ]
    assert chain.guess(definition) == pytest.approx(sum(marks) / len(marks), abs=1e-12)


@given(st.integers(2, 5), st.integers(0, 3), st.data())
def test_one_more_behind_the_whole_chain_never_gains(
    size: int, extra: int, data: st.DataObject
) -> None:
    definition = question(size, extra)
    length = data.draw(st.integers(0, extra))
    response = definition.ids + [other.id for other in definition.extra[:length]]
    earned = points(chain, definition, response)
    assert earned == pytest.approx(max(0, size - 1 - length) / (size - 1))


def test_over_a_gap_there_is_no_link() -> None:
    definition = question(3, 1)
    first, second, third = definition.ids
    assert points(chain, definition, [first, third]) == 0
    assert chain.mark(definition, {first: 1, second: 2, third: 4}).points == pytest.approx(1 / 2)


def test_parts_say_who_follows_rightly() -> None:
    definition = question(3, 1)
    first, second, third = definition.ids
    other = definition.extra[0].id
    assert chain.mark(definition, [first, second, other, third]).parts == {
        first: True,
        second: True,
        third: False,
        other: False,
    }
    assert chain.mark(definition, [second, third]).parts == {
        first: False,
        second: False,
        third: True,
        other: True,
    }


def test_the_tally_counts_first_mistakes() -> None:
    definition = question(2, 1)
    first, second = ids = definition.ids
    other = definition.extra[0].id
    given_answers = [ids, [*ids, other], [second, first], [first], None]
    summary = chain.summarise(definition, given_answers)
    assert summary.counts == {"": {other: 1}, first: {second: 1}, second: {"": 1}}
    assert (summary.answered, summary.blank) == (4, 1)


def test_the_solution_is_an_answer() -> None:
    definition = question(4, 2)
    assert points(chain, definition, chain.solution(definition)["chain"]) == 1
