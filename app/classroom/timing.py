"""Time limits: the server's clock sets the deadline and judges which answers came in time."""

from datetime import datetime, timedelta
from typing import Final

from app.classroom.services import Services
from app.classroom.sitting import Sitting
from app.errors import BadInput
from app.store.attempts import find_standing

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
