"""The data of the built-in families: the same in every language, and enough of them."""

import re
from pathlib import Path
from typing import Any

import pytest

from app.domain.skill import LEVELS, SKILLS, SUB_SKILL_NAMES
from app.families import catalogue as module
from app.families.catalogue import LANGUAGES, Family, catalogue, grow
from app.families.selectors import SELECTORS
from app.kinds import KINDS

PAGE = Path(__file__).parents[2] / "docs" / "families.md"


def test_there_are_german_english_and_spanish_ones_and_no_others() -> None:
    assert LANGUAGES == ("de", "en", "es")
    assert catalogue("fi") == ()
    assert catalogue("en-GB") == catalogue("en")
    assert catalogue("ES-mx") == catalogue("es")


def test_every_language_has_the_same_families() -> None:
    def shape(family: Family) -> Any:
        skill = family.skill.source
        fields = sorted(family.texts)
        return family.id, family.picks, family.kind, skill, family.level, fields, [*family.waive]

    first, *others = ([shape(one) for one in catalogue(language)] for language in LANGUAGES)
    assert others == [first] * len(others)


def test_there_are_enough_of_all_skills_levels_and_kinds() -> None:
    known = catalogue("en")
    assert len(known) >= 14
    assert len({family.id for family in known}) == len(known)
    assert {family.skill.source.split("/")[0] for family in known} == set(SKILLS)
    assert {family.level for family in known} == set(LEVELS)
    assert len({family.kind for family in known}) >= 8
    plain = {family.skill.source for family in known if "{" not in family.skill.source}
    assert plain <= set(SUB_SKILL_NAMES)
    assert {family.picks for family in known} == set(SELECTORS)
    assert {family.kind for family in known} <= set(KINDS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_wording_is_in_the_program(language: str) -> None:
    folder = Path(module.__file__).parent
    prompts = [
        str(getattr(one.texts["prompt"], "source", one.texts["prompt"]))
        for one in catalogue(language)
    ]
    pieces = {piece.strip() for text in prompts for piece in re.split(r"\{\{.*?\}\}", text)}
    for path in (*folder.glob("*.py"), *folder.glob("selectors/*.py")):
        program = path.read_text("utf-8")
        assert not [piece for piece in pieces if len(piece) > 12 and piece in program]


def test_a_list_with_more_than_its_keys_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        grow({"each": "rows", "item": "x", "or nothing": None})
