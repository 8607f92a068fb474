"""Opening the classroom."""

import os
from datetime import UTC

import pytest

from app.classroom.services import Services, chance_seed, now, open_services
from app.config import Settings
from app.errors import SettingsError


def test_opening_makes_what_is_missing(settings: Settings, services: Services) -> None:
    assert services.store.file == settings.data / "byline.sqlite3"
    assert services.folder.find("bus").title == "A bus line returns"
    if os.name == "posix":
        assert settings.data.stat().st_mode & 0o777 == 0o700


def test_a_data_folder_that_cannot_be_is_told(settings: Settings) -> None:
    settings.data.write_text("a file")
    with pytest.raises(SettingsError, match="data folder"):
        open_services(settings)


def test_the_clock_is_in_utc_and_seeds_differ() -> None:
    assert now().tzinfo is UTC
    assert len({chance_seed() for _ in range(20)}) == 20
