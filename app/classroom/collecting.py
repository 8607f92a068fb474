"""Collecting: a file of answers is taken back, and what does not count is kept all the same."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from app.classroom.answering import (
    GivenAnswer,
    put_late,
    read_one,
    refusal_of,
    says_the_same,
    take_answers,
)
from app.classroom.services import Services
from app.classroom.sitting import Sitting, sitting_of_id
from app.errors import MalformedResponse, NotFound
from app.formats.answers_file import AnswersFile
from app.store.answers import SentAnswer, latest_answers

Numbers = tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Collected:
    """What became of the answers, by question number; `faults` are sentences about the others.

    `known` were stored before; `stale` (a newer one is stored) and `late` (after the deadline or
    the hand-in) are kept aside and do not count.
    """

    sitting: Sitting
    saved: tuple[int, ...]
    known: tuple[int, ...]
    stale: tuple[int, ...]
    late: tuple[int, ...]
    faults: tuple[str, ...]


def collect(services: Services, file: AnswersFile) -> Collected:
    """Take the answers of a file as if they had just arrived; twice is once.

    An answer that its question cannot have is told as a fault, and keeps none of the others from
    being taken. Raises NotFound for an attempt that is not there.
    """
    sitting, received = sitting_of_id(services, file.attempt), services.clock()
    sent, faults = _read(sitting, file, received)
    saved, known, stale, late = services.store.write(
        lambda connection: _take(connection, sitting, sent, received)
    )
    return Collected(sitting, saved, known, stale, late, faults)


def _read(
    sitting: Sitting, file: AnswersFile, received: datetime
) -> tuple[tuple[SentAnswer, ...], tuple[str, ...]]:
    sent, faults = [], []
    for one in file.answers:
        given = GivenAnswer(one.response, one.revision, one.backing)
        try:
            sent.append(read_one(sitting, one.n, given, received))
        except (MalformedResponse, NotFound) as fault:
            faults.append(f"question {one.n}: {fault.message}")
    return tuple(sent), tuple(faults)


def _take(
    connection: Connection, sitting: Sitting, sent: tuple[SentAnswer, ...], received: datetime
) -> Numbers:
    """Keep them; the numbers of those that were saved, known, stale and late."""
    refusal = refusal_of(connection, sitting.id, received)
    before = latest_answers(connection, sitting.id)
    known = {one.n for one in sent if says_the_same(before.get(one.n), one)}
    new = {one.n for one in sent} - known
    if refusal is not None:
        put_late(connection, sitting.id, sent)
        return (), _sorted(known), (), _sorted(new)
    _, stale = take_answers(connection, sitting.id, sent)
    return _sorted(new - stale), _sorted(known), _sorted(stale), ()


def _sorted(numbers: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted(numbers))
