"""A migrated database that tests copy: making the tables takes longer than most of the tests."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from app.config import DATABASE_FILE, Settings
from app.store.engine import open_store
from app.store.migrating import migrate


@cache
def migrated() -> bytes:
    """The file of an empty database with all tables, made once in a process."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / DATABASE_FILE
        store = open_store(f"sqlite:///{file}")
        migrate(store)
        store.let_go()
        return file.read_bytes()


def put_database(settings: Settings) -> None:
    """Put an empty database into the data folder, as a start before this one has left it."""
    settings.data.mkdir(exist_ok=True)
    (settings.data / DATABASE_FILE).write_bytes(migrated())
