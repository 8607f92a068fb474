"""Highlight: phrases in their places, ticks in balance."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.kind import Surroundings, define
from app.kinds import highlight
from tests.kinds.asking import COMMON, ask, points

IN_A_BANK = """
prompt: Which words judge the delay?
paragraph: 2
targets: {a farce: It makes it ridiculous., a fairy tale: Nobody believes those.}
decoys: [the pier, asked not to be named]
evidence: called the delay a farce
"""
"""The question of this kind in the bank of every kind."""

AROUND = Surroundings(paragraphs=("It rained.", "The “storm” of protest grew, and it rained."))
OWN = {"paragraph": 2, "targets": ['"storm"'], "decoys": ["it rained", "grew"]}


def letters(keys: int, decoys: int) -> highlight.Definition:
    """A question about a paragraph of single letters."""
    signs = "abcdefghijkl"[: keys + decoys]
    definition: highlight.Definition = ask(
        highlight,
        Surroundings(paragraphs=(" ".join(signs),)),
        paragraph=1,
        targets=list(signs[:keys]),
        decoys=list(signs[keys:]),
    )
    return definition


def test_the_paragraph_is_shown_whole_and_as_it_stands() -> None:
    parts = highlight.present(ask(highlight, AROUND, **OWN), 1)["parts"]
    assert "".join(part["text"] for part in parts) == AROUND.paragraphs[1]
    phrases = [part["text"] for part in parts if "id" in part]
    assert phrases == ["“storm”", "grew", "it rained"]
    assert [part["text"] for part in parts if "id" not in part] == [
        "The ",
        " of protest ",
        ", and ",
        ".",
    ]


def test_only_what_is_to_be_found_is_evidence() -> None:
    definition = ask(highlight, AROUND, **OWN)
    (cited,), absent = highlight.citations(definition)
    assert (cited.path, cited.quotation.quote, cited.quotation.paragraph) == (
        ("targets", 0),
        '"storm"',
        2,
    )
    assert cited.row == definition.targets[0].id
    assert absent == ()


def test_a_phrase_of_another_paragraph_is_reported() -> None:
    own = OWN | {"kind": "highlight", "decoys": ["It rained"]}
    _, (problem,) = define(highlight, highlight.Fields.model_validate(COMMON | own), AROUND)
    assert problem.path == ("decoys", 0)
    assert "paragraph 1" in problem.help


sizes = st.integers(1, 6)


@given(sizes, sizes)
def test_ticking_everything_gains_nothing(keys: int, decoys: int) -> None:
    definition = letters(keys, decoys)
    assert points(highlight, definition, [option.id for option in definition.options]) == 0


@pytest.mark.parametrize("shape", [(1, 1), (2, 4), (3, 2)])
def test_the_guess_is_the_mean_over_every_pattern(shape: tuple[int, int]) -> None:
    definition = letters(*shape)
    ids = [option.id for option in definition.options]
    marks = [
        points(highlight, definition, list(ticks))
        for size in range(1, len(ids) + 1)
        for ticks in combinations(ids, size)
    ]
    assert highlight.guess(definition) == pytest.approx(sum(marks) / len(marks), abs=1e-12)


def test_the_solution_is_an_answer() -> None:
    definition = ask(highlight, AROUND, **OWN)
    assert points(highlight, definition, highlight.solution(definition)["answers"]) == 1


def test_reasons_wait_for_the_solution() -> None:
    own = OWN | {"targets": {'"storm"': "It paints."}}
    definition = ask(highlight, AROUND, **own)
    assert highlight.solution(definition)["reasons"] == {definition.targets[0].id: "It paints."}


def test_the_tally_counts_ticks() -> None:
    definition = letters(1, 1)
    first, second = (option.id for option in definition.options)
    summary = highlight.summarise(definition, [[first], [first, second], None])
    assert summary.counts == {"": {first: 2, second: 1}}
