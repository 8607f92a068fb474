"""Profiles: points, bands as the literature has them, and what to look at again."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.mark import Mark, Standing, standing_of
from app.quiz.marking import MarkedItem
from app.quiz.profile import profile, wilson
from tests.quiz.banks import question

Z_95 = 1.9599639845


def marked(
    skill: str, points: float, standing: Standing | None = None, kind: str = "choice"
) -> MarkedItem:
    mark = Mark(points, "one-right", standing or standing_of(points))
    return MarkedItem(1, question("q", skill, kind=kind), None, mark)


@pytest.mark.parametrize(
    ("points", "of", "low", "high"),
    [
        (4, 5, 38, 96),
        (6, 8, 41, 93),
        (8, 10, 49, 94),
        (9, 12, 47, 91),
        (12, 16, 51, 90),
        (24, 30, 63, 90),
        (5, 5, 57, 100),
    ],
)
def test_bands_of_95_percent(points: float, of: int, low: int, high: int) -> None:
    assert [round(100 * end) for end in wilson(points, of, Z_95)] == [low, high]


def test_the_band_of_80_percent() -> None:
    assert [round(100 * end) for end in wilson(8, 10)] == [60, 91]


@settings(derandomize=True)
@given(st.integers(1, 100), st.floats(0, 1))
def test_a_band_lies_around_its_share(of: int, share: float) -> None:
    low, high = wilson(share * of, of)
    assert 0 <= low <= share + 1e-9
    assert share - 1e-9 <= high <= 1
    assert low < high


def test_a_band_is_shown_from_eight_questions() -> None:
    seven = profile([marked("facts", 1.0)] * 7).skills["facts"]
    eight = profile([marked("facts", 1.0)] * 8).skills["facts"]
    assert (seven.band, eight.band) == (None, wilson(8, 8))


def test_points_are_summed_by_skill_and_altogether() -> None:
    result = profile(
        [marked("facts", 1.0), marked("facts", 0.5), marked("framing", 0.0), marked("facts", 1.0)]
    )
    assert (result.points, result.of) == (2.5, 4)
    assert {name: (skill.points, skill.of) for name, skill in result.skills.items()} == {
        "facts": (2.5, 3),
        "framing": (0.0, 1),
    }
    assert list(result.skills) == ["facts", "framing"]


def test_what_lost_a_point_is_to_be_looked_at_again_once() -> None:
    result = profile(
        [
            marked("facts/claim-and-evidence", 0.5),
            marked("facts/explicit-information", 0.0),
            marked("facts/explicit-information", 0.0, "blank"),
            marked("facts/fact-vs-opinion", 1.0),
            marked("facts/supported-inference", 0.0, "for your teacher"),
        ]
    )
    assert result.skills["facts"].again == (
        "facts/explicit-information",
        "facts/claim-and-evidence",
    )


def test_the_guess_of_a_paper_is_the_sum_of_its_questions() -> None:
    result = profile([marked("facts", 1.0), marked("facts", 0.0, kind="statements")])
    assert result.guess == pytest.approx(1 / 4 + 1 / 3)


def test_an_empty_paper_has_an_empty_profile() -> None:
    assert profile([]).skills == {}
