"""Blueprints: how they are read, and how a bank's shortages are told."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.annotation import Claim
from app.errors import BadInput
from app.kinds import KINDS
from app.quiz.blueprint import Blueprint, shortages
from tests.quiz.banks import bank, even_bank, question

blueprints = st.fixed_dictionaries(
    {},
    optional={
        "facts": st.integers(1, 100),
        "sourcing": st.integers(0, 100),
        "framing": st.integers(0, 100),
        "levels": st.sampled_from([{"1": 0.3, "2": 0.4, "3": 0.3}, {"2": 1}, {"1": 0.5, "3": 0.5}]),
        "kinds": st.lists(st.sampled_from(["choice", "multiple", "statements"]), unique=True),
        "always": st.lists(st.text(max_size=5), unique=True, max_size=3),
        "cite": st.booleans(),
        "confidence": st.booleans(),
    },
)


@settings(derandomize=True)
@given(blueprints)
def test_what_is_written_reads_back(raw: dict[str, Any]) -> None:
    blueprint = Blueprint.from_json(raw)
    assert Blueprint.from_json(blueprint.as_json()) == blueprint


def test_nothing_named_means_four_of_each() -> None:
    assert Blueprint.from_json({}) == Blueprint(4, 4, 4)
    assert Blueprint().as_json() == {"facts": 4, "sourcing": 4, "framing": 4}


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ([], "A blueprint is an object such as {“facts”: 4, “sourcing”: 4}."),
        ({"fact": 4}, "A blueprint has no “fact”."),
        ({"facts": -1}, "“facts” is a whole number from 0 to 100."),
        ({"facts": 101}, "“facts” is a whole number from 0 to 100."),
        ({"facts": True}, "“facts” is a whole number from 0 to 100."),
        ({"facts": 4.0}, "“facts” is a whole number from 0 to 100."),
        ({"facts": "4"}, "“facts” is a whole number from 0 to 100."),
        (
            {"facts": 0, "sourcing": 0, "framing": 0},
            "A blueprint asks for at least one question.",
        ),
        ({"levels": {1: 1}}, "“levels” is an object with the keys “1”, “2” and “3”."),
        ({"levels": {}}, "“levels” is an object with the keys “1”, “2” and “3”."),
        ({"levels": {"4": 1}}, "“levels” is an object with the keys “1”, “2” and “3”."),
        ({"levels": {"1": "1"}}, "Each share in “levels” is a number from 0 to 1."),
        ({"levels": {"1": True}}, "Each share in “levels” is a number from 0 to 1."),
        ({"levels": {"1": float("nan")}}, "Each share in “levels” is a number from 0 to 1."),
        ({"levels": {"1": 0.5}}, "The shares in “levels” add up to 0.5, and not to 1."),
        ({"levels": {"1": 0}}, "The shares in “levels” add up to 0, and not to 1."),
        ({"always": "a"}, "“always” is a list of texts."),
        ({"always": ["a", "a"]}, "“always” names something twice."),
        ({"cite": 1}, "“cite” is true or false."),
        ({"confidence": "yes"}, "“confidence” is true or false."),
    ],
)
def test_what_is_no_blueprint_is_said_plainly(raw: object, message: str) -> None:
    with pytest.raises(BadInput) as refusal:
        Blueprint.from_json(raw)
    assert refusal.value.message == message


def test_an_unknown_kind_is_named_beside_the_known_ones() -> None:
    with pytest.raises(BadInput, match=r"There is no kind “essay”; the kinds are choice, mul"):
        Blueprint.from_json({"kinds": ["choice", "essay"]})


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(BadInput) as refusal:
        Blueprint.from_json({"facts": -1, "colour": "red"})
    assert refusal.value.message == (
        "A blueprint has no “colour”. “facts” is a whole number from 0 to 100."
    )


@pytest.mark.parametrize(
    ("blueprint", "levels"),
    [
        (Blueprint(levels={1: 0.3, 2: 0.4, 3: 0.3}), (4, 5, 3)),
        (Blueprint(4, 0, 0, levels={1: 1 / 3, 2: 1 / 3, 3: 1 / 3}), (2, 1, 1)),
        (Blueprint(10, 10, 10, levels={1: 0.33, 2: 0.33, 3: 0.33}), (10, 10, 10)),
        (Blueprint(1, 1, 1, levels={3: 1.0}), (0, 0, 3)),
        (Blueprint(), (4, 5, 3)),
    ],
)
def test_levels_by_largest_remainder(blueprint: Blueprint, levels: tuple[int, ...]) -> None:
    assert blueprint.demand.levels == levels


def test_a_bank_that_suffices_has_no_shortage() -> None:
    assert shortages(even_bank(2), Blueprint(6, 6, 6)) == ()


def test_too_few_questions_of_a_skill() -> None:
    small = bank([question(f"f{n}", "framing", 1 + n % 3) for n in range(4)])
    assert shortages(small, Blueprint(1, 0, 5)) == (
        "The blueprint asks for 1 facts question; the bank has 0.",
        "The blueprint asks for 5 framing questions; the bank has 4.",
    )


def test_too_few_questions_of_a_skill_and_level() -> None:
    small = bank(
        [question(f"f{n}", "framing", 3) for n in range(4)]
        + [question(f"e{n}", "framing", 1) for n in range(4)]
    )
    assert shortages(small, Blueprint(0, 0, 5, levels={3: 1.0})) == (
        "The blueprint asks for 5 framing questions of level 3; the bank has 4.",
    )


def test_too_few_questions_of_a_level() -> None:
    small = bank(
        [question(f"{skill}{n}", skill, 1) for skill in ("facts", "framing") for n in range(4)]
        + [question("hard", "facts", 3)]
    )
    assert shortages(small, Blueprint(2, 0, 2, levels={1: 0.5, 3: 0.5})) == (
        "The blueprint asks for 2 questions of level 3; the bank has 1.",
    )


def test_what_the_other_skills_leave_over_can_be_short() -> None:
    small = bank(
        [question(f"a{n}", "facts", 1) for n in range(4)]
        + [question(f"b{n}", "sourcing", 1) for n in range(4)]
        + [question(f"c{n}", "sourcing", 2) for n in range(2)]
    )
    assert shortages(small, Blueprint(2, 2, 0, levels={2: 0.75, 1: 0.25})) == (
        "The blueprint asks for at least 1 facts question of level 2; the bank has 0.",
    )


def test_only_the_kinds_that_are_asked_for_count() -> None:
    small = bank([question("a"), question("b", kind="multiple")])
    assert shortages(small, Blueprint(2, 0, 0)) == ()
    assert shortages(small, Blueprint(2, 0, 0, kinds=("choice",))) == (
        "The blueprint asks for 2 facts questions; the bank has 1.",
    )


def test_what_is_always_there_counts_whatever_its_kind() -> None:
    small = bank([question("a"), question("b", kind="multiple")])
    assert shortages(small, Blueprint(2, 0, 0, kinds=("choice",), always=("b",))) == ()


def test_always_can_ask_for_too_much() -> None:
    small = bank([question("a"), question("b"), question("c", level=3)])
    assert shortages(small, Blueprint(1, 0, 0, always=("a", "b"))) == (
        "The blueprint always includes 2 facts questions and asks for 1.",
    )
    assert shortages(small, Blueprint(2, 0, 0, always=("c",), levels={1: 1.0})) == (
        "The blueprint always includes 1 question of level 3 and asks for 0.",
    )
    assert shortages(small, Blueprint(1, 0, 0, always=("x",))) == (
        "The blueprint always includes “x”; the bank has no such question.",
    )


def test_enemies_are_said_to_stand_in_the_way() -> None:
    small = bank([question("a"), question("b", enemies=["a", "c"]), question("c", enemies=["a"])])
    assert shortages(small, Blueprint(2, 0, 0)) == (
        ("The bank has enough facts questions, but too many of them are enemies of each other."),
    )


def test_shared_claims_are_said_to_stand_in_the_way() -> None:
    small = bank([question("a", about=["fire"]), question("b", about=["fire", "smoke"])])
    assert shortages(small, Blueprint(2, 0, 0)) == (
        (
            "The bank has enough facts questions, "
            "but too many of them are about the same claim or device, or about enemies."
        ),
    )


def test_claims_that_are_enemies_stand_in_the_way() -> None:
    fire = Claim("fire", "It burnt.", (), "reported fact", ("w",), enemies=frozenset(["smoke"]))
    smoke = Claim("smoke", "It smoked.", (), "reported fact", ("w",))
    rivals = [question("a", about=["smoke"]), question("b", about=["fire"])]
    assert "about enemies" in shortages(bank(rivals, [fire, smoke]), Blueprint(2, 0, 0))[0]
    assert shortages(bank(rivals), Blueprint(2, 0, 0)) == ()


def test_families_are_said_to_stand_in_the_way() -> None:
    small = bank([question(name, family="who-says") for name in "abc"])
    assert shortages(small, Blueprint(2, 0, 0)) == ()
    assert shortages(small, Blueprint(3, 0, 0)) == (
        (
            "The bank has enough facts questions, "
            "but too many of them come from one family (a paper holds 2)."
        ),
    )


def test_a_limit_across_skills_names_no_skill() -> None:
    small = bank([question("a", "facts", about=["x"]), question("b", "framing", about=["x"])])
    assert shortages(small, Blueprint(1, 0, 1)) == (
        (
            "The bank has enough questions, "
            "but too many of them are about the same claim or device, or about enemies."
        ),
    )


def test_limits_that_hinder_only_together_are_named_together() -> None:
    small = bank(
        [
            question("a", about=["x"], enemies=["b"]),
            question("b", about=["x"]),
        ]
    )
    assert shortages(small, Blueprint(2, 0, 0)) == (
        (
            "The bank has enough facts questions, but no paper was found that keeps enemies apart, "
            "asks about each claim and device once and takes 2 questions of a family."
        ),
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Blueprint(kinds=("multiple", "choice")), Blueprint(kinds=("choice", "multiple"))),
        (Blueprint(kinds=tuple(KINDS)), Blueprint()),
        (Blueprint(always=("b", "a", "b")), Blueprint(always=("a", "b"))),
        (Blueprint(levels={3: 0.5, 1: 0.5}), Blueprint(levels={1: 0.5, 2: 0, 3: 0.5})),
    ],
)
def test_blueprints_that_ask_for_the_same_are_one(one: Blueprint, other: Blueprint) -> None:
    assert one == other
    assert one.request == other.request
    assert one.as_json() == other.as_json()


def test_stems_that_tell_are_said_to_stand_in_the_way() -> None:
    small = bank(
        [
            question("a", answer="a red lamp", distractors=["a bell", "a horn"]),
            question("b", prompt="Who saw a red lamp?"),
        ]
    )
    assert shortages(small, Blueprint(2, 0, 0)) == (
        (
            "The bank has enough facts questions, "
            "but too many of them say the answers of others in their prompts."
        ),
    )
