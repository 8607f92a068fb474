"""A store in a folder of its own, with the tables, and an attempt in it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from app.domain.article import Article
from app.domain.bank import Bank, Snapshot
from app.store.attempts import NewAttempt, add_attempt
from app.store.engine import Store, open_store
from app.store.migrating import migrate
from app.store.versions import add_version

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "byline.sqlite3"


@pytest.fixture
def store(file: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{file}")
    migrate(opened)
    yield opened
    opened.let_go()


@pytest.fixture
def bank() -> Bank:
    article = Article("Line 7 is back", "news report", ("Line 7 runs again.",))
    return Bank("bus", Snapshot("title: A bus line", "Line 7 …"), "A bus line", "en", article, ())


@pytest.fixture
def attempt(store: Store, bank: Bank) -> NewAttempt:
    """An open attempt, kept."""
    new = NewAttempt(
        id="a" * 22,
        key_hash=sha256(b"key").digest(),
        bank_id=bank.id,
        version=bank.version,
        paper={"items": [1, "zwei", None]},
        avoided=("seen-before",),
        after=None,
        started_at=NOON,
    )
    with store.writing() as connection:
        add_version(connection, bank, NOON)
        add_attempt(connection, new)
    return new
