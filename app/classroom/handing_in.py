"""Handing in: last answers, state and marks in one transaction; and seeing the result."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from app.classroom.answering import GivenAnswer, read_given
from app.classroom.deciding import take_answers
from app.classroom.services import Services
from app.classroom.sitting import Sitting
from app.errors import BylineError, Conflict
from app.quiz.marking import MarkedItem, mark_paper
from app.quiz.profile import Profile, profile
from app.store.answers import SentAnswer, StoredAnswer, count_late
from app.store.attempts import HANDED_IN, OPEN, close_attempt
from app.store.marks import StoredMark, add_marks, find_marks

__all__ = ["GivenAnswer", "Result", "hand_in", "see_result"]


@dataclass(frozen=True, slots=True)
class Result:
    """The result of a paper: the profile, and each question with its answer and its mark.

    `late` is the number of questions with an answer that came too late to count.
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
    # Taking the answers holds the attempt: no save can come between them and the marks.
    decision = take_answers(connection, sitting.id, sent, now)
    standing = decision.standing
    if standing is None:
        raise BylineError("The paper that was handed in does not exist.")
    if standing.state == OPEN:
        close_attempt(connection, sitting.id, now)
        add_marks(connection, sitting.id, _marks(sitting, decision.stored), now)
        standing = replace(standing, state=HANDED_IN, handed_in_at=now)
    return replace(sitting, standing=standing)


def _marks(sitting: Sitting, stored: Mapping[int, StoredAnswer]) -> tuple[StoredMark, ...]:
    responses = {n: answer.response for n, answer in stored.items()}
    backings = {n: answer.backing for n, answer in stored.items()}
    marked = mark_paper(sitting.bank, sitting.paper, responses, backings)
    return tuple(
        StoredMark(one.n, one.question.id, one.response, one.mark, one.backing, one.found)
        for one in marked
    )
