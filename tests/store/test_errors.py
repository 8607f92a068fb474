"""A disk that is full and a file that is damaged: callers meet `app.errors` and nothing else."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, event, text

from app.domain.article import Article
from app.domain.bank import Bank, Snapshot
from app.domain.mark import Mark
from app.errors import BylineError, Unavailable
from app.store.answers import SentAnswer, keep_answers, save_revision
from app.store.attempts import Attempt, Standing, add_attempt, close_attempt
from app.store.engine import Clash, Store, open_store, sqlite_module
from app.store.marks import StoredMark, add_marks
from app.store.migrating import migrate
from app.store.tables import metadata
from app.store.versions import add_version
from tests.store.conftest import NOON, attempt_at

Work = Callable[[Connection], Any]

FIRST = "a" * 22
LONG = "apple " * 20_000
"""More than fits on the pages that a small database has."""

BANK = Bank("bus", Snapshot(LONG), "A bus line", "en", Article("Line 7", "report", ("Runs.",)), ())
SENT = SentAnswer(1, 0, LONG, NOON)
MARKED = StoredMark(1, "when", LONG, Mark(1.0, "one-right", "right"))

WRITES: dict[str, Work] = {
    "add_version": lambda one: add_version(one, BANK, NOON),
    "add_attempt": lambda one: add_attempt(one, a_second_attempt(one), Standing()),
    "save_revision": lambda one: save_revision(one, FIRST, SENT),
    "keep_answers counted": lambda one: keep_answers(one, FIRST, [SENT]),
    "keep_answers stale": lambda one: keep_answers(one, FIRST, stale=[SENT]),
    "add_marks": lambda one: add_marks(one, FIRST, [MARKED], NOON),
}


def a_second_attempt(connection: Connection) -> Attempt:
    """An attempt at the kept bank with much to remember."""
    version = connection.execute(text("SELECT version FROM bank_versions")).scalar_one()
    return replace(attempt_at(version, "b" * 22), avoided=(LONG,))


@pytest.fixture
def empty(file: Path) -> Iterator[Store]:
    """A database without tables."""
    opened = open_store(f"sqlite:///{file}")
    yield opened
    opened.let_go()


def hinder(store: Store, pragma: str) -> None:
    """Set a pragma on every connection from now on."""

    def limit(connection: Any, _record: Any) -> None:
        connection.execute(f"PRAGMA {pragma}").close()

    store.let_go()
    event.listen(store._engine, "connect", limit)


def everything(store: Store) -> list[Any]:
    """Every row of every table."""
    with store.reading() as connection:
        tables = metadata.sorted_tables
        return [tuple(row) for table in tables for row in connection.execute(table.select())]


@pytest.mark.parametrize("work", WRITES.values(), ids=WRITES)
@pytest.mark.usefixtures("attempt")
def test_a_full_disk_is_unavailable_for_every_write(store: Store, work: Work) -> None:
    before = everything(store)
    hinder(store, "max_page_count = 1")
    with pytest.raises(Unavailable, match="nothing was saved"):
        store.write(work)
    assert everything(store) == before
    hinder(store, "max_page_count = 1000000")
    store.write(work)
    assert everything(store) != before, "with room on the disk it would have been saved"


@pytest.mark.parametrize(
    "work", [*WRITES.values(), lambda one: close_attempt(one, FIRST, NOON)], ids=[*WRITES, "close"]
)
@pytest.mark.usefixtures("attempt")
def test_writing_a_damaged_file_is_unavailable(store: Store, file: Path, work: Work) -> None:
    store.let_go()
    file.write_bytes(b"this is no database" * 1000)
    with pytest.raises(Unavailable):
        store.write(work)


@pytest.mark.parametrize("pragma", ["query_only = ON", "max_page_count = 1"])
def test_migrating_what_takes_nothing_is_unavailable(empty: Store, pragma: str) -> None:
    hinder(empty, pragma)
    with pytest.raises(Unavailable):
        migrate(empty)


def test_proving_that_it_is_writable_fails_when_it_is_locked(store: Store, file: Path) -> None:
    hinder(store, "busy_timeout = 0")
    with closing(sqlite_module().connect(file)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Unavailable):
            store.prove_writable()


def test_an_attempt_at_a_bank_that_is_not_kept_clashes(store: Store) -> None:
    with pytest.raises(Clash):
        store.write(lambda one: add_attempt(one, attempt_at("v" * 64), Standing()))


def test_a_moment_without_a_zone_is_a_bug_and_not_unavailable(store: Store) -> None:
    with pytest.raises(BylineError) as caught:
        store.write(lambda one: add_version(one, BANK, NOON.replace(tzinfo=None)))
    assert caught.value.status == 500
