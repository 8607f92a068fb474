"""Answers: revisions in a row, saved only by whoever knew the newest, and nothing dropped."""

from typing import Any

import pytest

from app.domain.cite_and_confidence import NEITHER_GIVEN, CiteAndConfidence
from app.store.answers import (
    LATE,
    STALE,
    SentAnswer,
    add_revisions,
    answer_history,
    answers_aside,
    latest_answers,
    put_aside,
    save_revision,
)
from app.store.attempts import NewAttempt, close_attempt
from app.store.engine import Store
from tests.store.conftest import NOON

RESPONSES: list[Any] = ["red", ["red", "blue"], {"r1": "true"}, None, "", "„ü“\0\U0001f40c", 7]


def sent(
    n: int, known: int, response: Any, backing: CiteAndConfidence = NEITHER_GIVEN
) -> SentAnswer:
    return SentAnswer(n, known, response, NOON, backing)


@pytest.mark.parametrize("response", RESPONSES)
def test_any_response_comes_back_as_it_was(
    store: Store, attempt: NewAttempt, response: Any
) -> None:
    with store.writing() as connection:
        assert save_revision(connection, attempt.id, sent(1, 0, response))
    with store.reading() as connection:
        found = latest_answers(connection, attempt.id)[1]
    assert (found.n, found.revision, found.response, found.saved_at) == (1, 1, response, NOON)


def test_every_revision_is_kept_and_the_newest_counts(store: Store, attempt: NewAttempt) -> None:
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
    store: Store, attempt: NewAttempt
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
        add_revisions(connection, attempt.id, [sent(1, 2, "red", backings[2])])
        add_revisions(connection, attempt.id, [sent(1, 3, "red", backings[3])])
        assert [one.backing for one in answer_history(connection, attempt.id)] == backings
        assert latest_answers(connection, attempt.id)[1].backing == backings[3]


def test_two_that_differ_only_beside_the_response_are_both_kept(
    store: Store, attempt: NewAttempt
) -> None:
    several = [
        CiteAndConfidence("a", 1),
        CiteAndConfidence("a", 2),
        CiteAndConfidence("b", 1),
        NEITHER_GIVEN,
    ]
    with store.writing() as connection:
        for _ in range(2):
            put_aside(connection, attempt.id, [sent(1, 0, "red", one) for one in several], STALE)
        found = answers_aside(connection, attempt.id)
    assert [one.backing for one, _ in found] == several


@pytest.mark.parametrize("known", [0, 2, -1])
def test_who_did_not_know_the_newest_saves_nothing(
    store: Store, attempt: NewAttempt, known: int
) -> None:
    with store.writing() as connection:
        save_revision(connection, attempt.id, sent(1, 0, "red"))
        assert not save_revision(connection, attempt.id, sent(1, known, "blue"))
        assert len(answer_history(connection, attempt.id)) == 1


def test_after_the_hand_in_nothing_is_saved(store: Store, attempt: NewAttempt) -> None:
    with store.writing() as connection:
        close_attempt(connection, attempt.id, NOON)
        assert not save_revision(connection, attempt.id, sent(1, 0, "red"))


def test_without_an_attempt_nothing_is_saved(store: Store) -> None:
    with store.writing() as connection:
        assert not save_revision(connection, "nobody", sent(1, 0, "red"))


def test_answers_of_others_do_not_count(store: Store, attempt: NewAttempt) -> None:
    with store.writing() as connection:
        add_revisions(connection, attempt.id, [sent(1, 0, "red"), sent(2, 4, "blue")])
        latest = latest_answers(connection, attempt.id)
        assert not latest_answers(connection, "nobody")
    assert {n: one.revision for n, one in latest.items()} == {1: 1, 2: 5}


def test_adding_nothing_is_nothing(store: Store, attempt: NewAttempt) -> None:
    with store.writing() as connection:
        add_revisions(connection, attempt.id, [])
        put_aside(connection, attempt.id, [], LATE)
        assert not latest_answers(connection, attempt.id)
        assert not answers_aside(connection, attempt.id)


def test_what_does_not_count_is_kept_beside_once(store: Store, attempt: NewAttempt) -> None:
    with store.writing() as connection:
        for _ in range(2):
            put_aside(connection, attempt.id, [sent(1, 0, ["a"])], STALE)
        put_aside(connection, attempt.id, [sent(1, 0, ["b"]), sent(2, 0, None)], LATE)
        found = answers_aside(connection, attempt.id)
    assert [(one.n, one.response, kept) for one, kept in found] == [
        (1, ["a"], "stale"),
        (1, ["b"], "late"),
        (2, None, "late"),
    ]
