"""The border of the store: errors of a database end here as errors of `app.errors`."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy.exc import (
    DatabaseError,
    DBAPIError,
    IntegrityError,
    ProgrammingError,
    SQLAlchemyError,
)
from sqlalchemy.exc import TimeoutError as NoConnection

from app.errors import BylineError, Unavailable

REASONS: Final = {
    "file is not a database": "it is not an SQLite database",
    "database disk image is malformed": "it is damaged; restore a backup",
    "database or disk is full": "the disk is full",
    "attempt to write a readonly database": "it cannot be written",
    "unable to open database file": "it cannot be opened",
    "database is locked": "another program keeps it locked",
    "disk I/O error": "the disk reports an error",
}
"""What SQLite says of a file, and how a person says it."""


OVERTAKEN: Final = frozenset({"40001", "40P01"})
"""PostgreSQL's states for a transaction that gave way to another one: a second try is sound."""


class Clash(Unavailable):
    """Two transactions wrote the same row; a second try sees what the first one wrote."""

    def __init__(self) -> None:
        super().__init__("Another request saved in the same moment. Please try again.")


@contextmanager
def border() -> Iterator[None]:
    """Turn every error of the database into one of `app.errors`."""
    try:
        yield
    except IntegrityError as error:
        raise Clash from error
    except ProgrammingError as error:
        raise BylineError("The database did not understand the program.") from error
    except (DatabaseError, NoConnection) as error:
        if getattr(getattr(error, "orig", None), "sqlstate", None) in OVERTAKEN:
            raise Clash from error
        raise unavailable(cause_of(error)) from error
    except SQLAlchemyError as error:
        raise BylineError("The program used the database wrongly.") from error


def unavailable(cause: str) -> Unavailable:
    """The error of a database that takes nothing, with its cause for the log."""
    return Unavailable(
        "The database did not take it, so nothing was saved. Please try again.", cause
    )


def cause_of(error: SQLAlchemyError) -> str:
    """Why the database took nothing, without any value of a statement."""
    driver = error.orig if isinstance(error, DBAPIError) else None
    if driver is None:
        return type(error).__name__
    state = getattr(driver, "sqlstate", None)
    if state is not None:
        return f"{type(driver).__name__} {state}"
    said = str(driver)
    # What is not known may quote what was to be written.
    return REASONS.get(said, type(driver).__name__)
