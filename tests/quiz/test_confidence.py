"""Certainty-based marking: its table, that honesty pays, and the Brier score."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.mark import Mark, blank_mark, standing_of
from app.quiz.confidence import (
    ENOUGH,
    PENALTIES,
    PROBABILITIES,
    LevelCount,
    certainty_of,
    certainty_points,
)

RIGHT = Mark(1.0, "one-right", "right")
WRONG = Mark(0.0, "one-right", "wrong")
HALF = Mark(0.5, "mean-of-rows", "partly")
BLANK = blank_mark("one-right")
WAITING = Mark(0.0, "accepted-forms", "for your teacher")

POINTS = st.floats(0, 1)
LEVELS = st.sampled_from((1, 2, 3))
ANSWERS = st.lists(
    st.tuples(
        POINTS.map(lambda points: Mark(points, "any", standing_of(points)))
        | st.sampled_from((BLANK, WAITING)),
        LEVELS | st.none(),
    )
)


@pytest.mark.parametrize(
    ("mark", "earned"),
    [
        (RIGHT, [1, 2, 3]),
        (WRONG, [0, -2, -6]),
        (HALF, [0.5, 1, 1.5]),
        (BLANK, [None, None, None]),
        (WAITING, [None, None, None]),
    ],
)
def test_the_table(mark: Mark, earned: list[float | None]) -> None:
    assert [certainty_points(mark, level) for level in (1, 2, 3)] == earned
    assert certainty_points(mark, None) is None


@pytest.mark.parametrize(
    ("probability", "best"),
    [
        (Fraction(1, 2), [1]),
        (Fraction(65, 100), [1]),
        (Fraction(2, 3), [1, 2]),
        (Fraction(7, 10), [2]),
        (Fraction(4, 5), [2, 3]),
        (Fraction(81, 100), [3]),
        (Fraction(1), [3]),
    ],
)
def test_it_pays_to_say_what_one_thinks(probability: Fraction, best: list[int]) -> None:
    expected = {
        level: probability * level + (1 - probability) * Fraction(PENALTIES[level])
        for level in (1, 2, 3)
    }
    assert [level for level in expected if expected[level] == max(expected.values())] == best
    mine = [level for level, stated in PROBABILITIES.items() if level in best]
    assert mine == best


@pytest.mark.parametrize(("level", "low", "high"), [(1, 0, 2 / 3), (2, 2 / 3, 0.8), (3, 0.8, 1)])
def test_each_level_means_a_probability_of_its_band(level: int, low: float, high: float) -> None:
    assert low < PROBABILITIES[level] < high


@given(POINTS, LEVELS)
def test_a_part_is_never_a_penalty(points: float, level: int) -> None:
    earned = certainty_points(Mark(points, "any", standing_of(points)), level)
    assert earned == (points * level if points else PENALTIES[level])


def test_a_paper_is_summed_up() -> None:
    told = certainty_of(
        [(RIGHT, 3), (WRONG, 3), (HALF, 2), (RIGHT, 1), (BLANK, 3), (WAITING, 2), (RIGHT, None)]
    )
    assert told is not None
    assert (told.points, told.of, told.answers) == (3 - 6 + 1 + 1, 12, 4)
    assert told.brier == pytest.approx((0.1**2 + 0.9**2 + 0.23**2 + 0.5**2) / 4)
    assert told.levels == (LevelCount(1, 1, 1, 0), LevelCount(2, 1, 0, 1), LevelCount(3, 2, 1, 0))
    assert [level.wrong for level in told.levels] == [0, 0, 1]


def test_saying_a_half_of_everything_is_a_quarter() -> None:
    told = certainty_of([(RIGHT, 1), (WRONG, 1), (WRONG, 1)])
    assert told is not None
    assert told.brier == 0.25


@pytest.mark.parametrize("marked", [[], [(RIGHT, None)], [(BLANK, 3)], [(WAITING, 1)]])
def test_where_nothing_was_said_nothing_is_scored(marked: list[tuple[Mark, int | None]]) -> None:
    assert certainty_of(marked) is None


@given(ANSWERS)
def test_whatever_is_answered_the_sums_hold(marked: list[tuple[Mark, int | None]]) -> None:
    told = certainty_of(marked)
    if told is not None:
        assert -2 * told.of <= told.points <= told.of
        assert 0 <= told.brier <= 1
        assert told.of == 3 * told.answers
        assert all(level.wrong >= 0 for level in told.levels)


@pytest.mark.parametrize(("fewest", "drawn"), [(ENOUGH - 1, False), (ENOUGH, True)])
def test_a_curve_needs_ten_answers_at_each_level(fewest: int, drawn: bool) -> None:
    counts = {1: ENOUGH, 2: fewest, 3: ENOUGH}
    told = certainty_of([(RIGHT, level) for level, count in counts.items() for _ in range(count)])
    assert told is not None
    assert told.has_curve is drawn
