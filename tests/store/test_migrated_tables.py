"""The migrated tables are those of the code to the letter; Alembic does not compare checks."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, text

from app.store import migrating
from app.store.engine import Store, open_store
from app.store.migrating import known_revisions, migrate
from app.store.tables import metadata


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    """A database without tables."""
    opened = open_store(f"sqlite:///{tmp_path / 'empty.sqlite3'}")
    yield opened
    opened.let_go()


def statements(store: Store) -> dict[str, list[str]]:
    """The lines of each table's statement, without the order that nobody sees."""
    with store.reading() as connection:
        rows = connection.execute(text("SELECT name, sql FROM sqlite_master")).all()
    return {
        name: sorted(line.strip(" ,\t") for line in (sql or "").splitlines()) for name, sql in rows
    }


def revisions(store: Store) -> list[Any]:
    with store.reading() as connection:
        return list(connection.execute(text("SELECT version_num FROM alembic_version")).scalars())


def test_the_migrated_tables_are_those_of_the_code(store: Store, empty: Store) -> None:
    with empty.writing() as connection:
        metadata.create_all(connection)
    migrated = statements(store)
    assert {name: migrated.pop(name) for name in list(migrated) if "alembic" in name}
    assert migrated == statements(empty)


def test_a_new_database_gets_every_table_and_the_newest_revision(empty: Store) -> None:
    migrate(empty)
    assert revisions(empty) == [known_revisions()[-1]]
    with empty.reading() as connection:
        assert [connection.execute(table.select()).all() for table in metadata.sorted_tables] == [
            [] for _ in metadata.sorted_tables
        ]


def test_migrating_twice_changes_nothing(store: Store) -> None:
    before = statements(store)
    migrate(store)
    assert (statements(store), revisions(store)) == (before, [known_revisions()[-1]])


def test_a_migration_that_breaks_off_leaves_nothing(
    empty: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    upgrade = migrating._upgrade

    def break_off(connection: Connection) -> None:
        upgrade(connection)
        raise KeyError

    monkeypatch.setattr(migrating, "_upgrade", break_off)
    with pytest.raises(KeyError):
        migrate(empty)
    assert statements(empty) == {}
    monkeypatch.undo()
    assert migrate(empty) is True
