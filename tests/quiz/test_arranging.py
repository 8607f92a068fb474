"""The order of a paper: from easy to hard, and what is alike not side by side."""

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.domain.chance import Chance
from app.domain.question import Question
from app.quiz.arranging import arranged, work_of
from app.quiz.blueprint import Blueprint
from app.quiz.drawing import draw
from tests.quiz.banks import question
from tests.quiz.mixed import mixed_bank

MIXED = mixed_bank()


def paper(seed: int) -> list[Question]:
    return [MIXED.by_id[item.question] for item in draw(MIXED, Blueprint(), seed).items]


def twins(order: Sequence[Question]) -> int:
    return sum(bool(one.family) and one.family == other.family for one, other in pairwise(order))


def test_the_first_third_is_easier_than_the_last() -> None:
    for seed in range(40):
        levels = [one.level for one in paper(seed)]
        assert sum(levels[:4]) < sum(levels[-4:])


def test_kinds_skills_and_groups_are_spread() -> None:
    pairs = [pair for seed in range(100) for pair in pairwise(paper(seed))]
    alike = {
        "kind": sum(one.kind == other.kind for one, other in pairs),
        "group": sum(bool(one.group) and one.group == other.group for one, other in pairs),
        "skill": sum(one.skill.skill == other.skill.skill for one, other in pairs),
    }
    assert max(alike.values()) / len(pairs) < 0.12  # by the levels and work alone: 0.24


def test_of_two_levels_alike_the_shorter_question_comes_first() -> None:
    long = question("long", prompt="What about " + "very " * 40 + "much?")
    short = question("short", "framing", kind="order")
    assert [one.id for one in arranged([long, short], Chance(1))] == ["short", "long"]


def test_a_long_question_of_level_1_comes_after_short_ones_of_level_2() -> None:
    short = [question(f"s{n}", level=2, family=f"f{n}") for n in range(5)]
    long = question("long", "framing", prompt="What about " + "very " * 40 + "much?")
    assert arranged([long, *short], Chance(1))[0].id != "long"


def test_rows_are_work_too() -> None:
    assert work_of(question("rows", kind="classify")) > work_of(question("plain"))


@given(st.lists(st.sampled_from("abcdef"), min_size=2, max_size=12), st.integers(0, 10**9))
def test_two_of_a_family_are_never_side_by_side(families: list[str], seed: int) -> None:
    at_most_two = [name for n, name in enumerate(families) if families[:n].count(name) < 2]
    chosen = [question(f"q{n}", level=1 + n % 3, family=f) for n, f in enumerate(at_most_two)]
    order = arranged(chosen, Chance(seed))
    assert sorted(one.id for one in order) == sorted(one.id for one in chosen)
    assert twins(order) == 0 or len({one.family for one in chosen}) < 2
