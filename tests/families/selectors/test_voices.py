"""Whose account a paragraph gives, and who has no name."""

from tests.families.annotated import BANK
from tests.families.materials import misses, picks


def test_a_voice_stands_among_sources_that_have_no_part_in_its_paragraph() -> None:
    found = picks("voices")
    assert set(found) == {"p1", "p2", "p4"}
    others = {one["id"] for one in found["p2"].values["others"]}
    assert not others & {"ortiz", "writer"}


def test_the_others_get_another_reason() -> None:
    for pick in picks("voices").values():
        assert all("gives" in one for one in pick.values["others"])


def test_an_uncertain_voice_is_not_asked_for() -> None:
    assert "p2" not in picks("voices", BANK.replace("2: ortiz", "2: uncertain"))


def test_who_has_no_name_stands_among_roles_of_people_with_one() -> None:
    assert "two people with a name" in misses("unnamed")["neighbour"]
    third = "  falk: {name: Ina Falk (a regular swimmer here), type: witness}\n"
    bank = BANK.replace("sources:\n", f"sources:\n{third}").replace(
        "The pool opened in 1990.", "The pool opened in 1990, says Ina Falk."
    )
    pick = picks("unnamed", bank)["neighbour"]
    assert len(pick.values["others"]) == 2
    assert all(one["role"] for one in pick.values["others"])
