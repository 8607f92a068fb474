"""Bank versions: an attempt keeps its own, and each is read once in a process."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from app.classroom.opening import open_practice
from app.classroom.sitting import Sitting, find_sitting
from app.config import Settings
from app.library import reading, version_memory
from app.library.reading_result import Reading
from tests.classroom.conftest import BANK, KEY, SMALL, Clock, restarted


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the snapshots that were read."""
    read: list[str] = []

    def counted(snapshot: Any, bank_id: str, file: str) -> Reading:
        read.append(bank_id)
        return reading.read_snapshot(snapshot, bank_id, file)

    monkeypatch.setattr(version_memory, "read_snapshot", counted)
    return read


def test_a_paper_keeps_its_version_when_the_file_changes(
    settings: Settings, clock: Clock, sitting: Sitting, readings: list[str]
) -> None:
    (settings.banks / "bus.yaml").write_text(BANK.replace("The text says so.", "It just is."))
    services = restarted(settings, clock)
    with ThreadPoolExecutor(4) as pool:
        again = list(pool.map(lambda _: find_sitting(services, sitting.id, KEY), range(8)))
    assert {one.bank.version for one in again} == {sitting.bank.version}
    assert again[0].bank.questions[0].because == "The text says so."
    assert services.folder.find("bus").questions[0].because == "It just is."
    assert readings == ["bus"]
    services.store.let_go()


def test_a_version_that_is_in_the_folder_is_not_read_again(
    settings: Settings, clock: Clock, sitting: Sitting, readings: list[str]
) -> None:
    services = restarted(settings, clock)
    assert find_sitting(services, sitting.id, KEY).bank is services.folder.find("bus")
    assert not readings
    services.store.let_go()


def test_a_bank_that_is_gone_is_read_from_the_store(
    settings: Settings, clock: Clock, sitting: Sitting
) -> None:
    (settings.banks / "bus.yaml").unlink()
    services = restarted(settings, clock)
    assert find_sitting(services, sitting.id, KEY).bank == sitting.bank
    services.store.let_go()


def test_a_text_beside_the_bank_is_kept_with_it(settings: Settings, clock: Clock) -> None:
    text = "Line 7 runs again from Monday, the council said.\n\nA driver called it a miracle.\n"
    head, _, tail = BANK.partition("  text: |")
    beside = head + "  text_file: bus.txt\n" + tail[tail.index("questions:") :]
    (settings.banks / "bus.yaml").write_text(beside)
    (settings.banks / "bus.txt").write_text(text)
    first = restarted(settings, clock)
    opened = open_practice(first, "bus", key=KEY, blueprint=SMALL)
    first.store.let_go()
    (settings.banks / "bus.txt").write_text("Another text.\n")
    second = restarted(settings, clock)
    assert find_sitting(second, opened.id, KEY).bank.article == opened.bank.article
    second.store.let_go()
