"""Marks as they are kept: one for each question of a paper that was handed in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select

from app.domain.cite_and_confidence import NEITHER_GIVEN, CiteAndConfidence
from app.domain.mark import Mark
from app.store.tables import marks

_ADD = insert(marks)
_FIND = (
    select(
        marks.c.n,
        marks.c.question,
        marks.c.response,
        marks.c.points,
        marks.c.rule,
        marks.c.standing,
        marks.c.parts,
        marks.c.cite,
        marks.c.found,
        marks.c.confidence,
    )
    .where(marks.c.attempt_id == bindparam("attempt_id"))
    .order_by(marks.c.n)
)


@dataclass(frozen=True, slots=True)
class StoredMark:
    """The mark of question `n`; `question` is its id in the bank, `response` what was marked.

    `found` is whether the cited sentence settles the question; None when none was asked for.
    """

    n: int
    question: str
    response: Any
    mark: Mark
    backing: CiteAndConfidence = NEITHER_GIVEN
    found: bool | None = None


def add_marks(
    connection: Connection, attempt_id: str, new: Iterable[StoredMark], now: datetime
) -> None:
    """Keep the marks of an attempt."""
    rows = [
        {
            "attempt_id": attempt_id,
            "n": one.n,
            "question": one.question,
            "response": one.response,
            "points": one.mark.points,
            "rule": one.mark.rule,
            "standing": one.mark.standing,
            "parts": dict(one.mark.parts),
            "cite": one.backing.cite,
            "found": one.found,
            "confidence": one.backing.confidence,
            "marked_at": now,
        }
        for one in new
    ]
    connection.execute(_ADD, rows)


def find_marks(connection: Connection, attempt_id: str) -> tuple[StoredMark, ...]:
    """The marks of an attempt in the order of the paper; none before it was handed in."""
    rows = connection.execute(_FIND, {"attempt_id": attempt_id})
    return tuple(
        StoredMark(
            row.n,
            row.question,
            row.response,
            Mark(row.points, row.rule, row.standing, row.parts),
            CiteAndConfidence(row.cite, row.confidence),
            row.found,
        )
        for row in rows
    )
