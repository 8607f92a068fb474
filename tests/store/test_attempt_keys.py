"""Ways to an attempt: its code, the keys that reach it, and the count of wrong codes."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Connection

from app.domain.bank import Bank
from app.store.attempt_keys import (
    add_key,
    add_miss,
    count_misses,
    find_by_code,
    forget_misses,
    has_key,
    open_attempts_of,
)
from app.store.attempts import Attempt, Standing, add_attempt, close_attempt, set_code
from app.store.engine import Store
from tests.store.conftest import NOON, attempt_at

HOUR = timedelta(hours=1)
SECOND = timedelta(seconds=1)
HERE, THERE = b"an address", b"another one"


def count_after(store: Store, before_hours: int) -> tuple[int, int]:
    """Forget misses up to a moment; count those that are left, of all and from here."""
    with store.writing() as connection:
        forget_misses(connection, NOON + before_hours * HOUR)
        return count_misses(connection, HERE)


def test_an_open_attempt_is_found_by_its_code(store: Store, attempt: Attempt) -> None:
    with store.writing() as connection:
        set_code(connection, attempt.id, "ABCDEFGH")
        assert find_by_code(connection, "ABCDEFGH", NOON) == attempt.id
        assert find_by_code(connection, "ABCDEFGJ", NOON) is None


@pytest.mark.parametrize(("closed_after", "found"), [(NOON - SECOND, True), (NOON, False)])
def test_one_that_was_handed_in_is_found_for_a_while(
    store: Store, attempt: Attempt, closed_after: datetime, found: bool
) -> None:
    with store.writing() as connection:
        set_code(connection, attempt.id, "ABCDEFGH")
        close_attempt(connection, attempt.id, NOON)
        hit = find_by_code(connection, "ABCDEFGH", closed_after)
        assert hit == (attempt.id if found else None)


def test_a_further_key_reaches_its_attempt_and_no_other(store: Store, attempt: Attempt) -> None:
    with store.writing() as connection:
        assert has_key(connection, attempt.id, b"further") is False
        add_key(connection, attempt.id, b"further", NOON)
        add_key(connection, attempt.id, b"further", NOON)
        assert has_key(connection, attempt.id, b"further") is True
        assert has_key(connection, attempt.id, b"other") is False
        assert has_key(connection, "b" * 22, b"further") is False


def test_the_open_attempts_of_a_key_come_newest_first(
    store: Store, bank: Bank, attempt: Attempt
) -> None:
    newer = replace(attempt_at(bank.version, "b" * 22), started_at=NOON + HOUR)
    with store.writing() as connection:
        add_attempt(connection, newer, Standing())
        assert open_attempts_of(connection, attempt.key_hash) == (newer.id, attempt.id)
        close_attempt(connection, newer.id, NOON + HOUR)
        assert open_attempts_of(connection, attempt.key_hash) == (attempt.id,)
        add_key(connection, attempt.id, b"further", NOON)
        assert open_attempts_of(connection, b"further") == (attempt.id,)
        assert open_attempts_of(connection, b"unknown") == ()


def miss(connection: Connection, address: bytes, hours: int) -> None:
    add_miss(connection, address, NOON + hours * HOUR)


def test_misses_are_counted_for_all_and_for_one_address_until_forgotten(store: Store) -> None:
    with store.writing() as connection:
        for address, hours in ((HERE, 0), (HERE, 1), (THERE, 1), (THERE, 2)):
            miss(connection, address, hours)
        assert count_misses(connection, HERE) == (4, 2)
    assert count_after(store, 0) == (3, 1)
    assert count_after(store, 1) == (1, 0)
