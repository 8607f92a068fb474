"""The services that the use cases need, in one value that is passed to each of them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from secrets import randbelow
from typing import Final

from app.config import Settings
from app.domain.bank import Snapshot
from app.domain.code import chance_code
from app.errors import SettingsError, Unavailable
from app.library.folder import Folder
from app.library.kept_readings import KeptReadings
from app.library.remembered import Remembered
from app.library.version_memory import VersionMemory
from app.store.attempts import Attempt, Standing
from app.store.data_folder import make_folder, secret_key
from app.store.engine import Store, open_store
from app.store.migrating import migrate
from app.store.versions import find_snapshot

SEEDS: Final = 10**12
READINGS: Final = "readings"
"""The folder, in the data folder, of banks as they were read."""

ATTEMPTS: Final = 4096
"""Attempts that stay in memory, a few kilobytes each."""

AttemptMemory = Remembered[str, tuple[Attempt, Standing]]
"""Attempts by their ids, each with its standing when it was read."""


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def chance_seed() -> int:
    """A seed that cannot be foretold."""
    return randbelow(SEEDS)


@dataclass(frozen=True)
class Services:
    """The database, the bank library, a clock and sources of randomness.

    `clock` returns the time in UTC, `new_seed` a seed for drawing, `new_code` a resume code.
    `versions` and `attempts` only save work: any number of processes may serve one database.
    """

    store: Store
    folder: Folder
    versions: VersionMemory
    clock: Callable[[], datetime] = now
    new_seed: Callable[[], int] = chance_seed
    new_code: Callable[[], str] = chance_code
    attempts: AttemptMemory = field(default_factory=lambda: Remembered(ATTEMPTS))


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
    prepare(store)
    key = secret_key(settings.data, settings.secret_key).encode()
    folder = Folder(settings.banks, read=KeptReadings(settings.data / READINGS, key).read)
    versions = VersionMemory(folder, partial(_snapshot, store))
    return Services(store, folder, versions, clock, new_seed)


def prepare(store: Store) -> None:
    """Bring a database to the form of this program; SettingsError when it cannot be used."""
    try:
        migrate(store)
    except Unavailable as error:
        name = f"file {store.file}" if store.file else "server"
        raise SettingsError(f"The database {name} cannot be used: {error.cause}.") from error


def _snapshot(store: Store, version: str) -> Snapshot | None:
    with store.reading() as connection:
        return find_snapshot(connection, version)
