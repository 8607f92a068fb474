"""The README shows the two commands, and is short."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def test_the_two_commands_stand_on_lines_of_their_own() -> None:
    assert {"make serve", "make test"} <= set(README.splitlines())


def test_it_is_short_enough_to_be_read() -> None:
    assert 60 <= len(README.splitlines()) <= 120
