"""Deciding which of the answers that arrive count, before any of them is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from app.classroom.timing import is_in_time
from app.errors import AttemptClosed, Conflict, TimeUp
from app.store.answers import SentAnswer, StoredAnswer, keep_answers, latest_answers
from app.store.attempts import OPEN, Standing, find_standing


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of answers that arrived: each is in one of the four groups.

    `counted` become the next revisions, `known` add nothing to what is stored, `stale` come after
    a newer answer, `late` after the hand-in or the deadline. `standing` and `stored` (the newest
    answers by number) are those of the attempt, with `counted` among them. `conflict` is why the
    attempt takes no answers; None when it does.
    """

    standing: Standing | None
    stored: Mapping[int, StoredAnswer]
    counted: tuple[SentAnswer, ...] = ()
    known: tuple[SentAnswer, ...] = ()
    stale: tuple[SentAnswer, ...] = ()
    late: tuple[SentAnswer, ...] = ()
    conflict: Conflict | None = None

    @property
    def deadline_at(self) -> datetime | None:
        """Until when the attempt takes answers, where it has a time limit."""
        return self.standing.deadline_at if self.standing else None


def take_answers(
    connection: Connection, attempt_id: str, sent: tuple[SentAnswer, ...], received_at: datetime
) -> Decision:
    """Hold an attempt for the rest of the transaction, decide, and keep every answer."""
    # The standing first: it holds the attempt, and answers that are read later cannot change.
    standing = find_standing(connection, attempt_id, hold=True)
    decision = decide(standing, latest_answers(connection, attempt_id), sent, received_at)
    keep_answers(connection, attempt_id, decision.counted, decision.stale, decision.late)
    return decision


def decide(
    standing: Standing | None,
    stored: Mapping[int, StoredAnswer],
    sent: tuple[SentAnswer, ...],
    received_at: datetime,
) -> Decision:
    """Sort answers that were received at one moment; no two of them are for one question."""
    known = tuple(one for one in sent if adds_nothing(one, stored.get(one.n)))
    new = tuple(one for one in sent if one not in known)
    conflict = conflict_of(standing, received_at)
    if conflict is not None:
        return Decision(standing, stored, known=known, late=new, conflict=conflict)
    counted = tuple(one for one in new if one.known == revision_of(stored.get(one.n)))
    stale = tuple(one for one in new if one not in counted)
    newest = {**stored, **{one.n: one.as_stored() for one in counted}}
    return Decision(standing, newest, counted, known, stale)


def conflict_of(standing: Standing | None, received_at: datetime) -> Conflict | None:
    """Why an attempt takes no answer that was received then; None when it does."""
    if standing is None or standing.state != OPEN:
        return AttemptClosed()
    return None if is_in_time(standing.deadline_at, received_at) else TimeUp()


def adds_nothing(sent: SentAnswer, stored: StoredAnswer | None) -> bool:
    """Whether an answer says no more than what is stored.

    A blank from a page that knew of no answer adds nothing: another tab may have answered since.
    """
    blank = sent.response is None and not sent.backing
    if stored is None or (blank and sent.known == 0):
        return blank
    return sent.says_what(stored)


def revision_of(stored: StoredAnswer | None) -> int:
    """The newest revision, 0 before the first."""
    return stored.revision if stored else 0
