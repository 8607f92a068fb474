"""The README shows the two commands, and every file that it links to is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def test_the_two_commands_stand_on_lines_of_their_own() -> None:
    assert {"make serve", "make test"} <= set(README.splitlines())


def test_it_is_short_enough_to_be_read() -> None:
    assert 60 <= len(README.splitlines()) <= 120


@pytest.mark.parametrize(
    "page", ["README.md", *(f"docs/{p.name}" for p in (ROOT / "docs").glob("*.md"))]
)
def test_every_link_leads_somewhere(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    for target in re.findall(r"\]\((?!https?:)([^)#\s]+)", text):
        assert (ROOT / page).parent.joinpath(target).exists(), f"{page} links to {target}"
