"""Time limits: by the server's clock alone, with a grace, and nothing that is late is dropped."""

from datetime import timedelta

import pytest

from app.classroom.answering import GivenAnswer, save_answer, save_answers, stored_answers
from app.classroom.handing_in import hand_in, see_result
from app.classroom.opening import open_practice
from app.classroom.services import Services
from app.classroom.sitting import Sitting, find_sitting
from app.classroom.timing import (
    GRACE,
    deadline_now,
    is_in_time,
    remaining_seconds,
)
from app.config import Settings
from app.errors import BadInput, StaleAnswer, TimeUp
from app.store.answers import answers_aside
from tests.classroom.conftest import KEY, SMALL, Clock, restarted, right, wrong

TEN = 10 * 60
AFTER = TEN + 30.001
"""Seconds after the start of ten minutes when the grace is over."""


@pytest.fixture
def timed(services: Services) -> Sitting:
    """An open paper of three questions and ten minutes."""
    return open_practice(services, "bus", key=KEY, blueprint=SMALL, time_limit=10)


def aside(services: Services, sitting: Sitting) -> list[tuple[int, object, str]]:
    with services.store.reading() as connection:
        return [(one.n, one.response, why) for one, why in answers_aside(connection, sitting.id)]


def test_the_deadline_is_set_at_the_start(
    services: Services, clock: Clock, timed: Sitting, settings: Settings
) -> None:
    assert timed.deadline_at == timed.attempt.started_at + timedelta(minutes=10)
    clock.move(60)
    assert find_sitting(services, timed.id, KEY).deadline_at == timed.deadline_at
    other = restarted(settings, clock)
    again = find_sitting(other, timed.id, KEY)
    assert (again.deadline_at, again.attempt.time_limit) == (timed.deadline_at, 10)
    other.store.let_go()


def test_without_a_limit_there_is_no_deadline(
    services: Services, clock: Clock, sitting: Sitting
) -> None:
    assert sitting.deadline_at is None
    assert deadline_now(services, sitting) is None
    clock.move(10**8)
    assert save_answer(services, sitting, 1, right(sitting, 1), 0).revision == 1


@pytest.mark.parametrize("minutes", [0, -5, 601])
def test_an_impossible_limit_is_refused(services: Services, minutes: int) -> None:
    with pytest.raises(BadInput):
        open_practice(services, "bus", key=KEY, blueprint=SMALL, time_limit=minutes)


@pytest.mark.parametrize(
    ("passed", "left"), [(0, 600), (0.9, 599), (599.9, 0), (600, 0), (5000, 0), (-60, 660)]
)
def test_what_remains_is_never_negative(clock: Clock, passed: float, left: int) -> None:
    deadline_at = clock() + timedelta(minutes=10)
    clock.move(passed)
    assert remaining_seconds(deadline_at, clock()) == left


def test_what_comes_within_the_grace_counts(clock: Clock) -> None:
    assert is_in_time(clock(), clock() + GRACE)
    assert not is_in_time(clock(), clock() + GRACE + timedelta(microseconds=1))
    assert is_in_time(None, clock())


@pytest.mark.parametrize("seconds", [TEN - 1, TEN, TEN + 30])
def test_an_answer_in_time_is_saved(
    services: Services, clock: Clock, timed: Sitting, seconds: float
) -> None:
    clock.move(seconds)
    save_answer(services, timed, 1, right(timed, 1), 0)
    save_answers(services, timed, {2: GivenAnswer(right(timed, 2))})
    assert set(stored_answers(services, timed)) == {1, 2}
    assert not aside(services, timed)


def test_a_late_answer_is_kept_marked_late_and_does_not_count(
    services: Services, clock: Clock, timed: Sitting
) -> None:
    save_answer(services, timed, 1, wrong(timed, 1), 0)
    clock.move(AFTER)
    for _ in range(2):
        with pytest.raises(TimeUp) as told:
            save_answer(services, timed, 1, right(timed, 1), 1)
    assert told.value.deadline_at == timed.deadline_at
    with pytest.raises(TimeUp):
        save_answers(services, timed, {2: GivenAnswer(right(timed, 2))})
    assert stored_answers(services, timed)[1].response == wrong(timed, 1)
    assert aside(services, timed) == [(1, right(timed, 1), "late"), (2, right(timed, 2), "late")]


def test_an_answer_whose_reply_was_lost_is_saved_and_not_late(
    services: Services, clock: Clock, timed: Sitting
) -> None:
    first = save_answer(services, timed, 1, right(timed, 1), 0)
    clock.move(AFTER)
    assert save_answer(services, timed, 1, right(timed, 1), 0) == first
    assert not aside(services, timed)


def test_a_stale_answer_in_time_knows_the_deadline(services: Services, timed: Sitting) -> None:
    save_answer(services, timed, 1, right(timed, 1), 0)
    with pytest.raises(StaleAnswer) as told:
        save_answer(services, timed, 1, wrong(timed, 1), 0)
    assert told.value.deadline_at == timed.deadline_at


def test_handing_in_within_the_grace_counts_what_the_page_held(
    services: Services, clock: Clock, timed: Sitting
) -> None:
    clock.move(TEN + 30)
    hand_in(services, timed, {1: GivenAnswer(right(timed, 1))})
    result = see_result(services, timed)
    assert (result.profile.points, result.late) == (1.0, 0)


def test_handing_in_days_later_marks_what_was_saved_in_time(
    services: Services, clock: Clock, timed: Sitting
) -> None:
    save_answer(services, timed, 1, right(timed, 1), 0)
    clock.move(3 * 86_400)
    held = {1: GivenAnswer(wrong(timed, 1), 1), 2: GivenAnswer(right(timed, 2))}
    done = hand_in(services, timed, held)
    assert done.standing.handed_in_at == clock()
    result = see_result(services, done)
    assert [item.mark.points for item in result.items] == [1.0, 0.0, 0.0]
    assert result.late == 2
    assert hand_in(services, timed, held) == done
    assert len(aside(services, timed)) == 2
