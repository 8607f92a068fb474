"""Answering: an answer is on disk before the reply says so, and none is ever dropped."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Connection

from app.classroom.deciding import take_answers
from app.classroom.services import Services
from app.classroom.sitting import Sitting
from app.classroom.timing import GRACE
from app.domain.cite_and_confidence import NEITHER_GIVEN, CiteAndConfidence
from app.domain.kind import Json
from app.errors import AttemptClosed, Conflict, StaleAnswer
from app.kinds import kind_of
from app.quiz.asking import read_backing
from app.store.answers import SentAnswer, StoredAnswer, latest_answers, save_revision

__all__ = [
    "GivenAnswer",
    "StoredAnswer",
    "read_response",
    "save_answer",
    "save_answers",
    "stored_answers",
]

T = TypeVar("T")

Saved = tuple[Mapping[int, StoredAnswer], frozenset[int]]
"""The newest answers by number, and the numbers of the answers that were stale."""


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """An answer in JSON as a student gives it, and the newest revision that the page knew."""

    response: Json
    revision: int = 0
    backing: CiteAndConfidence = NEITHER_GIVEN


def stored_answers(services: Services, sitting: Sitting) -> Mapping[int, StoredAnswer]:
    """The newest answers by number; questions that were never answered are missing."""
    with services.store.reading() as connection:
        return latest_answers(connection, sitting.id)


def read_response(sitting: Sitting, n: int, raw: Json) -> Json:
    """The canonical form of a response to question `n`; NotFound, MalformedResponse."""
    question = sitting.bank.by_id[sitting.item(n).question]
    return kind_of(question).read(question.definition, raw)


def save_answer(
    services: Services,
    sitting: Sitting,
    n: int,
    raw: Json,
    revision: int,
    backing: CiteAndConfidence = NEITHER_GIVEN,
) -> StoredAnswer:
    """Keep an answer to question `n`; when this returns, the answer is on disk.

    `revision` is the newest that the sender knew, 0 at first. Sending the same answer again, after
    a lost reply, changes nothing and returns what is stored. Raises NotFound and
    MalformedResponse; StaleAnswer when a newer answer is stored, AttemptClosed after the hand-in
    and TimeUp after the deadline: the answer is then kept beside the others and does not count.
    """
    sent = read_one(sitting, n, GivenAnswer(raw, revision, backing), services.clock())
    return _or_raise(services.store.write(lambda connection: _save(connection, sitting.id, sent)))


def save_answers(services: Services, sitting: Sitting, given: Mapping[int, GivenAnswer]) -> Saved:
    """Keep several answers in one transaction; returns the newest answers and what was stale.

    Raises NotFound and MalformedResponse before anything is kept; AttemptClosed after the hand-in
    and TimeUp after the deadline, with the answers kept as late.
    """
    received_at = services.clock()
    sent = read_given(sitting, given, received_at)

    def save(connection: Connection) -> Saved | Conflict:
        decision = take_answers(connection, sitting.id, sent, received_at)
        if decision.conflict is not None:
            return _until(decision.conflict, decision.deadline_at)
        return decision.stored, frozenset(one.n for one in decision.stale)

    return _or_raise(services.store.write(save))


def read_given(
    sitting: Sitting, given: Mapping[int, GivenAnswer], received_at: datetime
) -> tuple[SentAnswer, ...]:
    """Read several answers; NotFound, MalformedResponse."""
    return tuple(read_one(sitting, n, one, received_at) for n, one in sorted(given.items()))


def read_one(sitting: Sitting, n: int, given: GivenAnswer, received_at: datetime) -> SentAnswer:
    """Read one answer with what was given beside it; NotFound, MalformedResponse."""
    response = read_response(sitting, n, given.response)
    question = sitting.bank.by_id[sitting.item(n).question]
    backing = read_backing(sitting.bank, sitting.paper.blueprint, question, given.backing)
    return SentAnswer(n, given.revision, response, received_at, backing)


def _save(connection: Connection, attempt_id: str, sent: SentAnswer) -> StoredAnswer | Conflict:
    """Save by one statement; look for the reason only when that saved nothing.

    A conflict is returned, not raised: what was set aside has to be committed.
    """
    if save_revision(connection, attempt_id, sent, sent.received_at - GRACE):
        return sent.as_stored()
    decision = take_answers(connection, attempt_id, (sent,), sent.received_at)
    current = decision.stored.get(sent.n)
    is_stored = current is not None and sent.says_what(current)
    conflict = decision.conflict
    if current is not None and is_stored and not isinstance(conflict, AttemptClosed):
        return current
    return _until(conflict or _stale(current), decision.deadline_at)


def _stale(current: StoredAnswer | None) -> StaleAnswer:
    if current is None:
        return StaleAnswer(0, None)
    return StaleAnswer(current.revision, current.response, current.backing.as_json())


def _until(conflict: Conflict, deadline_at: datetime | None) -> Conflict:
    """The conflict, with the time until which the paper is open."""
    conflict.deadline_at = deadline_at
    return conflict


def _or_raise(outcome: T | Conflict) -> T:
    if isinstance(outcome, Conflict):
        raise outcome
    return outcome
