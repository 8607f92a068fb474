"""Versions in memory: each is read once, however many threads ask, and a loss is an error."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from app.domain.bank import Bank, Snapshot
from app.errors import BylineError
from app.library.folder import Folder
from app.library.version_memory import LIMIT, VersionMemory

BANK = """\
byline: 1
title: A bus line returns
language: en
article: {title: Line 7, type: news report, text: "Line 7 runs again from Monday."}
questions: []
"""


def memory_of(folder: Path, *snapshots: Snapshot) -> tuple[VersionMemory, list[str]]:
    """A memory over an empty folder and some stored snapshots, and the versions that it loads."""
    stored = {snapshot.version: snapshot for snapshot in snapshots}
    loaded: list[str] = []

    def load(version: str) -> Snapshot | None:
        loaded.append(version)
        return stored.get(version)

    return VersionMemory(Folder(folder), load), loaded


def test_threads_that_ask_at_once_wait_for_one_reading(tmp_path: Path) -> None:
    snapshot = Snapshot(BANK)
    memory, loaded = memory_of(tmp_path, snapshot)
    together = Barrier(8)

    def find(_: int) -> Bank:
        together.wait()
        return memory.find(snapshot.version, "bus")

    with ThreadPoolExecutor(8) as pool:
        banks = list(pool.map(find, range(8)))
    assert all(bank is banks[0] for bank in banks)
    assert (banks[0].id, loaded) == ("bus", [snapshot.version])


def test_a_bank_that_is_remembered_is_not_read(tmp_path: Path) -> None:
    memory, loaded = memory_of(tmp_path, Snapshot(BANK))
    bank = memory.find(Snapshot(BANK).version, "bus")
    other, unread = memory_of(tmp_path)
    other.remember(bank)
    assert other.find(bank.version, "bus") is bank
    assert (len(loaded), unread) == (1, [])


def test_the_memory_has_a_bound(tmp_path: Path) -> None:
    snapshots = [Snapshot(BANK.replace("Line 7,", f"Line {n},")) for n in range(LIMIT + 1)]
    memory, loaded = memory_of(tmp_path, *snapshots)
    for snapshot in (*snapshots, *snapshots[-LIMIT:], snapshots[0]):
        memory.find(snapshot.version, "bus")
    assert loaded == [snapshot.version for snapshot in (*snapshots, snapshots[0])]


def test_a_version_that_is_not_stored_is_a_bug(tmp_path: Path) -> None:
    memory, _ = memory_of(tmp_path)
    with pytest.raises(BylineError, match="is not in the database"):
        memory.find("0" * 64, "bus")


def test_a_stored_version_that_cannot_be_read_any_more_is_a_bug(tmp_path: Path) -> None:
    snapshot = Snapshot("title: [")
    memory, _ = memory_of(tmp_path, snapshot)
    with pytest.raises(BylineError, match="cannot be read any more"):
        memory.find(snapshot.version, "bus")
