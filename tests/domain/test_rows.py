"""Rows that each get one option."""

from typing import Any

import pytest

from app.domain.rows import form_rows, mark_rows, read_rows, row_count_problems
from app.errors import MalformedResponse

KEY = {"r1": "a", "r2": "b"}


def test_a_form_leaves_out_what_was_not_chosen() -> None:
    assert form_rows({"r1": ["a"], "r2": [""], "r3": []}) == {"r1": "a"}
    assert form_rows({"r1": [""]}) is None


def test_rows_come_in_the_order_of_their_ids() -> None:
    assert list(read_rows({"r2": "b", "r1": "a"}, {"r1", "r2"}, {"a", "b"}) or {}) == ["r1", "r2"]
    assert read_rows({}, {"r1"}, {"a"}) is None


@pytest.mark.parametrize(
    "raw", [{"x": "a"}, {"r1": "x"}, {"r1": ["a"]}, {"r1": None}, {"r1": ["a", "b"]}, ["a"], "a", 1]
)
def test_anything_else_is_refused(raw: Any) -> None:
    with pytest.raises(MalformedResponse):
        read_rows(raw, {"r1", "r2"}, {"a", "b"})


@pytest.mark.parametrize(
    ("response", "points", "standing"),
    [
        (None, 0, "blank"),
        ({"r1": "a"}, 0.5, "partly"),
        ({"r1": "a", "r2": "b"}, 1, "right"),
        ({"r1": "b", "r2": "a"}, 0, "wrong"),
    ],
)
def test_an_open_row_earns_nothing(response: Any, points: float, standing: str) -> None:
    mark = mark_rows("a-rule", KEY, response)
    assert (mark.points, mark.standing, mark.rule) == (points, standing, "a-rule")


@pytest.mark.parametrize(
    ("count", "rules"),
    [(1, ["too-few-rows"]), (2, []), (8, []), (9, ["too-many-rows"])],
)
def test_the_number_of_rows_is_bounded(count: int, rules: list[str]) -> None:
    assert [problem.rule for problem in row_count_problems(("rows",), count)] == rules
