"""Migrations: the same tables as the program's, once, and never backwards."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from app.domain.cite_and_confidence import NEITHER_GIVEN
from app.errors import SettingsError
from app.store import migrating
from app.store.answers import answers_aside, keep_answers, latest_answers
from app.store.engine import Store, open_store
from app.store.migrating import MIGRATIONS, known_revisions, migrate
from app.store.tables import metadata

# SQLite writes a column that was added behind the others, into the line of the last one.
LINE = re.compile(r"\n|, (?=\w+ [A-Z]+)")


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    """A database without tables."""
    opened = open_store(f"sqlite:///{tmp_path / 'empty.sqlite3'}")
    yield opened
    opened.let_go()


def statements(store: Store) -> dict[str, list[str]]:
    """The lines of each table's statement, without the order and the ends that do not show.

    A column that is added later stands on the line of the one before it.
    """
    with store.reading() as connection:
        rows = connection.execute(text("SELECT name, sql FROM sqlite_master")).all()
    return {
        name: sorted(line.strip(" ,\t") for line in LINE.split(sql or "")) for name, sql in rows
    }


def upgrade_to(connection: Connection, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def revisions(store: Store) -> list[Any]:
    with store.reading() as connection:
        return list(connection.execute(text("SELECT version_num FROM alembic_version")).scalars())


def test_the_migrations_make_the_tables_that_the_program_knows(store: Store) -> None:
    with store.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_the_first_time_there_is_something_to_do_and_then_nothing(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'new.sqlite3'}")
    assert [migrate(store), migrate(store)] == [True, False]
    store.let_go()


def test_several_that_start_at_once_migrate_once(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'new.sqlite3'}"
    stores = [open_store(url) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(migrate, stores)) == 1
    for store in stores:
        store.let_go()


def test_a_database_of_a_newer_program_is_refused_in_a_sentence(store: Store) -> None:
    with store.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(SettingsError, match="newer Byline"):
        migrate(store)


def test_the_newest_revision_is_the_one_that_alembic_finds() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [known_revisions()[-1]]


def test_the_statements_of_the_tables_are_the_same(store: Store, empty: Store) -> None:
    """Alembic compares neither checks nor how SQLite keeps rows."""
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


def test_what_an_older_program_kept_is_there_after_migrating(empty: Store) -> None:
    """Answers of the first tables: nothing was asked beside them."""
    with empty.writing() as connection:
        upgrade_to(connection, "0001")
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        connection.exec_driver_sql(
            "INSERT INTO bank_versions VALUES ('v', 'bus', 'Bus', '', NULL, '2026-01-01 00:00:00')"
        )
        connection.exec_driver_sql(
            "INSERT INTO attempts VALUES "
            "('a', x'00', 'bus', 'v', '{}', '[]', NULL, 'open', '2026-01-01 00:00:00', NULL, NULL)"
        )
        connection.exec_driver_sql(
            "INSERT INTO answers VALUES ('a', 1, 1, '\"red\"', '2026-01-01 00:00:00')"
        )
    assert migrate(empty) is True
    with empty.reading() as connection:
        kept = latest_answers(connection, "a")[1]
    assert (kept.response, kept.backing) == ("red", NEITHER_GIVEN)


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


def test_what_was_set_aside_before_there_were_digests_is_not_kept_twice(empty: Store) -> None:
    with empty.writing() as connection:
        upgrade_to(connection, "0005")
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        connection.exec_driver_sql(
            "INSERT INTO bank_versions VALUES "
            "('v', 'bus', 'Bus', '', NULL, '2026-01-01 00:00:00', NULL)"
        )
        connection.exec_driver_sql(
            "INSERT INTO attempts VALUES ('a', x'00', 'bus', 'v', '{}', '[]', NULL, 'open', "
            "'2026-01-01 00:00:00', NULL, NULL, NULL, NULL)"
        )
        connection.exec_driver_sql(
            "INSERT INTO set_aside VALUES "
            """(1, 'a', 1, 3, '{"r2":"x","r1":"y"}', 'stale', '2026-01-01 00:00:00', 'c', 2)"""
        )
    migrate(empty)
    with empty.writing() as connection:
        [(kept, _)] = answers_aside(connection, "a")
        keep_answers(connection, "a", late=[kept])
        keep_answers(connection, "a", late=[replace(kept, known=2)])
        found = [one.known for one, _ in answers_aside(connection, "a")]
    assert found == [3, 2]
