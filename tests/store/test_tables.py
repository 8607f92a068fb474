"""The tables: moments in UTC, and nothing about a person."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy.engine.default import DefaultDialect

from app.store.tables import Moment, metadata

KEPT = {
    "bank_versions": {"version", "bank_id", "title", "yaml", "text", "generated", "stored_at"},
    "attempts": {
        "id",
        "key_hash",
        "bank_id",
        "version",
        "paper",
        "avoided",
        "after",
        "state",
        "started_at",
        "handed_in_at",
        "deadline_at",
        "time_limit",
        "resume_code",
    },
    "attempt_keys": {"attempt_id", "key_hash", "added_at"},
    "code_misses": {"id", "address_hash", "missed_at"},
    "answers": {"attempt_id", "n", "revision", "response", "saved_at", "cite", "confidence"},
    "set_aside": {
        "id",
        "attempt_id",
        "n",
        "known_revision",
        "response",
        "kept",
        "received_at",
        "cite",
        "confidence",
        "digest",
    },
    "marks": {
        "attempt_id",
        "n",
        "question",
        "response",
        "points",
        "rule",
        "standing",
        "parts",
        "marked_at",
        "cite",
        "found",
        "confidence",
    },
}


def test_every_column_was_looked_at_for_what_it_says_about_a_person() -> None:
    found = {name: set(table.columns.keys()) for name, table in metadata.tables.items()}
    assert found == KEPT


def test_a_moment_of_any_zone_is_kept_in_utc() -> None:
    summer = datetime(2026, 7, 1, 14, tzinfo=timezone(timedelta(hours=2)))
    kept = Moment().process_bind_param(summer, DefaultDialect())
    assert kept == datetime(2026, 7, 1, 12, tzinfo=UTC)
    assert kept.utcoffset() == timedelta(0)


def test_a_moment_comes_back_with_its_zone() -> None:
    noon = datetime(2026, 7, 1, 12, tzinfo=UTC)
    for raw in (noon, noon.replace(tzinfo=None)):
        assert Moment().process_result_value(raw, DefaultDialect()) == noon
    assert Moment().process_result_value(None, DefaultDialect()) is None


def test_a_moment_without_a_zone_is_a_bug() -> None:
    with pytest.raises(ValueError, match="zone"):
        Moment().process_bind_param(datetime(2026, 7, 1), DefaultDialect())  # noqa: DTZ001
