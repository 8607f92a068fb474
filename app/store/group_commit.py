"""Group commit: work that waits for the writer's lock rides in the next transaction.

A durable commit waits for the disk, whatever is in it. The thread that has the lock therefore does
the work of all threads that wait for it, in one transaction; work that fails is undone alone.
"""

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from threading import Lock
from typing import Any, Final, Generic, TypeVar

from sqlalchemy import Connection

from app.store.border import border

T = TypeVar("T")

SEATS: Final = 64
"""Pieces of work in one transaction at most, so that the first of them is not kept waiting."""


class Ride(Generic[T]):
    """A piece of work of one thread, and what came of it."""

    def __init__(self, work: Callable[[Connection], T]) -> None:
        self._work = work
        self._result: T | None = None
        self.error: BaseException | None = None
        self.is_over = False

    def take(self, connection: Connection) -> None:
        """Do the work; what it raises is kept."""
        try:
            with border():
                self._result = self._work(connection)
        except Exception as error:  # noqa: BLE001  # it is raised again where it belongs
            self.error = error

    def fail(self, error: BaseException) -> None:
        """Let the work have failed, unless it has already."""
        self.error = self.error or error

    def arrive(self) -> T:
        """What the work returned; raises what it raised, or why it was not committed."""
        if self.error is not None:
            raise self.error
        return self._result  # type: ignore[return-value]  # it is a T where there is no error


class GroupCommit:
    """The door through which the threads of a process write.

    `transaction` begins a transaction and commits it at its end; the caller holds the lock.
    """

    def __init__(self, transaction: Callable[[], AbstractContextManager[Connection]]) -> None:
        self._transaction = transaction
        self._lock = Lock()
        self._waiting: deque[Ride[Any]] = deque()

    @contextmanager
    def alone(self) -> Iterator[Connection]:
        """A transaction with nothing else in it."""
        with self._lock, self._transaction() as connection:
            yield connection

    def write(self, work: Callable[[Connection], T]) -> T:
        """Do some work in a transaction, perhaps with that of others; it is on disk afterwards."""
        ride = Ride(work)
        self._waiting.append(ride)
        with self._lock:
            # Another thread may have taken it along before this one had the lock.
            while not ride.is_over:
                self._drive()
        return ride.arrive()

    def _drive(self) -> None:
        """Take the work of those who wait, in their order, through one transaction."""
        aboard: list[Ride[Any]] = []
        try:
            with self._transaction() as connection:
                for ride in self._boarding(aboard):
                    self._take(connection, ride, first=len(aboard) == 1)
        except Exception as error:  # noqa: BLE001  # every thread raises it
            # When not even the beginning came about, those who wait have waited for it as well.
            aboard += () if aboard else self._boarding([])
            _fail(aboard, error)
        except BaseException as error:
            _fail(aboard, error)
            raise
        finally:
            for ride in aboard:
                ride.is_over = True

    def _boarding(self, aboard: list[Ride[Any]]) -> Iterator[Ride[Any]]:
        while self._waiting and len(aboard) < SEATS:
            aboard.append(self._waiting.popleft())
            yield aboard[-1]

    @staticmethod
    def _take(connection: Connection, ride: Ride[Any], *, first: bool) -> None:
        """Do the work of a ride; what fails is undone, and nothing else."""
        if first:
            # Nothing is before it: when it fails, the transaction is undone. No savepoint needed.
            ride.take(connection)
            if ride.error is not None:
                raise ride.error
            return
        connection.exec_driver_sql("SAVEPOINT ride")
        ride.take(connection)
        if ride.error is not None:
            connection.exec_driver_sql("ROLLBACK TO ride")
        connection.exec_driver_sql("RELEASE ride")


def _fail(aboard: list[Ride[Any]], error: BaseException) -> None:
    for ride in aboard:
        ride.fail(error)
