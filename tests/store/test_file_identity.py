"""A database file that is deleted or replaced while it is served: nothing is confirmed any more."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection

from app.errors import Unavailable
from app.store.answers import SentAnswer, latest_answers, save_revision
from app.store.attempts import Attempt
from app.store.engine import Store
from tests.kept import migrated
from tests.store.conftest import NOON


def delete(file: Path) -> None:
    file.unlink()


def replace(file: Path) -> None:
    other = file.with_suffix(".new")
    other.write_bytes(migrated())
    other.replace(file)


@pytest.mark.parametrize("harm", [delete, replace])
def test_nothing_is_saved_or_read_any_more(
    store: Store, attempt: Attempt, file: Path, harm: Callable[[Path], None]
) -> None:
    harm(file)
    for _ in range(2):
        with pytest.raises(Unavailable) as found:
            store.write(lambda one: save_revision(one, attempt.id, SentAnswer(1, 0, "a", NOON)))
        assert found.value.cause.startswith(f"the database file {file} was deleted or replaced")
        assert str(file) not in found.value.message
        with pytest.raises(Unavailable), store.reading() as connection:
            latest_answers(connection, attempt.id)


@pytest.mark.parametrize("harm", [delete, replace])
def test_what_is_committed_to_a_file_that_is_gone_is_not_confirmed(
    store: Store, attempt: Attempt, file: Path, harm: Callable[[Path], None]
) -> None:
    def save(connection: Connection) -> None:
        save_revision(connection, attempt.id, SentAnswer(1, 0, "a", NOON))
        harm(file)

    with pytest.raises(Unavailable):
        store.write(save)


def test_a_file_that_is_put_back_is_served_again(
    store: Store, attempt: Attempt, file: Path
) -> None:
    aside = file.rename(file.with_suffix(".aside"))
    with pytest.raises(Unavailable):
        store.prove_writable()
    aside.rename(file)
    with store.reading() as connection:
        assert not latest_answers(connection, attempt.id)
