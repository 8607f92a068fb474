"""What the rest of the house needs to know of a kind comes with every kind."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from app.domain.kind import Kind, Sample
from app.kinds import KINDS
from tests.contract.sampling import (
    EVERY_KIND,
    EVERY_SAMPLE,
    responses,
    settled,
)

ROOT = Path(__file__).parents[2]


@EVERY_SAMPLE
def test_the_rule_has_words(kind: Kind, sample: Sample) -> None:
    rule = kind.mark(settled(kind, sample), None).rule
    assert kind.RULES[rule].endswith(".")


def test_a_rule_that_kinds_share_has_the_same_words_in_each() -> None:
    worded = {pair for kind in KINDS.values() for pair in kind.RULES.items()}
    assert len(worded) == len({rule for rule, _ in worded})


@EVERY_KIND
def test_it_says_how_to_answer_on_paper(kind: Kind) -> None:
    assert kind.ON_PAPER.endswith(".")


@EVERY_SAMPLE
def test_responses_are_as_the_kind_describes_them(kind: Kind, sample: Sample) -> None:
    definition = settled(kind, sample)
    for response in responses(sample)[1:]:
        read = kind.read(definition, response)
        assert kind.RESPONSE.validate_python(read, strict=True) == read


@EVERY_KIND
def test_no_kind_describes_a_blank_response(kind: Kind) -> None:
    assert kind.RESPONSE.json_schema()["description"].endswith(".")
    with pytest.raises(ValidationError):
        kind.RESPONSE.validate_python(None)


@EVERY_SAMPLE
def test_families_fill_fields_that_the_kind_has(kind: Kind, sample: Sample) -> None:
    filled = kind.FAMILY_FIELDS
    if filled is None:
        return
    assert {filled.answer, filled.distractors} - {""} <= set(kind.Fields.model_fields)
    assert ("paragraph" in sample.fields) is filled.in_paragraph
    answer = sample.fields[filled.answer]
    assert isinstance(answer, list | dict) is not filled.single


def test_the_design_names_every_door_of_a_kind() -> None:
    text = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
    cost = text.partition("### What does a new kind of question cost?")[2].partition("\n###")[0]
    doors = {name for name in (*Kind.__annotations__, *vars(Kind)) if not name.startswith("_")}
    assert {name for name in doors if f"`{name}`" not in cost} == set()
    assert len(doors) > 15
