"""Watching files: each save is reported once, whatever became of the file."""

from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.watching import PAUSE, saved

if TYPE_CHECKING:
    from collections.abc import Callable


def test_saved_new_and_removed_files_are_reported(tmp_path: Path) -> None:
    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    one.write_text("1")
    steps: list[Callable[[], object]] = [
        lambda: None,
        lambda: one.write_text("12"),
        lambda: None,
        lambda: two.write_text("2"),
        one.unlink,
    ]
    pauses: list[float] = []

    def sleep(pause: float) -> None:
        pauses.append(pause)
        steps.pop(0)()

    found = saved(lambda: sorted({one, *tmp_path.glob("*.yaml")}), sleep)
    assert [next(found) for _ in range(3)] == [(one,), (two,), (one,)]
    assert pauses == [PAUSE] * 5
