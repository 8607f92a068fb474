"""Group commit: who waits rides along, each outcome reaches its own thread, failures stay alone."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import Connection, text

from app.errors import Unavailable
from app.store.engine import Clash, Store, sqlite_module
from app.store.group_commit import SEATS
from tests.statements import statements_of
from tests.store.test_errors import hinder

ADD = text("INSERT INTO rides (number) VALUES (:number)")


@pytest.fixture
def table(store: Store) -> Store:
    """A store with a table of numbers, each of them once."""
    with store.writing() as connection:
        connection.exec_driver_sql("CREATE TABLE rides (number INTEGER PRIMARY KEY)")
    return store


def add(number: int) -> Callable[[Connection], int]:
    def work(connection: Connection) -> int:
        connection.execute(ADD, {"number": number})
        return number

    return work


def numbers(store: Store) -> list[int]:
    with store.reading() as connection:
        rows = connection.exec_driver_sql("SELECT number FROM rides ORDER BY number")
        return [int(number) for number in rows.scalars()]


def together(store: Store, *works: Callable[[Connection], int]) -> list[Future[int]]:
    """The outcomes of works that wait for the lock while another one has it."""
    begun, queued = Event(), Event()

    def hold(_: Connection) -> int:
        begun.set()
        assert queued.wait(20)
        return 0

    with ThreadPoolExecutor(len(works) + 1) as pool:
        pool.submit(store.write, hold)
        assert begun.wait(20)
        outcomes = [pool.submit(store.write, work) for work in works]
        while len(store._door._waiting) < len(works):
            with suppress(TimeoutError):
                outcomes[-1].result(timeout=0.01)
        queued.set()
    return outcomes


def test_who_waits_rides_in_the_next_commit(table: Store) -> None:
    with statements_of(table) as sent:
        outcomes = together(table, *(add(number) for number in range(20)))
    assert [one.result() for one in outcomes] == list(range(20))
    assert numbers(table) == list(range(20))
    assert sent.count("COMMIT") == 1
    assert sent.count("BEGIN") == 1


def test_a_commit_takes_no_more_than_has_seats(table: Store) -> None:
    with statements_of(table) as sent:
        together(table, *(add(number) for number in range(SEATS + 5)))
    assert sent.count("COMMIT") == 2
    assert len(numbers(table)) == SEATS + 5


def test_a_flood_of_proofs_is_one_write(table: Store) -> None:
    def prove(connection: Connection) -> int:
        table._touch(connection)
        return 0

    with statements_of(table) as sent:
        together(table, *[prove] * 30)
    assert sent.count("COMMIT") == 1


def test_what_fails_fails_alone(table: Store) -> None:
    def half(connection: Connection) -> int:
        add(100)(connection)
        return 1 // 0

    outcomes = together(table, add(1), half, add(2), add(1), add(3))
    assert [type(one.exception()) for one in outcomes] == [
        type(None),
        ZeroDivisionError,
        type(None),
        Clash,
        type(None),
    ]
    assert numbers(table) == [1, 2, 3]


def test_the_first_that_fails_takes_no_other_along(table: Store) -> None:
    def fail(connection: Connection) -> int:
        add(100)(connection)
        raise KeyError

    with pytest.raises(KeyError):
        table.write(fail)
    assert table.write(add(1)) == 1
    assert numbers(table) == [1]


def test_when_the_commit_fails_no_writer_takes_it_for_saved(table: Store, file: Path) -> None:
    def lose(connection: Connection) -> int:
        file.unlink()
        return add(2)(connection)

    outcomes = together(table, add(1), lose, add(3))
    assert [type(one.exception()) for one in outcomes] == [Unavailable] * 3


def test_when_the_disk_is_full_who_fits_is_saved_and_the_others_are_told(table: Store) -> None:
    pages = 0
    with table.reading() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    with table.writing() as connection:
        connection.exec_driver_sql("CREATE TABLE long (words TEXT)")
    hinder(table, f"max_page_count = {pages + 3}")

    def fill(connection: Connection) -> int:
        connection.execute(text("INSERT INTO long VALUES (:words)"), {"words": "x" * 100_000})
        return 0

    outcomes = together(table, add(1), fill, add(2))
    saved = [one.result() for one in outcomes if one.exception() is None]
    assert isinstance(outcomes[1].exception(), Unavailable)
    assert numbers(table) == saved


def test_when_no_transaction_begins_all_who_wait_are_told_at_once(table: Store, file: Path) -> None:
    hinder(table, "busy_timeout = 0")
    with closing(sqlite_module().connect(file)) as other:
        other.execute("BEGIN IMMEDIATE")
        with ThreadPoolExecutor(8) as pool:
            outcomes = [pool.submit(table.write, add(number)) for number in range(8)]
        assert {type(one.exception()) for one in outcomes} == {Unavailable}
    assert table.write(add(1)) == 1


def test_work_may_not_open_another_transaction(table: Store) -> None:
    with pytest.raises(RuntimeError):
        table.write(lambda _: table.write(add(1)))
    assert numbers(table) == []
