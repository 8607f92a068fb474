"""`byline extend`: more minutes for the paper of a code, or a sentence that says why not."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.classroom.handing_in import hand_in
from app.classroom.opening import open_practice
from app.classroom.services import Services, open_services
from app.classroom.sitting import Sitting, find_sitting
from app.cli import FINE, INPUT_AT_FAULT, USAGE, run
from app.config import Settings
from tests.classroom.conftest import BANK, KEY, SMALL


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def services(tmp_path: Path, data: Path) -> Iterator[Services]:
    banks = tmp_path / "banks"
    banks.mkdir()
    (banks / "bus.yaml").write_text(BANK)
    opened = open_services(Settings.from_environment({}, banks=banks, data=data))
    yield opened
    opened.store.let_go()


def start(services: Services, minutes: int | None) -> tuple[Sitting, str]:
    sitting = open_practice(services, "bus", key=KEY, blueprint=SMALL, time_limit=minutes)
    return sitting, str(sitting.standing.resume_code)


def extend(code: str, data: Path, minutes: str = "5") -> int:
    return run(["extend", code, "--minutes", minutes, "--data", str(data)])


def test_the_paper_has_more_time(
    services: Services, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sitting, code = start(services, 10)
    assert extend(f"{code[:4]}-{code[4:]}".lower(), data) == FINE
    assert "15 minutes from now" in capsys.readouterr().out
    extended = find_sitting(services, sitting.id, KEY)
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
    services: Services, data: Path, capsys: pytest.CaptureFixture[str], case: str, told: str
) -> None:
    sitting, code = start(services, None if case == "untimed" else 10)
    if case == "done":
        hand_in(services, sitting)
    assert extend("2222-2222" if case == "unknown" else code, data) == INPUT_AT_FAULT
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("minutes", ["0", "-5", "601", "x", "1.5"])
def test_impossible_minutes_are_wrong_usage(services: Services, data: Path, minutes: str) -> None:
    _, code = start(services, 10)
    assert extend(code, data, minutes) == USAGE


def test_no_database_is_made_where_there_is_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = tmp_path / "wrong"
    assert run(["extend", "ABCD-EFGH", "--minutes", "5", "--data", str(wrong)]) == USAGE
    assert f"There is no database in {wrong}." in capsys.readouterr().err
    assert not wrong.exists()
