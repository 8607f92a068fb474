"""Multiple: the four rules, against the numbers of the literature and by trying every pattern."""

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.kinds import multiple

IN_A_BANK = """
prompt: Who is quoted or retold here?
answers: {the captain: She told the Gazette., a porter: He said so.}
distractors: [a passenger, the harbour]
evidence: the captain told the Gazette
"""
"""The question of this kind in the bank of every kind."""

RULES = ("balanced", "plus_minus", "every_decision", "all_or_nothing")


def question(keys: int, decoys: int, rule: str = "balanced") -> multiple.Definition:
    """A question with `keys` right and `decoys` wrong options."""
    raw: dict[str, Any] = {
        "id": "all-that-apply",
        "kind": "multiple",
        "skill": "sourcing/source-type",
        "level": 2,
        "prompt": "Which of them are named?",
        "because": "The text names them.",
        "answers": [f"right {n}" for n in range(keys)],
        "distractors": [f"wrong {n}" for n in range(decoys)],
        "rule": rule,
    }
    definition, problems = multiple.parse(multiple.Fields.model_validate(raw))
    assert not problems
    assert definition is not None
    return definition


def points(definition: multiple.Definition, hits: int, slips: int) -> float:
    ticks = [option.id for option in definition.answers[:hits]]
    ticks += [option.id for option in definition.distractors[:slips]]
    return multiple.mark(definition, multiple.read(definition, ticks)).points


sizes = st.integers(1, 6)


@settings(derandomize=True)
@given(sizes, sizes)
def test_ticking_everything_gains_nothing_under_balanced(keys: int, decoys: int) -> None:
    assert points(question(keys, decoys), keys, decoys) == 0


@settings(derandomize=True)
@given(sizes, sizes, st.sampled_from(RULES))
def test_only_the_exact_set_earns_a_whole_point(keys: int, decoys: int, rule: str) -> None:
    definition = question(keys, decoys, rule)
    for hits in range(keys + 1):
        for slips in range(decoys + 1):
            whole = points(definition, hits, slips) == 1
            assert whole is ((hits, slips) == (keys, 0))


@settings(derandomize=True)
@given(sizes, sizes, st.sampled_from(RULES))
def test_a_wrong_tick_never_gains(keys: int, decoys: int, rule: str) -> None:
    definition = question(keys, decoys, rule)
    for hits in range(1, keys + 1):
        earned = [points(definition, hits, slips) for slips in range(decoys + 1)]
        assert earned == sorted(earned, reverse=True)


@pytest.mark.parametrize(
    ("rule", "tick_all", "one_extra"),
    [
        ("all_or_nothing", (0, 0, 0, 0), 0),
        ("balanced", (0, 0, 0, 0), 0.67),
        ("plus_minus", (0, 0.33, 0, 0.50), 0.67),
        ("every_decision", (0.50, 0.60, 0.40, 0.67), 0.83),
    ],
)
def test_behaviours_earn_what_the_literature_says(
    rule: str, tick_all: tuple[float, ...], one_extra: float
) -> None:
    shapes = ((3, 3), (3, 2), (2, 3), (4, 2))
    earned = tuple(points(question(*shape, rule), *shape) for shape in shapes)
    assert earned == pytest.approx(tick_all, abs=0.005)
    assert points(question(3, 3, rule), 3, 1) == pytest.approx(one_extra, abs=0.005)


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("shape", [(1, 1), (2, 4), (3, 2), (3, 3)])
def test_the_guess_is_the_mean_over_every_pattern(rule: str, shape: tuple[int, int]) -> None:
    definition = question(*shape, rule)
    ids = [option.id for option in definition.options]
    patterns = [list(ticks) for size in range(1, len(ids) + 1) for ticks in combinations(ids, size)]
    marks = [
        multiple.mark(definition, multiple.read(definition, ticks)).points for ticks in patterns
    ]
    assert multiple.guess(definition) == pytest.approx(sum(marks) / len(patterns), abs=1e-12)


def test_guesses_of_the_balanced_rule() -> None:
    guesses = [multiple.guess(question(*shape)) for shape in ((3, 3), (3, 2), (2, 4))]
    assert guesses == pytest.approx([0.16, 0.19, 0.17], abs=0.005)


def test_no_tick_at_all_is_a_blank_even_where_every_decision_counts() -> None:
    definition = question(2, 3, "every_decision")
    assert multiple.read(definition, []) is None
    assert multiple.mark(definition, None).points == 0


def test_ticks_are_kept_in_the_order_of_their_ids() -> None:
    definition = question(3, 3)
    ids = [option.id for option in definition.options]
    assert multiple.read(definition, ids) == multiple.read(definition, ids[::-1]) == sorted(ids)


def test_parts_say_which_option_was_treated_rightly() -> None:
    definition = question(2, 1)
    first, second = definition.answers
    mark = multiple.mark(definition, [first.id])
    assert mark.parts == {first.id: True, second.id: False, definition.distractors[0].id: True}
