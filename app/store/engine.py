"""The engine: durable connections, one writer at a time, and no database error above it.

The only module that knows which database it speaks to.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from json import dumps
from pathlib import Path
from threading import get_ident
from time import monotonic, sleep
from types import ModuleType
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.url import URL
from sqlalchemy.exc import ArgumentError

from app.errors import SettingsError
from app.store.border import Clash as Clash
from app.store.border import border
from app.store.data_folder import make_folder, make_private, refuse_network
from app.store.file_identity import FileIdentity
from app.store.group_commit import GroupCommit

T = TypeVar("T")

BUSY_MILLISECONDS: Final = 10_000
CONNECTIONS: Final = 64
"""As many as a worker may have threads: a thread never waits for a connection."""

FIRST_SOUND_SQLITE: Final = (3, 51, 3)
"""Before it, several connections that write could damage a file in WAL mode."""

PRAGMAS: Final = (
    f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}",
    "PRAGMA journal_mode = WAL",
    # FULL: what was committed survives a power cut, so that "Saved" is true.
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    # What is deleted is overwritten: a purged name must not stay in the file.
    "PRAGMA secure_delete = ON",
    # Never mapped: a file system error would end the process instead of a request.
    "PRAGMA mmap_size = 0",
)


class Store:
    """A database, and the way in: `reading()` and `writing()`.

    Both raise Unavailable, with nothing saved, when the database does not answer, is locked, full
    or read-only, or its file is not the one that was opened, and BylineError for what it refuses
    otherwise, which is a bug.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._reader: Engine = engine
        self._writer: Engine = engine
        self._door = GroupCommit(self._transaction)
        self._writing_thread: int | None = None
        self._identity = FileIdentity(self.file) if self.file else None
        if self.is_sqlite:
            self._reader = _beginning(engine, "BEGIN")
            # A deferred transaction that has read is refused at once when it comes to write.
            self._writer = _beginning(engine, "BEGIN IMMEDIATE")

    @property
    def is_sqlite(self) -> bool:
        """Whether it is a file of this machine."""
        return self._engine.dialect.name == "sqlite"

    @property
    def file(self) -> Path | None:
        """The SQLite file; None for a database server."""
        return Path(self._engine.url.database or "") if self.is_sqlite else None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one moment of the database; never inside `writing()`."""
        self._refuse_inside_writing()
        self._check_file()
        with border(), self._reader.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is on disk when the block has ended, or not at all.

        One at a time in this process: waiting here costs less than SQLite's waiting, which sleeps
        and looks again.
        """
        self._refuse_inside_writing()
        with self._door.alone() as connection:
            yield connection

    def write(self, work: Callable[[Connection], T]) -> T:
        """Do `work` in a transaction, twice when it clashed with another process's.

        On SQLite, work that other threads have waiting goes into the same transaction. `work` may
        run in another thread.
        """
        try:
            return self._write(work)
        except Clash:
            return self._write(work)

    def _write(self, work: Callable[[Connection], T]) -> T:
        self._refuse_inside_writing()
        if self.is_sqlite:
            return self._door.write(work)
        with self.writing() as connection:
            return work(connection)

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        self._writing_thread = get_ident()
        try:
            self._check_file()
            with border(), self._writer.begin() as connection:
                yield connection
            # Only now is it sure that what was committed is in the file that stays.
            self._check_file()
        finally:
            self._writing_thread = None

    def prove_writable(self) -> None:
        """Make a durable write that changes no row; Unavailable if it fails.

        Many who ask at once share a commit, as everything that is written does.
        """
        self.write(self._touch)

    def _touch(self, connection: Connection) -> None:
        if self.is_sqlite:
            # Writing what is there already would not touch the disk: the number has to change.
            number = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
            connection.exec_driver_sql(f"PRAGMA user_version = {(number + 1) % 1_000_000}")
        else:
            connection.exec_driver_sql("SELECT 1")

    def let_go(self) -> None:
        """Close every connection: before a fork, and at the end. The store can be used again."""
        self._engine.dispose()

    def _check_file(self) -> None:
        if self._identity is not None:
            self._identity.check()

    def _refuse_inside_writing(self) -> None:
        if self._writing_thread == get_ident():
            raise RuntimeError("a transaction that writes is open in this thread")


def open_store(url: str, *, network_files: bool = False) -> Store:
    """Open the database at a URL; an SQLite file is made when there is none.

    Raises SettingsError for a URL that cannot be, and for an SQLite file on a network file system
    unless `network_files` allows it.
    """
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() == "sqlite":
            return Store(_sqlite_engine(parsed, network_files=network_files))
        return Store(create_engine(_with_driver(parsed), json_serializer=_json))
    except (ArgumentError, ModuleNotFoundError) as error:
        raise SettingsError(f"The database cannot be opened: {error}.") from error


def sqlite_module() -> ModuleType:
    """The SQLite to use: the standard library's, or pysqlite3 when that one is newer and needed."""
    if sqlite3.sqlite_version_info >= FIRST_SOUND_SQLITE:
        return sqlite3
    try:
        other = import_module("pysqlite3.dbapi2")
    except ModuleNotFoundError:
        return sqlite3
    newer = other.sqlite_version_info > sqlite3.sqlite_version_info
    return other if newer else sqlite3


def sqlite_warning() -> str:
    """A sentence about an SQLite that is too old to be trusted with several workers, or ""."""
    module = sqlite_module()
    if module.sqlite_version_info >= FIRST_SOUND_SQLITE:
        return ""
    return (
        f"SQLite {module.sqlite_version} can damage a file when several processes write; "
        'install byline with its extra "sqlite", or use one worker.'
    )


def _sqlite_engine(url: URL, *, network_files: bool) -> Engine:
    """An engine on a file of this machine, which is made for its owner alone."""
    if not url.database or url.database == ":memory:":
        raise SettingsError("The database must be a file: sqlite:///PATH.")
    file = Path(url.database)
    if not network_files:
        refuse_network(file)
    if not file.parent.is_dir():
        make_folder(file.parent)
    try:
        make_private(file)
    except OSError as error:
        raise SettingsError(f"The database {file} cannot be used: {error.strerror}.") from error
    engine = create_engine(
        url,
        module=sqlite_module(),
        pool_size=CONNECTIONS,
        # The connection that was used last has its pages and statements in memory.
        pool_use_lifo=True,
        json_serializer=_json,
        # No transaction begins by itself: `_beginning` says how each one does.
        connect_args={"isolation_level": None, "cached_statements": 256},
    )
    event.listen(engine, "connect", _prepare)
    return engine


def _prepare(connection: Any, _record: Any) -> None:
    """Set what SQLite sets per connection."""
    for pragma in PRAGMAS:
        _patiently(connection, pragma)


def _patiently(connection: Any, pragma: str) -> None:
    """Set it again while the database is locked, for as long as a writer would wait.

    SQLite does not wait by itself when two processes turn a new file to WAL at once.
    """
    deadline = monotonic() + BUSY_MILLISECONDS / 1000
    while True:
        try:
            connection.execute(pragma).close()
            return
        except sqlite_module().OperationalError as error:
            if "locked" not in str(error) or monotonic() > deadline:
                raise
            sleep(0.02)


def _beginning(engine: Engine, statement: str) -> Engine:
    """The same engine and pool, whose transactions begin with a statement."""
    variant = engine.execution_options()

    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(statement)

    event.listen(variant, "begin", begin)
    return variant


def _with_driver(url: URL) -> URL:
    """A PostgreSQL URL without a driver takes psycopg 3."""
    return url.set(drivername="postgresql+psycopg") if url.drivername == "postgresql" else url


def _json(value: Any) -> str:
    return dumps(value, ensure_ascii=False, separators=(",", ":"))
