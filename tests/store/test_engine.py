"""The engine: what is set on every connection, who waits for whom, and errors that end at it."""

import os
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import Connection, text

from app.domain.bank import Bank
from app.domain.mark import Mark
from app.errors import BylineError, SettingsError, Unavailable
from app.store.answers import (
    SentAnswer,
    answer_history,
    answers_aside,
    keep_answers,
    latest_answers,
    save_revision,
)
from app.store.attempts import (
    Attempt,
    Standing,
    add_attempt,
    close_attempt,
    find_attempt,
    find_standing,
)
from app.store.engine import (
    FIRST_SOUND_SQLITE,
    Clash,
    Store,
    open_store,
    sqlite_module,
    sqlite_warning,
)
from app.store.marks import StoredMark, add_marks, find_marks
from app.store.versions import add_version, find_snapshot
from tests.store.conftest import NOON, attempt_at

# Two libraries in one process would not see each other's locks.
SQLITE = sqlite_module()

ID = "a" * 22
OTHER = attempt_at("v" * 64, "b" * 22)
SENT = SentAnswer(1, 0, "red", NOON)
MARKED = StoredMark(1, "when", "red", Mark(1.0, "one-right", "right"))

WRITES: dict[str, Callable[[Connection, Bank], Any]] = {
    "add_version": lambda connection, bank: add_version(connection, bank, NOON),
    "add_attempt": lambda connection, _: add_attempt(connection, OTHER, Standing()),
    "close_attempt": lambda connection, _: close_attempt(connection, ID, NOON),
    "save_revision": lambda connection, _: save_revision(connection, ID, SENT),
    "keep_answers counted": lambda connection, _: keep_answers(connection, ID, [SENT]),
    "keep_answers late": lambda connection, _: keep_answers(connection, ID, late=[SENT]),
    "add_marks": lambda connection, _: add_marks(connection, ID, [MARKED], NOON),
}
READS: dict[str, Callable[[Connection], Any]] = {
    "find_snapshot": lambda connection: find_snapshot(connection, "v"),
    "find_attempt": lambda connection: find_attempt(connection, ID),
    "find_standing": lambda connection: find_standing(connection, ID),
    "latest_answers": lambda connection: latest_answers(connection, ID),
    "answer_history": lambda connection: answer_history(connection, ID),
    "answers_aside": lambda connection: answers_aside(connection, ID),
    "find_marks": lambda connection: find_marks(connection, ID),
}


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("busy_timeout", 10_000),
        ("secure_delete", 1),
        ("mmap_size", 0),
    ],
)
def test_every_connection_of_the_pool_is_set(store: Store, pragma: str, value: object) -> None:
    with ExitStack() as together:
        connections = [together.enter_context(store.reading()) for _ in range(5)]
        together.enter_context(ExitStack())
        found = [one.exec_driver_sql(f"PRAGMA {pragma}").scalar() for one in connections]
    with store.writing() as connection:
        found.append(connection.exec_driver_sql(f"PRAGMA {pragma}").scalar())
    # A file system without memory maps has no size to tell.
    assert {0 if one is None else one for one in found} == {value}


def test_a_transaction_that_writes_takes_the_file_before_it_reads(store: Store, file: Path) -> None:
    with (
        store.writing(),
        closing(SQLITE.connect(file, timeout=0)) as other,
        pytest.raises(SQLITE.OperationalError, match="locked"),
    ):
        other.execute("BEGIN IMMEDIATE")


def test_a_reader_sees_one_moment(store: Store, attempt: Attempt) -> None:
    with store.reading() as reader:
        assert not latest_answers(reader, attempt.id)
        with ThreadPoolExecutor(1) as pool:
            pool.submit(
                store.write, lambda connection: save_revision(connection, attempt.id, SENT)
            ).result()
        assert not latest_answers(reader, attempt.id)
    with store.reading() as reader:
        assert latest_answers(reader, attempt.id)


def test_no_transaction_begins_inside_one_that_writes(store: Store) -> None:
    with store.writing():
        with pytest.raises(RuntimeError), store.reading():
            pass
        with pytest.raises(RuntimeError), store.writing():
            pass


def test_what_failed_is_not_kept(store: Store, attempt: Attempt) -> None:
    def fail(connection: Connection) -> float:
        save_revision(connection, attempt.id, SENT)
        return 1 / 0

    with pytest.raises(ZeroDivisionError):
        store.write(fail)
    with store.reading() as connection:
        assert not latest_answers(connection, attempt.id)


def test_thirty_threads_that_save_are_never_told_that_it_is_locked(
    store: Store, attempt: Attempt
) -> None:
    together = Barrier(30)

    def save_forty(n: int) -> bool:
        together.wait()
        return all(
            store.write(
                lambda connection, known=known: save_revision(  # type: ignore[misc]
                    connection, attempt.id, SentAnswer(n, known, "red", NOON)
                )
            )
            for known in range(40)
        )

    with ThreadPoolExecutor(30) as pool:
        assert all(pool.map(save_forty, range(1, 31)))
    with store.reading() as connection:
        assert len(answer_history(connection, attempt.id)) == 30 * 40


def test_a_store_works_on_after_it_has_let_go(store: Store, attempt: Attempt) -> None:
    store.let_go()
    with store.reading() as connection:
        assert find_attempt(connection, attempt.id)


def lock(file: Path, store: Store) -> Callable[[], None]:
    """Let another program write to the file, and wait for it no longer than a moment."""
    _set(store, "PRAGMA busy_timeout = 1")
    other = SQLITE.connect(file, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    close: Callable[[], None] = other.close
    return close


def forbid(_file: Path, store: Store) -> Callable[[], None]:
    """Let nothing be written, as on a read-only disk."""
    _set(store, "PRAGMA query_only = ON")
    return lambda: None


def _set(store: Store, pragma: str) -> None:
    """Set something on the one connection that the pool has."""
    with store.reading() as connection:
        connection.exec_driver_sql(pragma)


@pytest.mark.parametrize("name", WRITES)
@pytest.mark.parametrize("harm", [lock, forbid])
@pytest.mark.usefixtures("attempt")
def test_every_write_that_the_database_refuses_is_unavailable(
    store: Store,
    file: Path,
    bank: Bank,
    name: str,
    harm: Callable[[Path, Store], Callable[[], None]],
) -> None:
    mend = harm(file, store)
    try:
        with pytest.raises(Unavailable) as told:
            store.write(lambda connection: WRITES[name](connection, bank))
    finally:
        mend()
    assert "nothing was saved" in told.value.message


@pytest.mark.parametrize("name", READS)
def test_every_read_of_a_damaged_file_is_unavailable(store: Store, file: Path, name: str) -> None:
    store.let_go()
    file.write_bytes(b"this is no database" * 1000)
    with pytest.raises(Unavailable), store.reading() as connection:
        READS[name](connection)


@pytest.mark.parametrize("name", READS)
def test_every_read_of_a_database_without_tables_ends_at_the_border(
    tmp_path: Path, name: str
) -> None:
    empty = open_store(f"sqlite:///{tmp_path / 'empty.sqlite3'}")
    with pytest.raises(BylineError), empty.reading() as connection:
        READS[name](connection)
    empty.let_go()


def test_what_is_there_already_clashes(store: Store, attempt: Attempt) -> None:
    with pytest.raises(Clash), store.writing() as connection:
        add_attempt(connection, attempt, Standing())


def test_work_that_clashed_is_done_again(store: Store, attempt: Attempt) -> None:
    tries = []

    def work(connection: Connection) -> str:
        tries.append(1)
        if len(tries) == 1:
            add_attempt(connection, attempt, Standing())
        return "done"

    assert store.write(work) == "done"


def test_a_wrong_statement_is_a_bug_and_not_a_foreign_error(store: Store) -> None:
    with pytest.raises(BylineError), store.reading() as connection:
        connection.execute(text("SELECT :a"))


def test_proving_writable_writes(store: Store, file: Path) -> None:
    with closing(SQLITE.connect(file)) as other:
        before = other.execute("PRAGMA data_version").fetchone()
        store.prove_writable()
        assert other.execute("PRAGMA data_version").fetchone() != before


def test_proving_writable_fails_where_nothing_can_be_written(store: Store, file: Path) -> None:
    forbid(file, store)
    with pytest.raises(Unavailable):
        store.prove_writable()


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
def test_the_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "new" / "byline.sqlite3"
    store = open_store(f"sqlite:///{file}")
    with store.writing() as connection:
        connection.exec_driver_sql("CREATE TABLE kept (number INTEGER)")
    found = {one.name: one.stat().st_mode & 0o777 for one in file.parent.iterdir()}
    assert found == {file.name + end: 0o600 for end in ("", "-wal", "-shm")}
    assert file.parent.stat().st_mode & 0o777 == 0o700
    store.let_go()


@pytest.mark.parametrize(
    "url", ["sqlite://", "sqlite:///:memory:", "nonsense", "oracle://x/y", "sqlite:////proc/x/y"]
)
def test_a_database_that_cannot_be_is_a_wrong_setting(url: str) -> None:
    with pytest.raises(SettingsError):
        open_store(url)


def test_a_newer_sqlite_goes_before_one_that_can_damage_files() -> None:
    pytest.importorskip("pysqlite3")
    assert sqlite_module().sqlite_version_info >= FIRST_SOUND_SQLITE
    assert sqlite_warning() == ""


def test_an_old_sqlite_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.store.engine.sqlite_module", lambda: sqlite3)
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 40, 1))
    assert "can damage a file" in sqlite_warning()
