"""Time limits: the server's clock sets the deadline and judges which answers came in time."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection

from app.classroom.services import Services
from app.classroom.sitting import Sitting
from app.errors import AttemptClosed, BadInput, Conflict, NotFound
from app.store.attempts import OPEN, find_standing, move_deadline

GRACE: Final = timedelta(seconds=30)
"""How long after the deadline an answer still counts: it may have been on its way."""

LONGEST: Final = 600
"""Minutes that a limit, or one extension, may have at most."""


def deadline_of(started_at: datetime, minutes: int | None) -> datetime | None:
    """The deadline of a paper that was started at a moment; None without a limit."""
    return None if minutes is None else started_at + timedelta(minutes=check_minutes(minutes))


def check_minutes(minutes: int) -> int:
    """Return the minutes; BadInput when a paper may not have so many."""
    if not 1 <= minutes <= LONGEST:
        raise BadInput(f"A time must be from 1 to {LONGEST} minutes.")
    return minutes


def remaining_seconds(deadline_at: datetime, now: datetime) -> int:
    """Whole seconds until the deadline, never below 0."""
    return max(0, int((deadline_at - now).total_seconds()))


def is_in_time(deadline_at: datetime | None, received_at: datetime) -> bool:
    """Whether an answer that was received then counts."""
    return deadline_at is None or received_at <= deadline_at + GRACE


def deadline_now(services: Services, sitting: Sitting) -> datetime | None:
    """The deadline at this moment: it may have been moved since the paper was found."""
    if sitting.attempt.time_limit is None:
        return None
    with services.store.reading() as connection:
        standing = find_standing(connection, sitting.id)
    return standing.deadline_at if standing else None


def give_time(services: Services, attempt_id: str, minutes: int) -> datetime:
    """Give an open paper more minutes, from its deadline or, if that has passed, from now.

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
        return deadline_at

    return services.store.write(give)
