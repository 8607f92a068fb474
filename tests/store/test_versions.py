"""Bank versions: kept once, word for word."""

from dataclasses import replace
from typing import Any

from sqlalchemy import event

from app.domain.bank import Bank, Snapshot
from app.store.engine import Store
from app.store.versions import add_version, find_snapshot
from tests.store.conftest import NOON


def test_a_version_comes_back_word_for_word(store: Store, bank: Bank) -> None:
    with store.writing() as connection:
        add_version(connection, bank, NOON)
    with store.reading() as connection:
        found = find_snapshot(connection, bank.version)
    assert found == bank.snapshot
    assert found.version == bank.version


def test_the_same_content_is_kept_once(store: Store, bank: Bank) -> None:
    with store.writing() as connection:
        add_version(connection, bank, NOON)
        add_version(connection, bank, NOON)
        add_version(connection, replace(bank, snapshot=Snapshot("other")), NOON)
        count = connection.exec_driver_sql("SELECT count(*) FROM bank_versions").scalar()
    assert count == 2


def test_what_families_made_is_kept_with_it(store: Store, bank: Bank) -> None:
    kept = replace(bank, snapshot=replace(bank.snapshot, generated='[{"id": "a.b"}]'))
    with store.writing() as connection:
        add_version(connection, kept, NOON)
    with store.reading() as connection:
        found = find_snapshot(connection, kept.version)
    assert found == kept.snapshot
    assert kept.version != bank.version


def test_an_unknown_version_is_none(store: Store) -> None:
    with store.reading() as connection:
        assert find_snapshot(connection, "0" * 64) is None


def test_a_version_that_is_kept_is_not_sent_to_the_database_again(store: Store, bank: Bank) -> None:
    with store.writing() as connection:
        add_version(connection, bank, NOON)
    sent: list[Any] = []
    event.listen(store._engine, "before_cursor_execute", lambda *call: sent.append(call[3]))
    with store.writing() as connection:
        add_version(connection, bank, NOON)
    assert bank.snapshot.yaml not in str(sent)
    assert len(sent) == 2, "one to begin, one to look"
