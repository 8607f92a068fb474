"""The skills and their parts."""

import pytest

from app.domain.skill import SKILLS, SUB_SKILL_NAMES, SubSkill


def test_there_are_three_skills_of_five_parts() -> None:
    assert SKILLS == ("facts", "sourcing", "framing")
    assert len(set(SUB_SKILL_NAMES)) == 15


@pytest.mark.parametrize("name", SUB_SKILL_NAMES)
def test_a_name_reads_back(name: str) -> None:
    assert str(SubSkill.named(name)) == name


@pytest.mark.parametrize("name", ["facts", "facts/attribution", "", "facts/"])
def test_other_names_are_none(name: str) -> None:
    with pytest.raises(KeyError):
        SubSkill.named(name)
