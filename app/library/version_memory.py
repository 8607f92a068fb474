"""Bank versions in memory, each read once: from the folder, else from its stored snapshot."""

from collections.abc import Callable
from threading import Lock
from typing import Final

from app.domain.bank import Bank, Snapshot
from app.errors import BylineError, NotFound
from app.library.folder import Folder
from app.library.reading import read_snapshot
from app.library.remembered import Remembered

LIMIT: Final = 64
"""Versions that stay in memory; a large bank takes some megabytes."""

Load = Callable[[str], Snapshot | None]


class VersionMemory:
    """The banks by their versions.

    `load` returns the stored snapshot of a version, None when it is not stored.
    """

    def __init__(self, folder: Folder, load: Load) -> None:
        self._folder = folder
        self._load = load
        self._known: Remembered[str, Bank] = Remembered(LIMIT)
        self._lock = Lock()

    def remember(self, bank: Bank) -> None:
        """Keep a bank that was read elsewhere."""
        self._known.put(bank.version, bank)

    def find(self, version: str, bank_id: str) -> Bank:
        """The bank of a version; threads that ask for it at the same time share one reading."""
        bank = self._known.get(version)
        if bank is not None:
            return bank
        with self._lock:
            bank = self._known.get(version) or self._shelved(version, bank_id)
            bank = bank or self._stored(version, bank_id)
            self._known.put(version, bank)
        return bank

    def _shelved(self, version: str, bank_id: str) -> Bank | None:
        try:
            bank = self._folder.find(bank_id)
        except NotFound:
            return None
        return bank if bank.version == version else None

    def _stored(self, version: str, bank_id: str) -> Bank:
        snapshot = self._load(version)
        if snapshot is None:
            raise BylineError(f"The bank version {version[:12]} of a paper is not in the database.")
        name = f"{bank_id} ({version[:12]})"
        reading = read_snapshot(snapshot, bank_id, name)
        if reading.bank is None:
            raise BylineError(f"The bank version {name} of a paper cannot be read any more.")
        return reading.bank
