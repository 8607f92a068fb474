"""The classroom: what the use cases work with, in one value that is passed to each of them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from secrets import randbelow
from typing import Final

from app.classroom.remembering import Remembered
from app.classroom.sheet import Sheet
from app.classroom.versions import Versions
from app.config import Settings
from app.domain.code import chance_code
from app.library.folder import Folder
from app.store.engine import Store, open_store
from app.store.home import make_folder
from app.store.migrating import migrate

SEEDS: Final = 10**12
SHEETS: Final = 4096
"""Attempts that stay in memory, a few kilobytes each."""


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def chance_seed() -> int:
    """A seed that nobody can foretell."""
    return randbelow(SEEDS)


@dataclass(frozen=True)
class Services:
    """A store, a folder of banks, and the world.

    `clock` tells the time, `new_seed` draws a seed and `new_code` a resume code.

    `versions` and `sheets` only spare work: any number of processes may serve one database.
    """

    store: Store
    folder: Folder
    versions: Versions
    clock: Callable[[], datetime] = now
    new_seed: Callable[[], int] = chance_seed
    new_code: Callable[[], str] = chance_code
    sheets: Remembered[str, Sheet] = field(default_factory=lambda: Remembered(SHEETS))


def open_services(
    settings: Settings,
    *,
    clock: Callable[[], datetime] = now,
    new_seed: Callable[[], int] = chance_seed,
) -> Services:
    """Open what the settings name, and bring the database to the form of this program.

    Raises SettingsError when the data folder or the database cannot be used.
    """
    make_folder(settings.data)
    store = open_store(settings.store_url, network_files=settings.network_files)
    migrate(store)
    folder = Folder(settings.banks)
    return Services(store, folder, Versions(store, folder), clock, new_seed)
