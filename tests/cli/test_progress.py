"""The line that shows how far a long piece of work is."""

from io import StringIO
from itertools import count

from app.cli.progress import Progress


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def shown(out: StringIO, *moments: float) -> str:
    """Return what is written when the steps of some work are done at these moments, in seconds."""
    clock = iter([0.0, *moments])
    with Progress(out, lambda: next(clock)) as progress:
        step = progress.of("bank")
        for done in range(1, len(moments) + 1):
            step(done, len(moments))
    return out.getvalue()


def test_short_work_shows_nothing() -> None:
    assert shown(Terminal(), 0.2, 0.9) == ""


def test_long_work_shows_a_bar_and_wipes_it() -> None:
    told = shown(Terminal(), 0.5, 1.1)
    assert told == "\r\033[Kbank [" + "#" * 30 + "] 100%\r\033[K"


def test_it_is_not_shown_at_every_step() -> None:
    assert shown(Terminal(), 1.0, 1.05, 1.2).count("%") == 2


def test_what_is_no_terminal_gets_nothing() -> None:
    assert shown(StringIO(), 2.0, 3.0) == ""


def test_items_pass_through_and_are_counted_when_they_are_done() -> None:
    out = Terminal()
    clock = count(0.0, 2.0)
    with Progress(out, lambda: next(clock)) as progress:
        assert list(progress.over("papers", iter("abcd"), 4)) == ["a", "b", "c", "d"]
    assert [part.split()[-1] for part in out.getvalue().split("\r")[1:-1]] == [
        "25%", "50%", "75%", "100%"
    ]  # fmt: skip
