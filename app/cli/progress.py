"""How far a long piece of work is, on a terminal, once it has taken a second."""

import sys
from collections.abc import Callable, Iterable, Iterator
from time import monotonic
from types import TracebackType
from typing import Final, Self, TextIO, TypeVar

T = TypeVar("T")

PATIENCE: Final = 1.0
"""Seconds before the bar is shown."""

STEP: Final = 0.1
"""Seconds between two looks at the clock that draw."""

_WIDTH: Final = 30


class Progress:
    """A bar on one line of the terminal, which is wiped when the work is done.

    It is written to `out`, standard error by default, so that the result can be piped, and only
    where that is a terminal. `clock` gives seconds.
    """

    def __init__(self, out: TextIO | None = None, clock: Callable[[], float] = monotonic) -> None:
        self._out = out or sys.stderr
        self._clock = clock
        self._next = clock() + PATIENCE
        self._shown = False

    def __enter__(self) -> Self:
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
        """Return what work named `name` calls with the steps done and the number of all steps."""

        def show(done: int, all_: int) -> None:
            now = self._clock()
            if now >= self._next and self._out.isatty():
                self._next = now + STEP
                self._show(name, done / all_)

        return show

    def over(self, name: str, items: Iterable[T], total: int) -> Iterator[T]:
        """Yield the items; one counts as done when the next is asked for."""
        show = self.of(name)
        for done, item in enumerate(items, 1):
            yield item
            show(done, total)

    def _show(self, name: str, share: float) -> None:
        bar = "#" * round(share * _WIDTH)
        self._out.write(f"\r\033[K{name} [{bar:<{_WIDTH}}] {share:4.0%}")
        self._out.flush()
        self._shown = True
