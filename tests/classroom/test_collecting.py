"""Collecting a file: as if its answers had just arrived, twice is once, and nothing is dropped."""

import pytest

from app.classroom.answering import save_answer, stored_answers
from app.classroom.collecting import collect
from app.classroom.handing_in import hand_in, see_result
from app.classroom.opening import open_practice
from app.classroom.services import Services
from app.classroom.sitting import Sitting
from app.errors import NotFound
from app.formats.answers_file import AnswersFile, FiledAnswer
from app.store.answers import answers_aside
from tests.classroom.conftest import KEY, SMALL, Clock, right, wrong


def file_of(sitting: Sitting, *answers: tuple[int, object, int]) -> AnswersFile:
    return AnswersFile(sitting.id, tuple(FiledAnswer(*one) for one in answers))


def aside(services: Services, sitting: Sitting) -> list[tuple[int, str]]:
    with services.store.reading() as connection:
        return [(one.n, why) for one, why in answers_aside(connection, sitting.id)]


def test_answers_become_ordinary_revisions(services: Services, sitting: Sitting) -> None:
    save_answer(services, sitting, 1, wrong(sitting, 1), 0)
    file = file_of(sitting, (1, right(sitting, 1), 1), (2, right(sitting, 2), 0), (3, None, 0))
    first = collect(services, file)
    assert (first.saved, first.known, first.stale, first.late) == ((1, 2), (3,), (), ())
    stored = stored_answers(services, sitting)
    assert {n: one.revision for n, one in stored.items()} == {1: 2, 2: 1}
    again = collect(services, file)
    assert (again.saved, again.known) == ((), (1, 2, 3))
    assert stored_answers(services, sitting) == stored
    assert aside(services, sitting) == []


def test_a_newer_answer_stays_and_the_file_s_is_kept_aside(
    services: Services, sitting: Sitting
) -> None:
    save_answer(services, sitting, 1, wrong(sitting, 1), 0)
    for _ in range(2):
        collected = collect(services, file_of(sitting, (1, right(sitting, 1), 0)))
        assert (collected.saved, collected.stale) == ((), (1,))
    assert stored_answers(services, sitting)[1].response == wrong(sitting, 1)
    assert aside(services, sitting) == [(1, "stale")]


def test_after_the_hand_in_it_is_late(services: Services, sitting: Sitting) -> None:
    save_answer(services, sitting, 1, right(sitting, 1), 0)
    hand_in(services, sitting)
    for _ in range(2):
        file = file_of(sitting, (1, right(sitting, 1), 0), (2, right(sitting, 2), 0))
        collected = collect(services, file)
        assert (collected.known, collected.late) == ((1,), (2,))
    assert see_result(services, sitting).profile.points == 1.0
    assert aside(services, sitting) == [(2, "late")]


def test_after_the_deadline_it_is_late(services: Services, clock: Clock) -> None:
    timed = open_practice(services, "bus", key=KEY, blueprint=SMALL, time_limit=10)
    clock.move(631)
    assert collect(services, file_of(timed, (1, right(timed, 1), 0))).late == (1,)
    assert aside(services, timed) == [(1, "late")]


def test_faults_are_told_by_question_and_keep_no_other_out(
    services: Services, sitting: Sitting
) -> None:
    file = file_of(sitting, (1, "nonsense", 0), (2, right(sitting, 2), 0), (9, None, 0))
    collected = collect(services, file)
    assert collected.saved == (2,)
    assert [fault.partition(":")[0] for fault in collected.errors] == ["question 1", "question 9"]
    assert stored_answers(services, sitting).keys() == {2}


def test_a_paper_that_is_not_there_is_not_found(services: Services) -> None:
    with pytest.raises(NotFound):
        collect(services, AnswersFile("nobody", ()))
