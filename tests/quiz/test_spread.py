"""Numbers of many papers, summed up."""

from hypothesis import given
from hypothesis import strategies as st

from app.quiz.spread import Spread


@given(st.lists(st.floats(0, 12), min_size=1))
def test_a_spread_is_in_order(numbers: list[float]) -> None:
    spread = Spread.of(numbers)
    ordered = [spread.least, spread.lower, spread.middle, spread.upper, spread.greatest]
    assert ordered == sorted(ordered)
    assert spread.least - 1e-9 <= spread.mean <= spread.greatest + 1e-9
