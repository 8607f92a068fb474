"""Linting a small bank that is readable in a test."""

from app.bank.lint.run import lint
from app.domain.problem import Problem
from tests.bank.banks import HEAD, QUESTION, read

LONG = QUESTION.replace(
    "answer: In March", "answer: In the month of March, in the year of the report"
)
"""The question with an answer that is far longer than the other option."""


def linted(yaml: str) -> tuple[Problem, ...]:
    """What the linter adds to a bank without problems of its format."""
    reading = read(yaml)
    assert reading.problems == ()
    return lint(reading).problems


def told(yaml: str) -> list[str]:
    """What the linter finds, as `line:column rule`, `(waived)` after it if it is."""
    return [
        f"{problem.position.line}:{problem.position.column} {problem.rule}"
        + (" (waived)" if problem.waived else "")
        for problem in linted(yaml)
    ]


__all__ = ["HEAD", "LONG", "QUESTION", "linted", "told"]
