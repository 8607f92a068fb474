"""The table of formats: what `byline check --format` offers."""

import pytest

from app.checks.as_text import Look
from app.checks.formats import FORMATS
from tests.checks.reports import BROKEN, report


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_tells_of_every_problem(name: str) -> None:
    written = FORMATS[name](report(BROKEN), Look())
    for problem in report(BROKEN).problems:
        assert problem.rule in written
        assert problem.message in written
