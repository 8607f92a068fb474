"""Time limits on the pages and in the API: seconds that are left, never a time of the day."""

from datetime import datetime
from typing import Any, Final

from app.classroom.extending import give_time
from app.classroom.sitting import Sitting
from app.classroom.timing import deadline_now, remaining_seconds
from app.web.site.current import the_services

MORE: Final = 5
"""Minutes that a student who practises alone may add, as often as they like."""


def time_document(deadline_at: datetime | None) -> dict[str, Any]:
    """`remaining` seconds and the `deadline` (UTC); nothing for a paper without one."""
    if deadline_at is None:
        return {}
    remaining = remaining_seconds(deadline_at, the_services().clock())
    return {"remaining": remaining, "deadline": deadline_at.isoformat()}


def time_now(sitting: Sitting) -> dict[str, Any]:
    """As `time_document`, of a paper that was recalled: its deadline may have been moved."""
    return time_document(deadline_now(the_services(), sitting))


def time_context(deadline_at: datetime | None) -> dict[str, Any] | None:
    """What a page shows of the time: the seconds left and, rounded up, the minutes."""
    if deadline_at is None:
        return None
    seconds = remaining_seconds(deadline_at, the_services().clock())
    return {"remaining": seconds, "minutes": -(-seconds // 60), "more": MORE}


def is_over(sitting: Sitting) -> bool:
    """Whether the deadline of a paper, as it was found, has passed."""
    return sitting.deadline_at is not None and the_services().clock() >= sitting.deadline_at


def add_time(sitting: Sitting) -> datetime:
    """Give a practice that a student set alone `MORE` minutes; returns the new deadline."""
    return give_time(the_services(), sitting.id, MORE)
