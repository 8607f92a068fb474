"""Bank versions, each read once in a process: from the folder, else from what is stored."""

from threading import Lock
from typing import Final

from app.classroom.remembering import Remembered
from app.domain.bank import Bank
from app.errors import BylineError, NotFound
from app.library.folder import Folder
from app.library.reading import read_snapshot
from app.store.engine import Store
from app.store.versions import find_version

LIMIT: Final = 64
"""Versions that stay in memory; a large bank takes some megabytes."""


class Versions:
    """The banks by their versions: an attempt keeps the one that its paper was drawn from."""

    def __init__(self, store: Store, folder: Folder) -> None:
        self._store = store
        self._folder = folder
        self._known: Remembered[str, Bank] = Remembered(LIMIT)
        self._lock = Lock()

    def remember(self, bank: Bank) -> None:
        """Keep a bank at hand that was read elsewhere."""
        self._known.put(bank.version, bank)

    def find(self, version: str, bank_id: str) -> Bank:
        """The bank of a version, read once however many ask for it at the same time."""
        bank = self._known.get(version)
        if bank is not None:
            return bank
        with self._lock:
            bank = self._known.get(version) or self._shelved(version, bank_id)
            bank = bank or self._stored(version)
            self._known.put(version, bank)
        return bank

    def _shelved(self, version: str, bank_id: str) -> Bank | None:
        try:
            bank = self._folder.find(bank_id)
        except NotFound:
            return None
        return bank if bank.version == version else None

    def _stored(self, version: str) -> Bank:
        with self._store.reading() as connection:
            stored = find_version(connection, version)
        if stored is None:
            raise BylineError(f"The bank version {version[:12]} of a paper is not in the database.")
        name = f"{stored.bank_id} ({version[:12]})"
        reading = read_snapshot(stored.snapshot, stored.bank_id, name)
        if reading.bank is None:
            raise BylineError(f"The bank version {name} of a paper cannot be read any more.")
        return reading.bank
