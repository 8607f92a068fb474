"""Linting a small bank that is readable in a test."""

from typing import Any

import yaml

from app.domain.problem import Problem
from app.lint.examples import bank_of
from app.lint.run import lint
from tests.bank.banks import HEAD, read
from tests.bank.banks import QUESTION as UNREASONED

QUESTION = UNREASONED.replace("[In May]", "{In May: It is not there., In autumn: It opens then.}")
"""A question without a flaw."""

SOUND = HEAD + QUESTION
LONG = QUESTION.replace("answer: In March", "answer: In March, as the text has it")
"""The question with an answer that is far longer than the other options."""


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


def found(rule: str, *questions: dict[str, Any], **bank: Any) -> list[Problem]:
    """What a rule finds in the small bank of the examples, with these questions and fields."""
    reading = bank_of(yaml.safe_dump({**bank, "questions": list(questions)}))
    assert reading.problems == ()
    return [problem for problem in lint(reading).problems if problem.rule == rule]
