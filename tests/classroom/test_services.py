"""Opening the classroom."""

import os
from collections.abc import Callable
from datetime import UTC
from pathlib import Path

import pytest

from app.classroom.services import Services, chance_seed, now, open_services
from app.config import Settings
from app.errors import SettingsError
from app.store import engine
from tests.kept import put_database


def test_opening_makes_what_is_missing(settings: Settings, services: Services) -> None:
    assert services.store.file == settings.data / "byline.sqlite3"
    assert services.folder.find("bus").title == "A bus line returns"
    if os.name == "posix":
        assert settings.data.stat().st_mode & 0o777 == 0o700


def test_a_data_folder_that_cannot_be_is_reported(settings: Settings) -> None:
    settings.data.write_text("a file")
    with pytest.raises(SettingsError, match="data folder"):
        open_services(settings)


def test_the_clock_is_in_utc_and_seeds_differ() -> None:
    assert now().tzinfo is UTC
    assert len({chance_seed() for _ in range(20)}) == 20


@pytest.mark.parametrize(
    ("harm", "reason"),
    [
        (lambda file: file.write_bytes(b"this is no database" * 500), "not an SQLite database"),
        (lambda file: file.write_bytes(file.read_bytes()[:20_000]), "it is damaged"),
    ],
)
def test_a_file_that_is_no_whole_database_is_refused_in_a_sentence(
    settings: Settings, harm: Callable[[Path], object], reason: str
) -> None:
    put_database(settings)
    file = settings.data / "byline.sqlite3"
    harm(file)
    before = file.read_bytes()
    with pytest.raises(SettingsError, match=reason) as found:
        open_services(settings)
    assert str(file) in found.value.message
    assert file.read_bytes() == before


def test_a_full_disk_at_the_start_is_reported_in_a_sentence(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "PRAGMAS", (*engine.PRAGMAS, "PRAGMA max_page_count = 1"))
    with pytest.raises(SettingsError, match="cannot be used: the disk is full"):
        open_services(settings)
