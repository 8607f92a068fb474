"""Mending a file: what can be mended without harm is, and the file is whole at any time."""

import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.problem import Edit
from app.errors import Unavailable
from app.library.fixing import mend
from app.library.reading import read_file
from app.library.reading_result import Reading
from app.lint.run import lint
from tests.lint.linting import SOUND

WAIVED = SOUND + "    waive: {clang: It must be so.}  # by mistake\n"


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.yaml"
    path.write_bytes(WAIVED.replace("\n", "\r\n").encode())
    return path


def linted(path: Path) -> Reading:
    return lint(read_file(path)).reading


def test_an_unused_waiver_goes_and_everything_else_stays(bank: Path) -> None:
    bank.chmod(0o640)
    assert mend(bank, linted(bank)) == 1
    assert bank.read_bytes().decode() == SOUND.replace("\n", "\r\n")
    assert bank.stat().st_mode & 0o777 == 0o640
    assert mend(bank, linted(bank)) == 0
    assert [*bank.parent.iterdir()] == [bank]


def test_a_byte_order_mark_stays(bank: Path) -> None:
    bank.write_bytes(b"\xef\xbb\xbf" + WAIVED.encode())
    assert mend(bank, linted(bank)) == 1
    assert bank.read_bytes() == b"\xef\xbb\xbf" + SOUND.encode()


def test_what_was_saved_in_the_meantime_is_not_written_over(bank: Path) -> None:
    reading = linted(bank)
    bank.write_text(SOUND + "# mine\n")
    assert mend(bank, reading) == 0
    assert bank.read_text() == SOUND + "# mine\n"


def test_an_edit_after_which_the_bank_is_broken_is_not_written(bank: Path) -> None:
    reading = linted(bank)
    broken = replace(reading.problems[0], edit=Edit(("questions", 0, "because")))
    assert mend(bank, replace(reading, problems=(broken,))) == 0
    assert bank.read_bytes().decode() == WAIVED.replace("\n", "\r\n")


def test_a_broken_bank_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "bridge.yaml"
    path.write_text("byline: 2\n")
    assert mend(path, linted(path)) == 0


def test_a_waived_finding_is_not_mended(bank: Path) -> None:
    reading = linted(bank)
    waived = replace(reading.problems[0], waived="It is good so.")
    assert mend(bank, replace(reading, problems=(waived,))) == 0


def test_a_file_that_cannot_be_written_is_reported_and_left_whole(
    bank: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    reading, before = linted(bank), bank.read_bytes()
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Unavailable, match="cannot be written: No space left on device"):
        mend(bank, reading)
    assert bank.read_bytes() == before
    assert [*bank.parent.iterdir()] == [bank]


def test_the_new_file_and_its_name_are_on_the_disk(
    bank: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled: list[bool] = []
    fsync = os.fsync

    def watched(descriptor: int) -> None:
        settled.append(stat.S_ISDIR(os.fstat(descriptor).st_mode))
        fsync(descriptor)

    reading = linted(bank)
    monkeypatch.setattr(os, "fsync", watched)
    assert mend(bank, reading) == 1
    assert settled == [False, True]
