"""Answers that give every row of a question one option: reading them from forms and from JSON."""

from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Any

from app.domain.mark import Mark, blank_mark, standing_of
from app.domain.problem import FieldProblem, Path
from app.errors import MalformedResponse

MOST_ROWS = 8
"""More rows are a test of patience, and no longer fit on a telephone."""


def form_rows(form: Mapping[str, Sequence[str]]) -> dict[str, Any] | None:
    """`{row id: value}` of the rows that were answered; None when none was.

    A row that was sent with several values keeps them as a list, which `read_rows` refuses.
    """
    given = {row: [value for value in values if value] for row, values in form.items()}
    answered = {
        row: values[0] if len(values) == 1 else values for row, values in given.items() if values
    }
    return answered or None


def read_rows(raw: Any, rows: Set[str], options: Set[str]) -> dict[str, str] | None:
    """`{row id: option id}` in the order of the ids; None when no row was answered.

    Raises MalformedResponse for anything but None or an object from ids of rows to ids of options.
    """
    if raw is None:
        return None
    if not isinstance(raw, dict) or not set(raw) <= rows:
        raise MalformedResponse("The answer must be an object from ids of rows to ids of options.")
    if not all(isinstance(option, str) and option in options for option in raw.values()):
        raise MalformedResponse("Each row must be given the id of one of the question's options.")
    return dict(sorted(raw.items())) or None


def mark_rows(rule: str, key: Mapping[str, str], response: Mapping[str, str] | None) -> Mark:
    """The share of rows with the option that `key` has for them; an open row earns nothing."""
    if response is None:
        return blank_mark(rule)
    parts = {row: response.get(row) == option for row, option in key.items()}
    points = sum(parts.values()) / len(parts)
    return Mark(points, rule, standing_of(points), parts)


def row_count_problems(
    path: Path, count: int, *, least: int = 2, most: int = MOST_ROWS
) -> Iterable[FieldProblem]:
    """A problem when a question has too few rows, or too many."""
    if count < least:
        yield FieldProblem(
            path,
            "too-few-rows",
            f"A question of this kind has at least {least} rows, and this one has {count}.",
            "Add a row, or ask in another kind.",
        )
    if count > most:
        yield FieldProblem(
            path,
            "too-many-rows",
            f"A question of this kind has at most {most} rows, and this one has {count}.",
            "Leave some out, or make two questions of it.",
        )
