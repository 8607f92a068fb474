"""How far a long piece of work is, on a terminal, once it has taken a second."""

import sys
from collections.abc import Callable
from time import monotonic
from types import TracebackType
from typing import Final, TextIO

PATIENCE: Final = 1.0
"""Seconds without a word."""

STEP: Final = 0.1
"""Seconds between two looks."""

_WIDTH: Final = 30


class Progress:
    """A line on the terminal that is written over, and wiped when the work is done.

    `clock` gives seconds; `out` is where people look who do not read the result: standard error.
    """

    def __init__(self, out: TextIO | None = None, clock: Callable[[], float] = monotonic) -> None:
        self._out = out or sys.stderr
        self._clock = clock
        self._next = clock() + PATIENCE
        self._shown = False

    def __enter__(self) -> "Progress":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._shown:
            self._out.write("\r\033[K")
            self._out.flush()

    def of(self, name: str) -> Callable[[int, int], None]:
        """What to call with the number of steps that are done, and of all steps."""

        def show(done: int, all_: int) -> None:
            now = self._clock()
            if now >= self._next and self._out.isatty():
                self._next = now + STEP
                self._show(name, done / all_)

        return show

    def _show(self, name: str, share: float) -> None:
        bar = "#" * round(share * _WIDTH)
        self._out.write(f"\r\033[K{name} [{bar:<{_WIDTH}}] {share:4.0%}")
        self._out.flush()
        self._shown = True
