"""A store in a folder of its own, with the tables, and an attempt in it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from app.domain.article import Article
from app.domain.bank import Bank, Snapshot
from app.quiz.blueprint import Blueprint
from app.quiz.drawing import DrawnItem, DrawnPaper
from app.store.attempts import Attempt, Standing, add_attempt
from app.store.engine import Store, open_store
from app.store.versions import add_version
from tests.kept import migrated

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def attempt_at(version: str, attempt_id: str = "a" * 22) -> Attempt:
    """An attempt at a bank version."""
    paper = DrawnPaper(version, Blueprint(facts=1), 7, (DrawnItem(1, "when", 3),))
    return Attempt(
        id=attempt_id,
        key_hash=sha256(b"key").digest(),
        bank_id="bus",
        paper=paper,
        avoided=("seen-before",),
        after=None,
        started_at=NOON,
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "byline.sqlite3"


@pytest.fixture
def store(file: Path) -> Iterator[Store]:
    file.parent.mkdir()
    file.write_bytes(migrated())
    opened = open_store(f"sqlite:///{file}")
    yield opened
    opened.let_go()


@pytest.fixture
def bank() -> Bank:
    article = Article("Line 7 is back", "news report", ("Line 7 runs again.",))
    return Bank("bus", Snapshot("title: A bus line", "Line 7 …"), "A bus line", "en", article, ())


@pytest.fixture
def attempt(store: Store, bank: Bank) -> Attempt:
    """An open attempt, kept."""
    new = attempt_at(bank.version)
    with store.writing() as connection:
        add_version(connection, bank, NOON)
        add_attempt(connection, new, Standing())
    return new
