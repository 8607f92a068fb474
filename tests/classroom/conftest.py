"""A classroom with a bank of nine questions, a clock that stands still and seeds in a row."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from app.classroom.opening import open_practice
from app.classroom.services import Services, open_services
from app.classroom.sitting import Sitting
from app.config import Settings
from app.kinds import kind_of
from app.quiz.blueprint import Blueprint
from tests.kept import put_database

KEY = "the key of a student"
SMALL = Blueprint(facts=1, sourcing=1, framing=1)
BACKED = Blueprint(facts=1, sourcing=1, framing=1, cite=True, confidence=True)

HEAD = """\
byline: 1
title: A bus line returns
language: en
article:
  title: Line 7 is back
  type: news report
  text: |
    Line 7 runs again from Monday, the council said.

    A driver called the new plan a miracle.
questions:
"""
QUESTION = """\
  - id: {id}
    kind: choice
    skill: {skill}
    level: {level}
    prompt: What does question {id} ask?
    answer: The right answer to {id}
    distractors: [A wrong answer to {id}, Another wrong answer to {id}]
    evidence: the council said
    because: The text says so.
"""
SKILLS = {
    "facts": "facts/explicit-information",
    "sourcing": "sourcing/attribution",
    "framing": "framing/word-choice",
}
BANK = HEAD + "".join(
    QUESTION.format(id=f"{skill}-{level}", skill=full, level=level)
    for skill, full in SKILLS.items()
    for level in (1, 2, 3)
)


@dataclass
class Clock:
    """A clock that moves only when a test moves it."""

    moment: datetime = field(default=datetime(2026, 11, 23, 12, tzinfo=UTC))

    def __call__(self) -> datetime:
        return self.moment

    def move(self, seconds: float) -> None:
        self.moment += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """The bank `bus` in a folder, and nothing kept yet."""
    banks = tmp_path / "banks"
    banks.mkdir()
    (banks / "bus.yaml").write_text(BANK)
    return Settings.from_environment({}, banks=banks, data=tmp_path / "data")


@pytest.fixture
def services(settings: Settings, clock: Clock) -> Iterator[Services]:
    put_database(settings)
    opened = open_services(settings, clock=clock, new_seed=count().__next__)
    yield opened
    opened.store.let_go()


@pytest.fixture
def sitting(services: Services) -> Sitting:
    """An open paper of three questions."""
    return open_practice(services, "bus", key=KEY, blueprint=SMALL)


@pytest.fixture
def backed(services: Services) -> Sitting:
    """An open paper that asks for sentences and for how sure one is."""
    return open_practice(services, "bus", key=KEY, blueprint=BACKED)


def restarted(settings: Settings, clock: Clock) -> Services:
    """The same classroom in a process that remembers nothing."""
    return open_services(settings, clock=clock)


def right(sitting: Sitting, n: int) -> str:
    """The right response to a question of a paper."""
    question = sitting.bank.by_id[sitting.item(n).question]
    answer: str = kind_of(question).solution(question.definition)["answer"]
    return answer


def wrong(sitting: Sitting, n: int) -> str:
    """A wrong response to a question of a paper."""
    item = sitting.item(n)
    question = sitting.bank.by_id[item.question]
    shown = kind_of(question).present(question.definition, item.shuffle)["options"]
    return next(str(one["id"]) for one in shown if one["id"] != right(sitting, n))
