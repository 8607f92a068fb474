"""Bringing the database to the form that this code knows, before anybody is served."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Select, column, inspect, select, table

from app.errors import SettingsError
from app.store.engine import Store

MIGRATIONS: Final = Path(__file__).parent / "migrations"
VERSION_TABLE: Final = "alembic_version"
_REVISION: Final[Select[Any]] = select(column("version_num")).select_from(table(VERSION_TABLE))


def known_revisions() -> Sequence[str]:
    """The revisions that this code knows, oldest first, from the names of their files."""
    return sorted(file.name.partition("_")[0] for file in (MIGRATIONS / "versions").glob("0*.py"))


def migrate(store: Store) -> bool:
    """Bring a database to the newest form, in one transaction; whether there was anything to do.

    Raises SettingsError for a database that a newer Byline has changed.
    """
    with store.reading() as connection:
        if _is_current(connection):
            return False
    with store.writing() as connection:
        # Another process may have done it while this one waited.
        if _is_current(connection):
            return False
        _upgrade(connection)
    return True


def _is_current(connection: Connection) -> bool:
    revision = _revision(connection)
    known = known_revisions()
    if revision is not None and revision not in known:
        raise SettingsError(
            f"The database was changed by a newer Byline (revision {revision}; this one knows "
            f"{known[-1]}). Install that version again, or name another folder with --data."
        )
    return revision == known[-1]


def _revision(connection: Connection) -> str | None:
    """The revision of the database; None when it is empty."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    found: str | None = connection.execute(_REVISION).scalar()
    return found


def _upgrade(connection: Connection) -> None:
    """Run what is missing; Alembic is imported only here, because most starts do not need it."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", MIGRATIONS.as_posix().replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
