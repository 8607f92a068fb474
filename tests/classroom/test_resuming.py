"""Resuming: a code opens one paper for one more key; guessing is slowed, and only guessing."""

from itertools import count

import pytest

from app.classroom.answering import save_answer, stored_answers
from app.classroom.handing_in import hand_in, see_result
from app.classroom.practice import open_practice
from app.classroom.resuming import (
    MISSES_OF_ALL,
    MISSES_OF_ONE,
    attempt_of_code,
    open_sitting_of,
    resume,
)
from app.classroom.services import Room
from app.classroom.sitting import Sitting, find_sitting, recall_sitting
from app.config import Settings
from app.errors import NotFound, TooManyRequests
from app.store.keys import count_misses
from tests.classroom.conftest import KEY, SMALL, Clock, restarted, right

OTHER = "the key of another device"
HERE, THERE = b"h" * 16, b"t" * 16


def code_of(sitting: Sitting) -> str:
    assert sitting.sheet.resume_code
    return sitting.sheet.resume_code


def miss(room: Room, times: int, address: bytes = HERE) -> None:
    for _ in range(times):
        with pytest.raises(NotFound):
            resume(room, "2222-2222", key=OTHER, address_hash=address)


def misses(room: Room) -> tuple[int, int]:
    with room.store.reading() as connection:
        return count_misses(connection, HERE)


def test_a_code_opens_the_paper_for_another_key(
    room: Room, clock: Clock, sitting: Sitting, settings: Settings
) -> None:
    save_answer(room, sitting, 1, right(sitting, 1), 0)
    with pytest.raises(NotFound):
        find_sitting(room, sitting.id, OTHER)
    again = resume(room, code_of(sitting).lower(), key=OTHER, address_hash=HERE)
    assert again.id == sitting.id
    assert stored_answers(room, again)[1].response == right(sitting, 1)
    for find in (find_sitting, recall_sitting):
        assert find(room, sitting.id, OTHER).id == find(room, sitting.id, KEY).id
    other = restarted(settings, clock)
    assert find_sitting(other, sitting.id, OTHER).sheet == sitting.sheet
    with pytest.raises(NotFound):
        find_sitting(other, sitting.id, "a third key")
    other.store.let_go()


def test_a_code_may_be_used_twice_by_the_same_key(room: Room, sitting: Sitting) -> None:
    for _ in range(2):
        resume(room, code_of(sitting), key=OTHER, address_hash=HERE)
    resume(room, code_of(sitting), key=KEY, address_hash=HERE)


def test_a_code_shows_the_result_too(room: Room, sitting: Sitting) -> None:
    hand_in(room, sitting)
    again = resume(room, code_of(sitting), key=OTHER, address_hash=HERE)
    assert see_result(room, again).profile.of == 3


def test_every_paper_has_a_code_of_its_own(room: Room, sitting: Sitting) -> None:
    other = open_practice(room, "bus", key=KEY, blueprint=SMALL)
    assert code_of(other) != code_of(sitting)
    resume(room, code_of(other), key=OTHER, address_hash=HERE)
    with pytest.raises(NotFound):
        find_sitting(room, sitting.id, OTHER)


def test_a_code_of_another_paper_adds_no_key(room: Room, sitting: Sitting) -> None:
    other = open_practice(room, "bus", key=KEY, blueprint=SMALL)
    with pytest.raises(NotFound):
        resume(room, code_of(other), key=OTHER, address_hash=HERE, attempt_id=sitting.id)
    with pytest.raises(NotFound):
        find_sitting(room, other.id, OTHER)
    assert misses(room) == (1, 1)


def test_right_codes_are_never_counted(room: Room, sitting: Sitting) -> None:
    for number in range(MISSES_OF_ONE * 3):
        resume(room, code_of(sitting), key=f"key {number}", address_hash=HERE)
    assert misses(room) == (0, 0)


def test_what_cannot_be_a_code_is_not_counted(room: Room) -> None:
    for typed in ("", "x", "O" * 8):
        with pytest.raises(NotFound):
            resume(room, typed, key=OTHER, address_hash=HERE)
    assert misses(room) == (0, 0)


def test_who_misses_too_often_waits_and_nobody_else(
    room: Room, clock: Clock, sitting: Sitting
) -> None:
    miss(room, MISSES_OF_ONE)
    for typed in ("2222-2222", code_of(sitting)):
        with pytest.raises(TooManyRequests):
            resume(room, typed, key=OTHER, address_hash=HERE)
    assert misses(room) == (MISSES_OF_ONE, MISSES_OF_ONE)
    assert resume(room, code_of(sitting), key=OTHER, address_hash=THERE).id == sitting.id
    clock.move(59)
    with pytest.raises(TooManyRequests):
        resume(room, code_of(sitting), key=OTHER, address_hash=HERE)
    clock.move(1)
    assert resume(room, code_of(sitting), key=OTHER, address_hash=HERE).id == sitting.id
    assert misses(room) == (0, 0)


def test_a_flood_from_many_places_stops_only_those_who_missed(room: Room, sitting: Sitting) -> None:
    numbers = count()
    for _ in range(MISSES_OF_ALL // MISSES_OF_ONE):
        miss(room, MISSES_OF_ONE, next(numbers).to_bytes(16, "big"))
    miss(room, 1)
    with pytest.raises(TooManyRequests):
        resume(room, code_of(sitting), key=OTHER, address_hash=HERE)
    assert resume(room, code_of(sitting), key=OTHER, address_hash=THERE).id == sitting.id


def test_a_teacher_finds_a_paper_by_its_code(room: Room, sitting: Sitting) -> None:
    assert attempt_of_code(room, code_of(sitting)) == sitting.id
    for typed in ("2222-2222", "x"):
        with pytest.raises(NotFound):
            attempt_of_code(room, typed)


def test_the_newest_open_paper_of_a_key(room: Room, clock: Clock, sitting: Sitting) -> None:
    assert open_sitting_of(room, OTHER) is None
    clock.move(1)
    newer = open_practice(room, "bus", key=KEY, blueprint=SMALL)
    found = open_sitting_of(room, KEY)
    assert found is not None
    assert found.id == newer.id
    resume(room, code_of(sitting), key=OTHER, address_hash=HERE)
    assert open_sitting_of(room, OTHER) is not None
    assert open_sitting_of(room, OTHER, but=sitting.id) is None
    hand_in(room, sitting)
    assert open_sitting_of(room, OTHER) is None
