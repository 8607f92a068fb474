"""Counting what is sent to a database: steps, where seconds would depend on the machine."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, event

from app.store.engine import Store


@contextmanager
def statements_of(store: Store) -> Iterator[list[str]]:
    """The first word of every statement that a store sends meanwhile, COMMIT included."""
    sent: list[str] = []

    def add(_connection: Connection, _cursor: object, statement: str, *_: object) -> None:
        sent.append(statement.split(maxsplit=1)[0])

    def commit(_connection: Connection) -> None:
        sent.append("COMMIT")

    event.listen(store._engine, "before_cursor_execute", add)
    event.listen(store._engine, "commit", commit)
    try:
        yield sent
    finally:
        event.remove(store._engine, "before_cursor_execute", add)
        event.remove(store._engine, "commit", commit)
