"""Resuming: a code opens one paper for one more key; guessing is slowed, and only guessing."""

from itertools import count

import pytest

from app.classroom.answering import save_answer, stored_answers
from app.classroom.handing_in import hand_in, see_result
from app.classroom.opening import open_practice
from app.classroom.resuming import (
    LOCKED_MISSES,
    MISSES_OF_ALL,
    MISSES_OF_ONE,
    attempt_of_code,
    open_sitting_of,
    resume,
)
from app.classroom.services import Services
from app.classroom.sitting import Sitting, find_sitting, recall_sitting
from app.config import Settings
from app.errors import NotFound, TooManyRequests
from app.store.attempt_keys import add_miss, count_misses
from tests.classroom.conftest import KEY, SMALL, Clock, restarted, right

OTHER = "the key of another device"
HERE, THERE = b"h" * 16, b"t" * 16


def code_of(sitting: Sitting) -> str:
    assert sitting.standing.resume_code
    return sitting.standing.resume_code


def miss(services: Services, times: int, address: bytes = HERE) -> None:
    for _ in range(times):
        with pytest.raises(NotFound):
            resume(services, "2222-2222", key=OTHER, address_hash=address)


def misses(services: Services) -> tuple[int, int]:
    with services.store.reading() as connection:
        return count_misses(connection, HERE)


def test_a_code_opens_the_paper_for_another_key(
    services: Services, clock: Clock, sitting: Sitting, settings: Settings
) -> None:
    save_answer(services, sitting, 1, right(sitting, 1), 0)
    with pytest.raises(NotFound):
        find_sitting(services, sitting.id, OTHER)
    again = resume(services, code_of(sitting).lower(), key=OTHER, address_hash=HERE)
    assert again.id == sitting.id
    assert stored_answers(services, again)[1].response == right(sitting, 1)
    for find in (find_sitting, recall_sitting):
        assert find(services, sitting.id, OTHER).id == find(services, sitting.id, KEY).id
    other = restarted(settings, clock)
    assert find_sitting(other, sitting.id, OTHER).attempt == sitting.attempt
    with pytest.raises(NotFound):
        find_sitting(other, sitting.id, "a third key")
    other.store.let_go()


def test_a_code_may_be_used_twice_by_the_same_key(services: Services, sitting: Sitting) -> None:
    for _ in range(2):
        resume(services, code_of(sitting), key=OTHER, address_hash=HERE)
    resume(services, code_of(sitting), key=KEY, address_hash=HERE)


def test_a_code_shows_the_result_too(services: Services, sitting: Sitting) -> None:
    hand_in(services, sitting)
    again = resume(services, code_of(sitting), key=OTHER, address_hash=HERE)
    assert see_result(services, again).profile.of == 3


def test_every_paper_has_a_code_of_its_own(services: Services, sitting: Sitting) -> None:
    other = open_practice(services, "bus", key=KEY, blueprint=SMALL)
    assert code_of(other) != code_of(sitting)
    resume(services, code_of(other), key=OTHER, address_hash=HERE)
    with pytest.raises(NotFound):
        find_sitting(services, sitting.id, OTHER)


def test_a_code_of_another_paper_adds_no_key(services: Services, sitting: Sitting) -> None:
    other = open_practice(services, "bus", key=KEY, blueprint=SMALL)
    with pytest.raises(NotFound):
        resume(services, code_of(other), key=OTHER, address_hash=HERE, attempt_id=sitting.id)
    with pytest.raises(NotFound):
        find_sitting(services, other.id, OTHER)
    assert misses(services) == (1, 1)


def test_right_codes_are_never_counted(services: Services, sitting: Sitting) -> None:
    for number in range(MISSES_OF_ONE * 3):
        resume(services, code_of(sitting), key=f"key {number}", address_hash=HERE)
    assert misses(services) == (0, 0)


def test_what_cannot_be_a_code_is_not_counted(services: Services) -> None:
    for typed in ("", "x", "O" * 8):
        with pytest.raises(NotFound):
            resume(services, typed, key=OTHER, address_hash=HERE)
    assert misses(services) == (0, 0)


def test_an_address_that_guesses_waits_and_right_codes_from_it_pass(
    services: Services, clock: Clock, sitting: Sitting
) -> None:
    miss(services, MISSES_OF_ONE)
    for _ in range(2):
        with pytest.raises(TooManyRequests):
            resume(services, "2222-2222", key=OTHER, address_hash=HERE)
    assert misses(services) == (MISSES_OF_ONE + 2, MISSES_OF_ONE + 2)
    for address in (HERE, THERE):
        assert resume(services, code_of(sitting), key=OTHER, address_hash=address).id == sitting.id
    clock.move(60)
    miss(services, 1)
    assert misses(services) == (1, 1)


def test_an_address_that_guesses_without_end_is_locked_out(
    services: Services, clock: Clock, sitting: Sitting
) -> None:
    with services.store.writing() as connection:
        for _ in range(LOCKED_MISSES):
            add_miss(connection, HERE, clock())
    with pytest.raises(TooManyRequests):
        resume(services, code_of(sitting), key=OTHER, address_hash=HERE)
    assert resume(services, code_of(sitting), key=OTHER, address_hash=THERE).id == sitting.id
    clock.move(60)
    assert resume(services, code_of(sitting), key=OTHER, address_hash=HERE).id == sitting.id


def test_a_flood_from_many_places_stops_only_those_who_missed(
    services: Services, sitting: Sitting
) -> None:
    numbers = count()
    for _ in range(MISSES_OF_ALL // MISSES_OF_ONE):
        miss(services, MISSES_OF_ONE, next(numbers).to_bytes(16, "big"))
    miss(services, 1)
    with pytest.raises(TooManyRequests):
        resume(services, code_of(sitting), key=OTHER, address_hash=HERE)
    assert resume(services, code_of(sitting), key=OTHER, address_hash=THERE).id == sitting.id


def test_a_teacher_finds_a_paper_by_its_code(services: Services, sitting: Sitting) -> None:
    assert attempt_of_code(services, code_of(sitting)) == sitting.id
    for typed in ("2222-2222", "x"):
        with pytest.raises(NotFound):
            attempt_of_code(services, typed)


def test_the_newest_open_paper_of_a_key(services: Services, clock: Clock, sitting: Sitting) -> None:
    assert open_sitting_of(services, OTHER) is None
    clock.move(1)
    newer = open_practice(services, "bus", key=KEY, blueprint=SMALL)
    found = open_sitting_of(services, KEY)
    assert found is not None
    assert found.id == newer.id
    resume(services, code_of(sitting), key=OTHER, address_hash=HERE)
    assert open_sitting_of(services, OTHER) is not None
    assert open_sitting_of(services, OTHER, but=sitting.id) is None
    hand_in(services, sitting)
    assert open_sitting_of(services, OTHER) is None
