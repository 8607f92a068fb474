"""Kept readings: the same as reading anew, and used only when nothing has changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.config import shipped_banks
from app.library import kept_readings
from app.library.kept_readings import ENDING, KeptReadings
from app.library.reading import read_file
from app.library.reading_result import Reading

KEY = b"a secret key"
BANK = """\
byline: 1
title: A bus line returns
language: en
article: {title: Line 7, type: news report, text_file: bus.txt}
questions: []
"""


@pytest.fixture
def kept(tmp_path: Path) -> KeptReadings:
    return KeptReadings(tmp_path / "kept", KEY)


@pytest.fixture
def bus(tmp_path: Path) -> Path:
    (tmp_path / "bus.txt").write_text("Line 7 runs again from Monday.\n")
    file = tmp_path / "bus.yaml"
    file.write_text(BANK)
    return file


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were read anew."""
    names: list[str] = []

    def note(path: Path) -> Reading:
        names.append(path.name)
        return read_file(path)

    monkeypatch.setattr(kept_readings, "read_file", note)
    return names


@pytest.mark.parametrize("file", sorted(shipped_banks().glob("*.yaml")), ids=lambda one: one.stem)
def test_a_kept_reading_is_what_reading_gives(kept: KeptReadings, file: Path) -> None:
    anew = read_file(file)
    assert kept.read(file) == anew
    again = kept.read(file)
    assert (again, again.bank) == (anew, anew.bank)


def test_what_is_unchanged_is_read_once(kept: KeptReadings, bus: Path, read: list[str]) -> None:
    for _ in range(3):
        assert kept.read(bus).bank is not None
    assert read == ["bus.yaml"]


@pytest.mark.parametrize(
    "change",
    [
        lambda bus: bus.write_text(BANK.replace("returns", "is back")),
        lambda bus: bus.with_name("bus.txt").write_text("Line 7 runs no more.\n"),
        lambda bus: bus.with_name("bus.txt").unlink(),
    ],
)
def test_what_has_changed_is_read_anew(
    kept: KeptReadings, bus: Path, read: list[str], change: Callable[[Path], object]
) -> None:
    kept.read(bus)
    change(bus)
    assert kept.read(bus) == read_file(bus)
    assert len(read) == 2


def test_another_key_or_program_reads_anew(
    tmp_path: Path, kept: KeptReadings, bus: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.read(bus)
    KeptReadings(tmp_path / "kept", b"another key").read(bus)
    assert len(read) == 2
    kept.read(bus)
    monkeypatch.setattr(kept_readings, "program_state", lambda: "another release")
    kept.read(bus)
    assert len(read) == 4


def test_what_was_tampered_with_is_not_even_looked_at(
    tmp_path: Path, kept: KeptReadings, bus: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.read(bus)
    (file,) = (tmp_path / "kept").glob(f"*{ENDING}")
    signed = file.read_bytes()
    monkeypatch.setattr("pickle.loads", lambda _: pytest.fail("it was unpickled"))
    for forged in (b"", signed[:-1], signed[:32] + b"x" + signed[33:], b"\0" * 32 + signed[32:]):
        file.write_bytes(forged)
        assert kept.read(bus).bank is not None
    assert len(read) == 5


def test_a_bank_with_problems_is_read_each_time(
    kept: KeptReadings, bus: Path, read: list[str]
) -> None:
    bus.write_text("byline: 1\ntitle: [")
    for _ in range(2):
        assert kept.read(bus).bank is None
    assert len(read) == 2


def test_another_file_with_the_same_content_is_another_bank(kept: KeptReadings, bus: Path) -> None:
    other = bus.with_name("other.yaml")
    other.write_text(BANK)
    banks = [kept.read(file).bank for file in (bus, other, bus, other)]
    assert [bank and bank.id for bank in banks] == ["bus", "other", "bus", "other"]


def test_a_folder_that_cannot_be_written_is_no_reason_not_to_read(
    tmp_path: Path, bus: Path
) -> None:
    (tmp_path / "file").touch()
    assert KeptReadings(tmp_path / "file" / "kept", KEY).read(bus).bank is not None


def test_what_is_kept_has_a_bound_and_is_for_its_owner(
    tmp_path: Path, kept: KeptReadings, bus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_readings, "MOST", 2)
    for number in range(4):
        file = bus.with_name(f"bus-{number}.yaml")
        file.write_text(BANK)
        kept.read(file)
    folder = tmp_path / "kept"
    assert len(list(folder.iterdir())) == 2
    assert folder.stat().st_mode & 0o077 == 0
