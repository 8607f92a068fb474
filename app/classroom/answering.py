"""Answering: each answer is on disk before anybody is told so, and none is ever dropped."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Connection

from app.classroom.services import Services
from app.classroom.sitting import Sitting
from app.classroom.timing import GRACE, deadline_now, is_in_time
from app.domain.cite_and_confidence import NEITHER_GIVEN, CiteAndConfidence
from app.domain.kind import Json
from app.errors import AttemptClosed, Conflict, StaleAnswer, TimeUp
from app.kinds import kind_of
from app.quiz.asking import read_backing
from app.store.answers import (
    LATE,
    STALE,
    SentAnswer,
    StoredAnswer,
    add_revisions,
    latest_answers,
    put_aside,
    save_revision,
)
from app.store.attempts import OPEN, find_standing

__all__ = [
    "GivenAnswer",
    "StoredAnswer",
    "read_response",
    "save_answer",
    "save_answers",
    "stored_answers",
]


T = TypeVar("T")

Taken = tuple[Mapping[int, StoredAnswer], frozenset[int]]
"""The newest answers by number, and the numbers whose answer was stale."""


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
    """Keep an answer to question `n`; when it returns, the answer is on disk.

    `revision` is the newest that the sender knew, 0 at first. Sending the same answer again, after
    a lost reply, changes nothing and returns what is stored. Raises NotFound, MalformedResponse;
    StaleAnswer when a newer answer is stored, AttemptClosed after the hand-in and TimeUp after the
    deadline: the answer is then kept beside the others and does not count.
    """
    sent = read_one(sitting, n, GivenAnswer(raw, revision, backing), services.clock())
    outcome = services.store.write(lambda connection: _save(connection, sitting.id, sent))
    return _or_raise(services, sitting, outcome)


def save_answers(services: Services, sitting: Sitting, given: Mapping[int, GivenAnswer]) -> Taken:
    """Keep several answers in one transaction; the newest answers of all, and the conflicts.

    Conflicts are the numbers for which a newer answer was stored. Raises NotFound and
    MalformedResponse before anything is kept, AttemptClosed after the hand-in, TimeUp after the
    deadline.
    """
    received = services.clock()
    sent = read_given(sitting, given, received)

    def save(connection: Connection) -> Taken | Conflict:
        refusal = refusal_of(connection, sitting.id, received)
        if refusal is None:
            return take_answers(connection, sitting.id, sent)
        put_late(connection, sitting.id, sent)
        return refusal

    return _or_raise(services, sitting, services.store.write(save))


def read_given(
    sitting: Sitting, given: Mapping[int, GivenAnswer], received: datetime
) -> tuple[SentAnswer, ...]:
    """Read several answers; NotFound, MalformedResponse."""
    return tuple(read_one(sitting, n, one, received) for n, one in sorted(given.items()))


def read_one(sitting: Sitting, n: int, given: GivenAnswer, received: datetime) -> SentAnswer:
    """Read one answer with what was given beside it; NotFound, MalformedResponse."""
    response = read_response(sitting, n, given.response)
    question = sitting.bank.by_id[sitting.item(n).question]
    backing = read_backing(sitting.bank, sitting.paper.blueprint, question, given.backing)
    return SentAnswer(n, given.revision, response, received, backing)


def take_answers(connection: Connection, attempt_id: str, sent: tuple[SentAnswer, ...]) -> Taken:
    """Keep the answers of an open attempt, which the caller has for itself.

    What is stored already stays as it is; what is stale is set aside.
    """
    stored = dict(latest_answers(connection, attempt_id))
    changed = [one for one in sent if not says_the_same(stored.get(one.n), one)]
    fresh = [one for one in changed if one.known == _revision(stored.get(one.n))]
    stale = [one for one in changed if one not in fresh]
    add_revisions(connection, attempt_id, fresh)
    put_aside(connection, attempt_id, stale, STALE)
    stored.update((one.n, _stored(one)) for one in fresh)
    return stored, frozenset(one.n for one in stale)


def put_late(connection: Connection, attempt_id: str, sent: tuple[SentAnswer, ...]) -> None:
    """Set aside what came after the hand-in or the deadline, unless it is what is stored."""
    stored = latest_answers(connection, attempt_id)
    late = [one for one in sent if not says_the_same(stored.get(one.n), one)]
    put_aside(connection, attempt_id, late, LATE)


def _save(connection: Connection, attempt_id: str, sent: SentAnswer) -> StoredAnswer | Conflict:
    """Save by one statement; why it was refused is looked up only when it was.

    A conflict is returned, not raised: what was set aside has to be committed.
    """
    if save_revision(connection, attempt_id, sent, sent.received_at - GRACE):
        return _stored(sent)
    refusal = refusal_of(connection, attempt_id, sent.received_at)
    current = latest_answers(connection, attempt_id).get(sent.n)
    if current is not None and sent.says_what(current):
        return refusal if isinstance(refusal, AttemptClosed) else current
    if refusal is not None:
        put_late(connection, attempt_id, (sent,))
        return refusal
    put_aside(connection, attempt_id, (sent,), STALE)
    if current is None:
        return StaleAnswer(0, None)
    return StaleAnswer(current.revision, current.response, current.backing.as_json())


def _or_raise(services: Services, sitting: Sitting, outcome: T | Conflict) -> T:
    """What was kept; a conflict is raised, and knows until when the paper is open."""
    if isinstance(outcome, Conflict):
        outcome.deadline_at = deadline_now(services, sitting)
        raise outcome
    return outcome


def refusal_of(connection: Connection, attempt_id: str, received: datetime) -> Conflict | None:
    """Why an attempt takes no answer that was received then; None when it does."""
    standing = find_standing(connection, attempt_id, hold=True)
    if standing is None or standing.state != OPEN:
        return AttemptClosed()
    return None if is_in_time(standing.deadline_at, received) else TimeUp()


def _stored(sent: SentAnswer) -> StoredAnswer:
    return StoredAnswer(sent.n, sent.known + 1, sent.response, sent.received_at, sent.backing)


def _revision(stored: StoredAnswer | None) -> int:
    return stored.revision if stored else 0


def says_the_same(stored: StoredAnswer | None, sent: SentAnswer) -> bool:
    """Whether an answer adds nothing to what is stored.

    A blank of somebody who knew of no answer says nothing: another tab may have answered since.
    """
    blank = sent.response is None and not sent.backing
    if blank and sent.known == 0:
        return True
    return sent.says_what(stored) if stored else blank
