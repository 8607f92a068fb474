"""What the drawing prefers, rule by rule, and how the rules work together."""

from dataclasses import replace

import pytest

from app.quiz.partial_paper import PartialPaper
from app.quiz.pool import Bits, make_pool
from app.quiz.preferences import PREFERENCES, Aims, aims_of, preferred, written_share
from tests.quiz.banks import bank, question

POOL = make_pool(
    bank(
        [
            question("a", "facts/explicit-information"),
            question("b", "facts/claim-and-evidence", kind="order"),
            question("c", "facts/explicit-information", kind="order"),
            question("f.1", family="f", group="one", kind="classify"),
            question("f.2", family="f", group="one"),
            question("g.1", "sourcing/attribution", family="g", group="one", kind="numeric"),
            question("h.1", "sourcing/attribution", family="h", group="one"),
            question("i.1", "sourcing/attribution", family="i", group="two"),
        ]
    )
)
AIMS = aims_of(POOL, POOL.every, 6, ["c"])
BLANK = PartialPaper(POOL, POOL.every, ((POOL.of_skill[0], 2), (POOL.of_skill[1], 2)))


def chosen(*names: str) -> PartialPaper:
    """A paper that has these questions, and to which any other could be added."""
    held = POOL.bits(names)
    return replace(BLANK, chosen=tuple(POOL.places[name] for name in names), held=held)


def liked(rule: str, paper: PartialPaper, aims: Aims = AIMS) -> set[str]:
    left = paper.open & ~paper.held
    return names_of(left & PREFERENCES[rule](paper, aims, left))


def names_of(bits: Bits) -> set[str]:
    return {card.id for place, card in enumerate(POOL.cards) if bits >> place & 1}


ALL = {card.id for card in POOL.cards}


@pytest.mark.parametrize(
    ("rule", "paper", "names"),
    [
        ("unseen, or seen longest ago", BLANK, ALL - {"c"}),
        ("of a family that the paper has not", chosen("f.1"), ALL - {"f.1", "f.2"}),
        ("of a family that the paper has not", chosen("a"), ALL - {"a"}),
        ("hand-written, until there are enough", BLANK, {"a", "b", "c"}),
        (
            "hand-written, until there are enough",
            chosen("a", "b", "c"),
            {"f.1", "f.2", "g.1", "h.1", "i.1"},
        ),
        ("of a group of alike families that is not full", chosen("f.1"), ALL - {"f.1"}),
        (
            "of a group of alike families that is not full",
            chosen("f.1", "g.1"),
            {"a", "b", "c", "i.1"},
        ),
        ("no choice, until enough are of other kinds", BLANK, ALL),
        ("no choice, until enough are of other kinds", chosen("a"), {"b", "c", "f.1", "g.1"}),
        (
            "no choice, until enough are of other kinds",
            chosen("a", "b", "c"),
            {"f.1", "g.1"},
        ),
        ("of a new kind, until there are enough", chosen("a", "b", "c"), {"f.1", "g.1"}),
        (
            "of a new kind, until there are enough",
            chosen("a", "b", "c", "f.1"),
            {"f.2", "g.1", "h.1", "i.1"},
        ),
        ("where there is least choice", BLANK, {"g.1", "h.1", "i.1"}),
        ("of a new sub-skill", chosen("g.1"), {"a", "b", "c", "f.1", "f.2"}),
    ],
)
def test_each_rule_likes_what_it_says(rule: str, paper: PartialPaper, names: set[str]) -> None:
    assert liked(rule, paper) == names


def test_what_an_earlier_paper_of_the_series_has_comes_last() -> None:
    used = replace(AIMS, used=POOL.bits(["a", "b"]))
    assert liked("not in an earlier paper of the series", BLANK, used) == ALL - {"a", "b"}


def test_what_was_seen_longest_ago_comes_first_in_batches() -> None:
    names = [card.id for card in POOL.cards]
    aims = aims_of(POOL, POOL.every, 2, names)
    assert liked("unseen, or seen longest ago", BLANK, aims) == set(names[:4])
    left = POOL.bits(names[4:])
    assert names_of(PREFERENCES["unseen, or seen longest ago"](BLANK, aims, left)) == set(names[4:])


@pytest.mark.parametrize(
    ("left", "names"),
    [
        (["b", "c", "f.2"], {"b"}),  # c was seen, f.2 is not hand-written
        (["c", "f.2"], {"f.2"}),
        (["c"], {"c"}),
    ],
)
def test_a_rule_that_likes_nothing_of_what_is_left_is_passed_over(
    left: list[str], names: set[str]
) -> None:
    rules = tuple(PREFERENCES.values())
    assert names_of(preferred(chosen("a"), AIMS, POOL.bits(left), rules)) == names


@pytest.mark.parametrize(
    ("written", "total", "share"),
    [(0, 12, 6), (30, 12, 6), (72, 12, 6), (84, 12, 7), (200, 12, 9), (5, 1, 1), (50, 5, 3)],
)
def test_half_is_hand_written_and_three_quarters_in_a_rich_bank(
    written: int, total: int, share: int
) -> None:
    assert written_share(written, total) == share


def test_a_bank_of_choices_aims_at_choices() -> None:
    choices = make_pool(bank([question(f"q{n}") for n in range(9)]))
    aims = aims_of(choices, choices.every, 6, [])
    assert (aims.choices, aims.kinds) == (6, 1)
