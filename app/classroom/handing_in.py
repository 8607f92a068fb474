"""Handing in: last answers, state and marks in one transaction; and seeing the result."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from app.classroom.answering import GivenAnswer, put_late, read_given, take_answers
from app.classroom.services import Services
from app.classroom.sitting import Sitting
from app.classroom.timing import is_in_time
from app.errors import BylineError, Conflict
from app.quiz.marking import MarkedItem, mark_paper
from app.quiz.profile import Profile, profile
from app.store.answers import SentAnswer, StoredAnswer, count_late, latest_answers
from app.store.attempts import HANDED_IN, close_attempt, find_standing
from app.store.marks import StoredMark, add_marks, find_marks

__all__ = ["GivenAnswer", "Result", "hand_in", "see_result"]


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a paper: the profile, and each question with what was answered and earned.

    `late` is how many questions have an answer that came too late to count.
    """

    profile: Profile
    items: tuple[MarkedItem, ...]
    late: int = 0


def hand_in(
    services: Services, sitting: Sitting, answers: Mapping[int, GivenAnswer] | None = None
) -> Sitting:
    """Hand a paper in, with the answers that the page still held; it is marked exactly once.

    Doing it again changes nothing: other answers are kept as late. After the deadline what was
    saved in time is marked, and the page's answers are kept as late. Raises NotFound and
    MalformedResponse before anything happens.
    """
    now = services.clock()
    sent = read_given(sitting, answers or {}, now)
    return services.store.write(lambda connection: _hand_in(connection, sitting, sent, now))


def see_result(services: Services, sitting: Sitting) -> Result:
    """The marks and the profile of a paper; Conflict while it is not handed in."""
    with services.store.reading() as connection:
        stored = find_marks(connection, sitting.id)
        late = count_late(connection, sitting.id)
    if not stored:
        raise Conflict("This paper is not handed in yet.")
    by_id = sitting.bank.by_id
    items = tuple(
        MarkedItem(one.n, by_id[one.question], one.response, one.mark, one.backing, one.found)
        for one in stored
    )
    return Result(profile(items), items, late)


def _hand_in(
    connection: Connection, sitting: Sitting, sent: tuple[SentAnswer, ...], now: datetime
) -> Sitting:
    # Closing comes first: it takes the attempt, so that no save can come between.
    if not close_attempt(connection, sitting.id, now):
        put_late(connection, sitting.id, sent)
        return _as_it_stands(connection, sitting)
    stored = _take_last(connection, sitting.id, sent, now)
    responses = {n: answer.response for n, answer in stored.items()}
    backings = {n: answer.backing for n, answer in stored.items()}
    marked = mark_paper(sitting.bank, sitting.paper, responses, backings)
    add_marks(connection, sitting.id, map(_to_store, marked), now)
    return replace(sitting, state=HANDED_IN, handed_in_at=now)


def _take_last(
    connection: Connection, attempt_id: str, sent: tuple[SentAnswer, ...], now: datetime
) -> Mapping[int, StoredAnswer]:
    """The answers that count: with those of the form, unless they came too late."""
    standing = find_standing(connection, attempt_id)
    if standing is None or is_in_time(standing.deadline_at, now):
        stored, _ = take_answers(connection, attempt_id, sent)
        return stored
    put_late(connection, attempt_id, sent)
    return latest_answers(connection, attempt_id)


def _to_store(item: MarkedItem) -> StoredMark:
    return StoredMark(item.n, item.question.id, item.response, item.mark, item.backing, item.found)


def _as_it_stands(connection: Connection, sitting: Sitting) -> Sitting:
    standing = find_standing(connection, sitting.id)
    if standing is None:
        raise BylineError("The paper that was handed in is gone.")
    return replace(sitting, state=standing.state, handed_in_at=standing.handed_in_at)
