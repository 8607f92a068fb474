"""Extending: a paper gets more minutes, and answers that were late by the old deadline count."""

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from app.classroom.deciding import decide, revision_of
from app.classroom.services import Services
from app.classroom.timing import check_minutes
from app.errors import AttemptClosed, Conflict, NotFound
from app.store.answers import (
    LATE,
    SentAnswer,
    answers_aside,
    keep_answers,
    latest_answers,
    take_from_aside,
)
from app.store.attempts import OPEN, Standing, find_standing, move_deadline


def give_time(services: Services, attempt_id: str, minutes: int) -> datetime:
    """Give an open paper more minutes, from its deadline or, if that has passed, from now.

    Answers that came after the old deadline were set aside as late; they count from now.

    Returns the new deadline. Raises BadInput for an impossible number of minutes; NotFound;
    Conflict when the paper has no time limit, and AttemptClosed when it was handed in.
    """
    more, now = timedelta(minutes=check_minutes(minutes)), services.clock()

    def give(connection: Connection) -> datetime:
        standing = find_standing(connection, attempt_id, hold=True)
        if standing is None:
            raise NotFound("There is no such paper.")
        if standing.state != OPEN:
            raise AttemptClosed
        if standing.deadline_at is None:
            raise Conflict("This paper has no time limit.")
        deadline_at = max(standing.deadline_at, now) + more
        move_deadline(connection, attempt_id, deadline_at)
        count_late_answers(connection, attempt_id, replace(standing, deadline_at=deadline_at))
        return deadline_at

    return services.store.write(give)


def count_late_answers(connection: Connection, attempt_id: str, standing: Standing) -> None:
    """Let late answers count that are in time by the new deadline, in the order they came in.

    The caller holds the attempt. A page whose late answers were refused went on with the revision
    that it knew: all of them follow each other. What a newer answer had overtaken before stays
    aside.
    """
    stored = latest_answers(connection, attempt_id)
    known = {n: one.revision for n, one in stored.items()}
    counted: list[SentAnswer] = []
    settled: list[SentAnswer] = []
    for late in [one for one, kept in answers_aside(connection, attempt_id) if kept == LATE]:
        is_next = late.known == known.get(late.n, 0)
        one = replace(late, known=revision_of(stored.get(late.n))) if is_next else late
        decision = decide(standing, stored, (one,), late.received_at)
        stored = decision.stored
        counted += decision.counted
        if decision.counted or decision.known:
            settled.append(late)
    keep_answers(connection, attempt_id, counted)
    take_from_aside(connection, attempt_id, settled)
