"""Counting what a class answered."""

from app.domain.tally import tally


def test_rows_are_counted_apart() -> None:
    summary = tally([[("r1", "true"), ("r2", "false")], None, [("r1", "true")], []])
    assert summary.counts == {"r1": {"true": 2}, "r2": {"false": 1}}
    assert (summary.answered, summary.blank) == (3, 1)
