"""Finding a paper: with its key only, from memory where that is enough."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from app.classroom.handing_in import hand_in
from app.classroom.services import Services
from app.classroom.sitting import Sitting, find_sitting, recall_sitting
from app.config import Settings
from app.errors import NotFound
from tests.classroom.conftest import KEY, Clock, restarted

Find = Callable[[Services, str, str], Sitting]
both = pytest.mark.parametrize("find", [find_sitting, recall_sitting])


@both
def test_a_paper_is_found_with_its_key_in_any_process(
    services: Services, settings: Settings, clock: Clock, sitting: Sitting, find: Find
) -> None:
    other = restarted(settings, clock)
    for place in (services, other, other):
        assert find(place, sitting.id, KEY) == sitting
    other.store.let_go()


@both
@pytest.mark.parametrize("key", ["", "another key", KEY + " ", KEY.upper()])
def test_a_wrong_key_is_answered_like_an_unknown_paper(
    services: Services, settings: Settings, clock: Clock, sitting: Sitting, find: Find, key: str
) -> None:
    other = restarted(settings, clock)
    told = set()
    for place in (services, other):
        for attempt_id, with_key in ((sitting.id, key), ("unknown", KEY)):
            with pytest.raises(NotFound) as error:
                find(place, attempt_id, with_key)
            told.add(error.value.message)
    assert len(told) == 1
    other.store.let_go()


def test_the_state_is_the_one_of_now(
    services: Services, settings: Settings, clock: Clock, sitting: Sitting
) -> None:
    other = restarted(settings, clock)
    hand_in(other, find_sitting(other, sitting.id, KEY))
    found = find_sitting(services, sitting.id, KEY)
    assert not found.is_open
    assert found.standing == replace(sitting.standing, state="handed-in", handed_in_at=clock())
    other.store.let_go()


def test_recalling_does_not_ask_the_database(
    services: Services, sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(services.store, "_reader")
    assert recall_sitting(services, sitting.id, KEY) == sitting
    with pytest.raises(AttributeError):
        find_sitting(services, sitting.id, KEY)


def test_a_paper_that_was_removed_is_not_found(services: Services, sitting: Sitting) -> None:
    with services.store.writing() as connection:
        connection.exec_driver_sql("DELETE FROM attempts")
    with pytest.raises(NotFound):
        find_sitting(services, sitting.id, KEY)


def test_the_key_itself_is_not_kept(
    services: Services, settings: Settings, sitting: Sitting
) -> None:
    assert sitting.id
    services.store.let_go()
    kept = b"".join(file.read_bytes() for file in settings.data.rglob("*") if file.is_file())
    assert sitting.id.encode() in kept
    assert KEY.encode() not in kept


def test_questions_are_found_by_their_numbers(sitting: Sitting) -> None:
    assert [sitting.item(n).n for n in (1, 2, 3)] == [1, 2, 3]


@pytest.mark.parametrize("n", [-1, 0, 4])
def test_a_number_that_is_not_on_the_paper_is_not_found(sitting: Sitting, n: int) -> None:
    with pytest.raises(NotFound, match=f"no question {n}"):
        sitting.item(n)
