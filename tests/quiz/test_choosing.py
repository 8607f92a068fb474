"""The cost of a draw is bounded, whatever is asked; what cannot be had is refused as quickly."""

import random
from collections.abc import Callable

import pytest

from app.domain.bank import Bank
from app.domain.skill import SKILLS
from app.errors import ImpossibleBlueprint
from app.quiz.blueprint import Blueprint
from app.quiz.drawing import draw
from app.quiz.pool import pool_of
from tests.quick import within
from tests.quiz.banks import bank, even_bank, question

USUAL, BUDGET = 0.005, 0.05
"""Seconds of CPU: for a usual paper of a large bank, and for whatever is asked."""

LARGE = even_bank(222)
ALL = tuple(LARGE.by_id)


def dense(share: float) -> Bank:
    """500 questions of which each is an enemy of this share of the others, by lot."""
    lot = random.Random(1)
    ids = [f"q{n}" for n in range(500)]
    return bank(
        [
            question(
                name,
                SKILLS[n % 3],
                1 + n // 3 % 3,
                enemies=[one for one in ids if one != name and lot.random() < share / 2],
            )
            for n, name in enumerate(ids)
        ]
    )


@pytest.fixture(scope="module", autouse=True)
def _ready() -> None:
    pool_of(LARGE)


def test_twelve_of_two_thousand() -> None:
    assert len(within(USUAL, lambda: draw(LARGE, Blueprint(), 1)).items) == 12


@pytest.mark.parametrize("unseen", [0, 5, 1000])
@pytest.mark.parametrize(
    "blueprint",
    [Blueprint(), Blueprint(6, 6, 6, levels={1: 0.5, 3: 0.5}), Blueprint(100, 100, 100)],
)
def test_again_when_most_has_been_seen(blueprint: Blueprint, unseen: int) -> None:
    seen = ALL[unseen:]
    paper = within(BUDGET, lambda: draw(LARGE, blueprint, 2, seen))
    assert len(paper.items) == blueprint.total


def refused(of: Bank, blueprint: Blueprint) -> Callable[[], tuple[str, ...]]:
    def ask() -> tuple[str, ...]:
        with pytest.raises(ImpossibleBlueprint) as refusal:
            draw(of, blueprint, 3)
        return refusal.value.shortages

    return ask


@pytest.mark.parametrize("share", [0.05, 0.3])
def test_dense_enemies(share: float) -> None:
    of = dense(share)
    pool_of(of)
    paper = within(BUDGET, lambda: draw(of, Blueprint(), 1))
    names = {item.question for item in paper.items}
    assert len(names) == 12
    assert all(of.by_id[name].enemies.isdisjoint(names) for name in names)


def test_enemies_that_leave_no_paper_are_said_so() -> None:
    of = dense(0.7)
    pool_of(of)
    [reason] = within(BUDGET, refused(of, Blueprint()))
    assert reason == (
        "The bank has enough questions, but too many of them are enemies of each other."
    )


@pytest.mark.parametrize(
    "blueprint",
    [
        Blueprint(100, 100, 100, levels={3: 1.0}),
        Blueprint(100, 100, 100, kinds=("numeric",)),
        Blueprint(always=("no-such",)),
    ],
)
def test_what_the_bank_does_not_have(blueprint: Blueprint) -> None:
    of = even_bank(50)
    pool_of(of)
    assert within(BUDGET, refused(of, blueprint))


@pytest.mark.parametrize("about", [("x",), ("x", "y")])
def test_a_bank_about_one_thing(about: tuple[str, ...]) -> None:
    of = bank([question(f"q{n}", SKILLS[n % 3], 1 + n % 3, about=about) for n in range(600)])
    pool_of(of)
    [reason] = within(BUDGET, refused(of, Blueprint()))
    assert "about the same claim or device" in reason


def test_a_bank_of_few_families() -> None:
    of = bank([question(f"q{n}", SKILLS[n % 3], 1 + n % 3, family=f"f{n % 3}") for n in range(600)])
    pool_of(of)
    [reason] = within(BUDGET, refused(of, Blueprint()))
    assert "come from one family" in reason


def test_what_one_seed_can_draw_every_seed_can() -> None:
    """With enemies as dense as can be borne, some seeds find a paper only by a long search."""
    of = dense(0.35)
    possible = []
    for seed in range(12):
        try:
            draw(of, Blueprint(), seed)
        except ImpossibleBlueprint:
            possible.append(False)
        else:
            possible.append(True)
    assert len(set(possible)) == 1
