"""Sets of ticks, and what the balanced rule gives."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.ticks import balanced, mean_points, read_ticks
from app.errors import MalformedResponse

sizes = st.integers(1, 8)


@given(sizes, sizes, st.data())
def test_points_run_from_nothing_to_one(keys: int, decoys: int, data: st.DataObject) -> None:
    hits, slips = data.draw(st.integers(0, keys)), data.draw(st.integers(0, decoys))
    assert 0 <= balanced(hits, slips, keys, decoys) <= 1
    assert (balanced(hits, slips, keys, decoys) == 1) is ((hits, slips) == (keys, 0))


@given(sizes, sizes)
def test_ticking_everything_gains_nothing(keys: int, decoys: int) -> None:
    assert balanced(keys, decoys, keys, decoys) == 0


def test_the_mean_leaves_out_the_pattern_without_a_tick() -> None:
    # Of the three patterns of one right and one wrong option, one earns the point.
    assert mean_points(lambda hits, slips: float(hits > slips), 1, 1) == pytest.approx(1 / 3)


def test_ticks_are_sorted_and_none_is_blank() -> None:
    assert read_ticks(["b", "a"], {"a", "b"}) == ["a", "b"]
    assert read_ticks([], {"a"}) is None
    assert read_ticks(None, {"a"}) is None


@pytest.mark.parametrize("raw", [["a", "a"], ["x"], [1], "a", {"a": "a"}, True])
def test_anything_else_is_refused(raw: Any) -> None:
    with pytest.raises(MalformedResponse):
        read_ticks(raw, {"a", "b"})
