"""Bank versions: kept once, word for word."""

from dataclasses import replace

from app.domain.bank import Bank, Snapshot
from app.store.engine import Store
from app.store.versions import add_version, find_version
from tests.store.conftest import NOON


def test_a_version_comes_back_word_for_word(store: Store, bank: Bank) -> None:
    with store.writing() as connection:
        add_version(connection, bank, NOON)
    with store.reading() as connection:
        found = find_version(connection, bank.version)
    assert found is not None
    assert (found.bank_id, found.snapshot) == ("bus", bank.snapshot)
    assert found.snapshot.version == bank.version


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
        found = find_version(connection, kept.version)
    assert found is not None
    assert found.snapshot == kept.snapshot
    assert kept.version != bank.version


def test_an_unknown_version_is_none(store: Store) -> None:
    with store.reading() as connection:
        assert find_version(connection, "0" * 64) is None
