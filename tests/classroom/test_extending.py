"""Extending: more minutes, and nothing is late that came before the new deadline."""

from datetime import timedelta

import pytest

from app.classroom.answering import GivenAnswer, save_answer, save_answers, stored_answers
from app.classroom.extending import give_time
from app.classroom.handing_in import hand_in, see_result
from app.classroom.opening import open_practice
from app.classroom.services import Services
from app.classroom.sitting import Sitting, find_sitting
from app.classroom.timing import deadline_now
from app.errors import AttemptClosed, BadInput, Conflict, NotFound, TimeUp
from app.store.answers import answers_aside
from tests.classroom.conftest import KEY, SMALL, Clock, right, wrong

TEN = 10 * 60
AFTER = TEN + 31


@pytest.fixture
def timed(services: Services) -> Sitting:
    """An open paper of three questions and ten minutes."""
    return open_practice(services, "bus", key=KEY, blueprint=SMALL, time_limit=10)


def late(services: Services, sitting: Sitting, n: int, response: object, revision: int = 0) -> None:
    with pytest.raises(TimeUp):
        save_answer(services, sitting, n, response, revision)


def aside(services: Services, sitting: Sitting) -> list[tuple[int, object, str]]:
    with services.store.reading() as connection:
        return [(one.n, one.response, why) for one, why in answers_aside(connection, sitting.id)]


def test_an_extension_counts_from_the_deadline(
    services: Services, clock: Clock, timed: Sitting
) -> None:
    clock.move(60)
    assert timed.deadline_at is not None
    extended = timed.deadline_at + timedelta(minutes=5)
    assert give_time(services, timed.id, 5) == extended
    assert deadline_now(services, timed) == extended
    assert find_sitting(services, timed.id, KEY).deadline_at == extended
    clock.move(TEN + 200)
    assert save_answer(services, timed, 1, right(timed, 1), 0).revision == 1


def test_an_extension_of_what_is_over_counts_from_now(
    services: Services, clock: Clock, timed: Sitting
) -> None:
    clock.move(86_400)
    with pytest.raises(TimeUp):
        save_answer(services, timed, 1, right(timed, 1), 0)
    assert give_time(services, timed.id, 5) == clock() + timedelta(minutes=5)
    assert save_answer(services, timed, 1, right(timed, 1), 0).revision == 1


def test_who_cannot_have_more_time(services: Services, timed: Sitting, sitting: Sitting) -> None:
    with pytest.raises(Conflict, match="no time limit"):
        give_time(services, sitting.id, 5)
    with pytest.raises(NotFound):
        give_time(services, "nobody", 5)
    with pytest.raises(BadInput):
        give_time(services, timed.id, 0)
    hand_in(services, timed)
    with pytest.raises(AttemptClosed):
        give_time(services, timed.id, 5)


def test_an_extension_makes_late_answers_count_and_lose_their_mark(
    services: Services, clock: Clock, timed: Sitting
) -> None:
    save_answer(services, timed, 1, wrong(timed, 1), 0)
    clock.move(AFTER)
    late(services, timed, 1, right(timed, 1), 1)
    received_at = clock()
    late(services, timed, 2, wrong(timed, 2))
    late(services, timed, 2, right(timed, 2))
    clock.move(60)
    give_time(services, timed.id, 5)
    stored = stored_answers(services, timed)
    assert (stored[1].revision, stored[1].response) == (2, right(timed, 1))
    assert stored[1].saved_at == received_at
    assert (stored[2].revision, stored[2].response) == (2, right(timed, 2))
    assert aside(services, timed) == []
    save_answer(services, timed, 2, right(timed, 2), 0)
    hand_in(services, timed)
    result = see_result(services, timed)
    assert (result.profile.points, result.late) == (2, 0)


def test_an_answer_of_a_form_that_was_late_counts_after_an_extension(
    services: Services, clock: Clock, timed: Sitting
) -> None:
    clock.move(AFTER)
    given = {n: GivenAnswer(right(timed, n)) for n in (1, 2, 3)}
    with pytest.raises(TimeUp):
        save_answers(services, timed, given)
    give_time(services, timed.id, 5)
    assert save_answers(services, timed, given) == (stored_answers(services, timed), frozenset())
    assert aside(services, timed) == []
    hand_in(services, timed)
    assert (see_result(services, timed).profile.points, see_result(services, timed).late) == (3, 0)


def test_a_late_answer_that_was_overtaken_before_stays_late(
    services: Services, clock: Clock, timed: Sitting
) -> None:
    save_answer(services, timed, 1, right(timed, 1), 0)
    clock.move(AFTER)
    late(services, timed, 1, wrong(timed, 1))
    give_time(services, timed.id, 5)
    assert stored_answers(services, timed)[1].response == right(timed, 1)
    assert aside(services, timed) == [(1, wrong(timed, 1), "late")]


def test_what_was_stale_stays_aside(services: Services, timed: Sitting) -> None:
    save_answer(services, timed, 1, right(timed, 1), 0)
    with pytest.raises(Conflict):
        save_answer(services, timed, 1, wrong(timed, 1), 0)
    give_time(services, timed.id, 5)
    assert aside(services, timed) == [(1, wrong(timed, 1), "stale")]
