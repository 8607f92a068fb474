"""The banks that ship, with the questions made in them, have no flaw: alone, or together."""

from pathlib import Path

import pytest

from app.library.reading import read_file
from app.lint.run import lint

BANKS = sorted(Path("questions").glob("*.yaml"))


@pytest.mark.parametrize("path", BANKS, ids=[path.stem for path in BANKS])
def test_no_bank_has_a_flaw_that_is_not_waived(path: Path) -> None:
    found = [
        f"{problem.position.line}: {problem.question}: {problem.message} [{problem.rule}]"
        for problem in lint(read_file(path)).problems
        if problem.severity != "note" and not problem.waived
    ]
    assert found == []


def test_the_banks_are_there() -> None:
    assert len(BANKS) >= 4
