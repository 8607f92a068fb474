"""Answers: revisions in a row, saved only on top of the newest, and nothing dropped."""

from typing import Any

import pytest

from app.domain.cite_and_confidence import NEITHER_GIVEN, CiteAndConfidence
from app.store.answers import (
    SentAnswer,
    answer_history,
    answers_aside,
    keep_answers,
    latest_answers,
    save_revision,
)
from app.store.attempts import Attempt, close_attempt
from app.store.engine import Store
from tests.store.conftest import NOON

RESPONSES: list[Any] = ["red", ["red", "blue"], {"r1": "true"}, None, "", "„ü“\0\U0001f40c", 7]


def sent(
    n: int, known: int, response: Any, backing: CiteAndConfidence = NEITHER_GIVEN
) -> SentAnswer:
    return SentAnswer(n, known, response, NOON, backing)


@pytest.mark.parametrize("response", RESPONSES)
def test_any_response_comes_back_as_it_was(store: Store, attempt: Attempt, response: Any) -> None:
    with store.writing() as connection:
        assert save_revision(connection, attempt.id, sent(1, 0, response))
    with store.reading() as connection:
        found = latest_answers(connection, attempt.id)[1]
    assert (found.n, found.revision, found.response, found.saved_at) == (1, 1, response, NOON)


def test_every_revision_is_kept_and_the_newest_counts(store: Store, attempt: Attempt) -> None:
    with store.writing() as connection:
        for known, response in enumerate(["red", "blue", None]):
            assert save_revision(connection, attempt.id, sent(1, known, response))
        assert save_revision(connection, attempt.id, sent(2, 0, "green"))
        history = answer_history(connection, attempt.id)
        latest = latest_answers(connection, attempt.id)
    assert [(one.n, one.revision, one.response) for one in history] == [
        (1, 1, "red"),
        (1, 2, "blue"),
        (1, 3, None),
        (2, 1, "green"),
    ]
    assert {n: one.revision for n, one in latest.items()} == {1: 3, 2: 1}


def test_what_is_given_beside_a_response_is_kept_with_its_revision(
    store: Store, attempt: Attempt
) -> None:
    backings = [
        CiteAndConfidence("0123456789", 3),
        NEITHER_GIVEN,
        CiteAndConfidence(cite="abcdef0123"),
        CiteAndConfidence(None, 1),
    ]
    with store.writing() as connection:
        for known, backing in enumerate(backings[:2]):
            assert save_revision(connection, attempt.id, sent(1, known, "red", backing))
        keep_answers(connection, attempt.id, [sent(1, 2, "red", backings[2])])
        keep_answers(connection, attempt.id, [sent(1, 3, "red", backings[3])])
        assert [one.backing for one in answer_history(connection, attempt.id)] == backings
        assert latest_answers(connection, attempt.id)[1].backing == backings[3]


def test_two_that_differ_only_beside_the_response_are_both_kept(
    store: Store, attempt: Attempt
) -> None:
    several = [
        CiteAndConfidence("a", 1),
        CiteAndConfidence("a", 2),
        CiteAndConfidence("b", 1),
        NEITHER_GIVEN,
    ]
    with store.writing() as connection:
        for _ in range(2):
            keep_answers(connection, attempt.id, stale=[sent(1, 0, "red", one) for one in several])
        found = answers_aside(connection, attempt.id)
    assert [one.backing for one, _ in found] == several


@pytest.mark.parametrize("known", [0, 2, -1])
def test_a_sender_that_did_not_know_the_newest_saves_nothing(
    store: Store, attempt: Attempt, known: int
) -> None:
    with store.writing() as connection:
        save_revision(connection, attempt.id, sent(1, 0, "red"))
        assert not save_revision(connection, attempt.id, sent(1, known, "blue"))
        assert len(answer_history(connection, attempt.id)) == 1


def test_after_the_hand_in_nothing_is_saved(store: Store, attempt: Attempt) -> None:
    with store.writing() as connection:
        close_attempt(connection, attempt.id, NOON)
        assert not save_revision(connection, attempt.id, sent(1, 0, "red"))


def test_without_an_attempt_nothing_is_saved(store: Store) -> None:
    with store.writing() as connection:
        assert not save_revision(connection, "nobody", sent(1, 0, "red"))


def test_answers_of_others_do_not_count(store: Store, attempt: Attempt) -> None:
    with store.writing() as connection:
        keep_answers(connection, attempt.id, [sent(1, 0, "red"), sent(2, 4, "blue")])
        latest = latest_answers(connection, attempt.id)
        assert not latest_answers(connection, "nobody")
    assert {n: one.revision for n, one in latest.items()} == {1: 1, 2: 5}


def test_adding_nothing_is_nothing(store: Store, attempt: Attempt) -> None:
    with store.writing() as connection:
        keep_answers(connection, attempt.id, [], [], [])
        assert not latest_answers(connection, attempt.id)
        assert not answers_aside(connection, attempt.id)


def test_what_does_not_count_is_kept_beside_once(store: Store, attempt: Attempt) -> None:
    with store.writing() as connection:
        for _ in range(2):
            keep_answers(connection, attempt.id, stale=[sent(1, 0, ["a"])])
        keep_answers(connection, attempt.id, late=[sent(1, 0, ["b"]), sent(2, 0, None)])
        found = answers_aside(connection, attempt.id)
    assert [(one.n, one.response, kept) for one, kept in found] == [
        (1, ["a"], "stale"),
        (1, ["b"], "late"),
        (2, None, "late"),
    ]


def test_the_cost_of_setting_aside_does_not_grow(store: Store, attempt: Attempt) -> None:
    def steps(number: int) -> int:
        """The steps of SQLite's machine that setting one more aside takes."""
        done = []
        with store.writing() as connection:
            driver: Any = connection.connection.driver_connection
            driver.set_progress_handler(lambda: done.append(1), 1)
            keep_answers(connection, attempt.id, stale=[sent(1, 0, number)])
            driver.set_progress_handler(None, 0)
        return len(done)

    few = steps(0)
    with store.writing() as connection:
        keep_answers(connection, attempt.id, stale=[sent(1, 0, n) for n in range(1, 2000)])
    assert steps(2000) < few + 100
