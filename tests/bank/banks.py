"""A small sound bank for the tests of this folder, and how to read one."""

from app.domain.bank import Bank, Snapshot
from app.domain.problem import Problem
from app.library.reading import read_snapshot
from app.library.reading_result import Reading

HEAD = """\
byline: 1
title: The bridge
language: en
article:
  title: Footbridge stays shut
  type: news report
  text: |
    The footbridge stays shut until autumn. A report says so.

    Tom fell there in March. The bridge has become a trap.
sources:
  writer: {name: Ana Reyes, type: writer}
  report: {name: a council report, type: document}
claims:
  fall: {says: Tom fell., evidence: Tom fell there, status: reported fact, chain: [writer]}
"""

QUESTION = """\
questions:
  - id: when
    kind: choice
    skill: facts/explicit-information
    level: 1
    prompt: When did Tom fall?
    answer: In March
    distractors: [In May]
    evidence: Tom fell there in March
    because: The second paragraph names the month.
"""

SOUND = HEAD + QUESTION


def read(yaml: str, text: str | None = None) -> Reading:
    """Read a bank from its text."""
    return read_snapshot(Snapshot(yaml, text), "bridge", "bridge.yaml")


def problems_of(yaml: str) -> tuple[Problem, ...]:
    """What is wrong with a bank."""
    return read(yaml).problems


def told(yaml: str) -> list[str]:
    """The problems of a bank as `line:column rule`."""
    return [
        f"{problem.position.line}:{problem.position.column} {problem.rule}"
        for problem in problems_of(yaml)
    ]


def one_problem(yaml: str) -> Problem:
    """The only problem of a bank."""
    (problem,) = problems_of(yaml)
    return problem


def bank_of(reading: Reading) -> Bank:
    """The bank of a reading that found nothing wrong."""
    assert reading.problems == ()
    assert reading.bank is not None
    return reading.bank
