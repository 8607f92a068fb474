"""What is wrong in a bank's text, and where: values that are collected, never raised."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]

Path = tuple[str | int, ...]
"""The way from a mapping to a value inside it, such as ("distractors", "Paris")."""


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file; `line` and `column` count from 1, as editors do."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """What a question's kind finds wrong, before anybody knows where the field stands.

    `path` leads from the question's mapping to the field; `rule` is the problem's kebab-case
    name; `message` says what is wrong; `help` what to write instead.
    """

    path: Path
    rule: str
    message: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """A change to a bank's text that can do no harm.

    `add` is put into the list at `path`, which is made if it is not there; without `add` the entry
    at `path` is taken out.
    """

    path: Path
    add: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding about a bank, ready to be shown beside the line it is about.

    `waived` is the reason for which the bank waives it, "" if it does not; `edit` mends it.
    """

    position: Position
    rule: str
    severity: Severity
    message: str
    help: str = ""
    question: str | None = None
    waived: str = ""
    edit: Edit | None = None
