"""Holding work to a number of steps, which is the same on every machine, idle or busy.

A step is a call of a function, one of Python's own in C included. What happens inside one such
call (a regular expression, a sort) is one step, however long it takes: time that is spent there
is measured by the benches in `tests/load`.
"""

import sys
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def counted(work: Callable[[], T]) -> tuple[int, T]:
    """The number of calls that some work makes, and what it gives."""
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        if event in {"call", "c_call"}:
            calls += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        given = work()
    finally:
        sys.setprofile(before)
    return calls, given


def within_steps(most: float, work: Callable[[], T]) -> T:
    """What some work gives, if it makes no more than so many calls."""
    calls, given = counted(work)
    assert calls <= most, f"{calls:,} calls, and not {most:,.0f}"
    return given
