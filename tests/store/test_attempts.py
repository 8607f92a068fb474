"""Attempts: what never changes comes back as it was, and closing happens once."""

from datetime import timedelta

import pytest

from app.domain.bank import Bank
from app.store.attempts import (
    HANDED_IN,
    OPEN,
    Attempt,
    Standing,
    close_attempt,
    find_attempt,
    find_standing,
)
from app.store.engine import Clash, Store
from tests.store.conftest import NOON


def test_an_attempt_comes_back_as_it_was(store: Store, attempt: Attempt, bank: Bank) -> None:
    with store.reading() as connection:
        found = find_attempt(connection, attempt.id)
    assert found == (attempt, Standing(OPEN))
    assert found[0].version == bank.version


def test_an_unknown_attempt_is_none(store: Store) -> None:
    with store.reading() as connection:
        assert find_attempt(connection, "nobody") is None
        assert find_standing(connection, "nobody") is None
        assert find_standing(connection, "nobody", hold=True) is None


def test_an_attempt_closes_once_and_keeps_when(store: Store, attempt: Attempt) -> None:
    with store.writing() as connection:
        closed = [close_attempt(connection, attempt.id, NOON + timedelta(i)) for i in range(2)]
    with store.reading() as connection:
        standing = find_standing(connection, attempt.id)
    assert closed == [True, False]
    assert standing == Standing(HANDED_IN, handed_in_at=NOON)


@pytest.mark.usefixtures("attempt")
def test_an_attempt_without_its_bank_version_is_refused(store: Store) -> None:
    with pytest.raises(Clash), store.writing() as connection:
        connection.exec_driver_sql("UPDATE attempts SET version = 'unknown'")


@pytest.mark.usefixtures("attempt")
def test_an_unknown_state_is_refused(store: Store) -> None:
    with pytest.raises(Clash), store.writing() as connection:
        connection.exec_driver_sql("UPDATE attempts SET state = 'lost'")
