"""Answering: saved when it says so, the same twice is once, older never goes before newer."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from threading import Barrier

import pytest

from app.classroom.answering import (
    GivenAnswer,
    StoredAnswer,
    save_answer,
    save_answers,
    stored_answers,
)
from app.classroom.handing_in import hand_in, see_result
from app.classroom.services import Services
from app.classroom.sitting import Sitting
from app.errors import AttemptClosed, MalformedResponse, NotFound, StaleAnswer
from app.store.answers import answer_history, answers_aside
from tests.classroom.conftest import Clock, right, wrong
from tests.statements import statements_of


def aside(services: Services, sitting: Sitting) -> list[tuple[int, object, str]]:
    """What was set aside: number, response, why."""
    with services.store.reading() as connection:
        return [(one.n, one.response, why) for one, why in answers_aside(connection, sitting.id)]


def history(services: Services, sitting: Sitting) -> list[tuple[int, int, object]]:
    with services.store.reading() as connection:
        found = answer_history(connection, sitting.id)
    return [(one.n, one.revision, one.response) for one in found]


def test_a_saved_answer_is_there(services: Services, clock: Clock, sitting: Sitting) -> None:
    saved = save_answer(services, sitting, 2, right(sitting, 2), 0)
    assert saved == StoredAnswer(2, 1, right(sitting, 2), clock())
    assert stored_answers(services, sitting) == {2: saved}


def test_every_change_is_a_revision_a_blank_too(services: Services, sitting: Sitting) -> None:
    given = [wrong(sitting, 1), right(sitting, 1), None]
    for known, response in enumerate(given):
        assert save_answer(services, sitting, 1, response, known).revision == known + 1
    assert [response for _, _, response in history(services, sitting)] == given
    assert stored_answers(services, sitting)[1].response is None


def test_the_same_answer_sent_again_changes_nothing(
    services: Services, clock: Clock, sitting: Sitting
) -> None:
    first = save_answer(services, sitting, 1, right(sitting, 1), 0)
    clock.move(60)
    assert save_answer(services, sitting, 1, right(sitting, 1), 0) == first
    assert len(history(services, sitting)) == 1
    assert not aside(services, sitting)


def test_an_older_answer_is_kept_and_told_what_is_stored(
    services: Services, sitting: Sitting
) -> None:
    save_answer(services, sitting, 1, right(sitting, 1), 0)
    for _ in range(2):
        with pytest.raises(StaleAnswer) as told:
            save_answer(services, sitting, 1, wrong(sitting, 1), 0)
        assert (told.value.revision, told.value.response) == (1, right(sitting, 1))
    assert stored_answers(services, sitting)[1].response == right(sitting, 1)
    assert aside(services, sitting) == [(1, wrong(sitting, 1), "stale")]


def test_a_revision_that_was_never_given_is_stale(services: Services, sitting: Sitting) -> None:
    with pytest.raises(StaleAnswer) as told:
        save_answer(services, sitting, 1, right(sitting, 1), 5)
    assert (told.value.revision, told.value.response) == (0, None)
    assert aside(services, sitting) == [(1, right(sitting, 1), "stale")]


def test_an_answer_after_the_hand_in_is_kept_and_changes_no_mark(
    services: Services, sitting: Sitting
) -> None:
    save_answer(services, sitting, 1, wrong(sitting, 1), 0)
    hand_in(services, sitting)
    before = see_result(services, sitting)
    with pytest.raises(AttemptClosed):
        save_answer(services, sitting, 1, right(sitting, 1), 1)
    assert see_result(services, sitting) == replace(before, late=1)
    assert stored_answers(services, sitting)[1].response == wrong(sitting, 1)
    assert aside(services, sitting) == [(1, right(sitting, 1), "late")]


@pytest.mark.parametrize("raw", ["no such option", 7, ["a"], {"a": "b"}, True])
def test_a_malformed_answer_changes_nothing(
    services: Services, sitting: Sitting, raw: object
) -> None:
    with pytest.raises(MalformedResponse):
        save_answer(services, sitting, 1, raw, 0)
    assert not history(services, sitting)


def test_a_question_that_is_not_on_the_paper_is_not_found(
    services: Services, sitting: Sitting
) -> None:
    with pytest.raises(NotFound):
        save_answer(services, sitting, 4, None, 0)


def test_of_twenty_that_answer_at_once_one_wins_and_all_are_kept(
    services: Services, sitting: Sitting
) -> None:
    together = Barrier(20)
    responses = [right(sitting, 1), wrong(sitting, 1)]

    def answer(number: int) -> bool:
        together.wait()
        with suppress(StaleAnswer):
            save_answer(services, sitting, 1, responses[number % 2], 0)
            return True
        return False

    with ThreadPoolExecutor(20) as pool:
        won = list(pool.map(answer, range(20)))
    stored = stored_answers(services, sitting)[1]
    assert stored.revision == 1
    assert [response for response, own in zip(responses * 10, won, strict=True) if own] == [
        stored.response
    ] * 10
    lost = next(one for one in responses if one != stored.response)
    assert aside(services, sitting) == [(1, lost, "stale")]


def test_several_answers_are_saved_at_once(services: Services, sitting: Sitting) -> None:
    save_answer(services, sitting, 1, wrong(sitting, 1), 0)
    given = {
        1: GivenAnswer(right(sitting, 1), 1),
        2: GivenAnswer(right(sitting, 2), 0),
        3: GivenAnswer(None, 0),
    }
    stored, conflicts = save_answers(services, sitting, given)
    assert stored == stored_answers(services, sitting)
    assert {n: (one.revision, one.response) for n, one in stored.items()} == {
        1: (2, right(sitting, 1)),
        2: (1, right(sitting, 2)),
    }
    assert not conflicts


def test_of_several_answers_the_stale_ones_are_told_and_kept(
    services: Services, sitting: Sitting
) -> None:
    save_answer(services, sitting, 1, right(sitting, 1), 0)
    given = {1: GivenAnswer(wrong(sitting, 1), 0), 2: GivenAnswer(right(sitting, 2), 0)}
    stored, conflicts = save_answers(services, sitting, given)
    assert conflicts == {1}
    assert stored[1].response == right(sitting, 1)
    assert stored[2].response == right(sitting, 2)
    assert aside(services, sitting) == [(1, wrong(sitting, 1), "stale")]


def test_a_blank_of_a_page_that_knew_no_answer_is_no_conflict(
    services: Services, sitting: Sitting
) -> None:
    save_answer(services, sitting, 1, right(sitting, 1), 0)
    stored, conflicts = save_answers(services, sitting, {1: GivenAnswer(None, 0)})
    assert stored[1].response == right(sitting, 1)
    assert not conflicts
    assert not aside(services, sitting)


def test_of_several_answers_with_a_malformed_one_none_is_saved(
    services: Services, sitting: Sitting
) -> None:
    given = {1: GivenAnswer(right(sitting, 1), 0), 2: GivenAnswer("nonsense", 0)}
    with pytest.raises(MalformedResponse):
        save_answers(services, sitting, given)
    assert not stored_answers(services, sitting)


def test_several_answers_after_the_hand_in_are_late(services: Services, sitting: Sitting) -> None:
    hand_in(services, sitting, {1: GivenAnswer(right(sitting, 1), 0)})
    given = {1: GivenAnswer(right(sitting, 1), 0), 2: GivenAnswer(right(sitting, 2), 0)}
    with pytest.raises(AttemptClosed):
        save_answers(services, sitting, given)
    assert aside(services, sitting) == [(2, right(sitting, 2), "late")]


def test_saving_takes_one_statement_and_one_commit(services: Services, sitting: Sitting) -> None:
    with statements_of(services.store) as sent:
        save_answer(services, sitting, 1, right(sitting, 1), 0)
    assert sent == ["BEGIN", "INSERT", "COMMIT"]


def test_saving_several_decides_before_it_keeps(services: Services, sitting: Sitting) -> None:
    save_answer(services, sitting, 1, right(sitting, 1), 0)
    given = {n: GivenAnswer(wrong(sitting, n), 0) for n in (1, 2, 3)}
    with statements_of(services.store) as sent:
        save_answers(services, sitting, given)
    assert sent == ["BEGIN", "SELECT", "SELECT", "INSERT", "INSERT", "COMMIT"]
