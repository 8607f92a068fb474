"""`byline extend`: more minutes for the paper of a code, or a sentence that says why not."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.classroom.handing_in import hand_in
from app.classroom.practice import open_practice
from app.classroom.services import Room, open_room
from app.classroom.sitting import Sitting, find_sitting
from app.cli import FINE, INPUT_AT_FAULT, USAGE, run
from app.config import Settings
from tests.classroom.conftest import BANK, KEY, SMALL


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def room(tmp_path: Path, data: Path) -> Iterator[Room]:
    banks = tmp_path / "banks"
    banks.mkdir()
    (banks / "bus.yaml").write_text(BANK)
    opened = open_room(Settings.from_environment({}, banks=banks, data=data))
    yield opened
    opened.store.let_go()


def start(room: Room, minutes: int | None) -> tuple[Sitting, str]:
    sitting = open_practice(room, "bus", key=KEY, blueprint=SMALL, time_limit=minutes)
    return sitting, str(sitting.sheet.resume_code)


def extend(code: str, data: Path, minutes: str = "5") -> int:
    return run(["extend", code, "--minutes", minutes, "--data", str(data)])


def test_the_paper_has_more_time(
    room: Room, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sitting, code = start(room, 10)
    assert extend(f"{code[:4]}-{code[4:]}".lower(), data) == FINE
    assert "15 minutes from now" in capsys.readouterr().out
    extended = find_sitting(room, sitting.id, KEY)
    assert extended.deadline_at is not None
    assert sitting.deadline_at is not None
    assert (extended.deadline_at - sitting.deadline_at).total_seconds() == 300


@pytest.mark.parametrize(
    ("case", "told"),
    [
        ("unknown", "no paper with this code"),
        ("untimed", "no time limit"),
        ("done", "has been handed in"),
    ],
)
def test_why_not_is_said(
    room: Room, data: Path, capsys: pytest.CaptureFixture[str], case: str, told: str
) -> None:
    sitting, code = start(room, None if case == "untimed" else 10)
    if case == "done":
        hand_in(room, sitting)
    assert extend("2222-2222" if case == "unknown" else code, data) == INPUT_AT_FAULT
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("minutes", ["0", "-5", "601", "x", "1.5"])
def test_impossible_minutes_are_wrong_usage(room: Room, data: Path, minutes: str) -> None:
    _, code = start(room, 10)
    assert extend(code, data, minutes) == USAGE
