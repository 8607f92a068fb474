"""`byline collect`: files are taken back, each fault is reported by name, codes as promised."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.classroom.answering import stored_answers
from app.classroom.opening import open_practice
from app.classroom.services import Services, open_services
from app.classroom.sitting import Sitting
from app.cli import FINE, INPUT_AT_FAULT, USAGE, run
from app.config import Settings
from app.formats.answers_file import AnswersFile, FiledAnswer, write_answers_file
from tests.classroom.conftest import BANK, KEY, SMALL, right


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    banks = tmp_path / "banks"
    banks.mkdir()
    (banks / "bus.yaml").write_text(BANK)
    opened = open_services(Settings.from_environment({}, banks=banks, data=tmp_path / "data"))
    yield opened
    opened.store.let_go()


@pytest.fixture
def sitting(services: Services) -> Sitting:
    return open_practice(services, "bus", key=KEY, blueprint=SMALL)


def write(path: Path, sitting: Sitting, *answers: tuple[int, object, int]) -> str:
    file = AnswersFile(sitting.id, tuple(FiledAnswer(*one) for one in answers))
    path.write_text(write_answers_file(file), encoding="utf-8")
    return str(path)


def collect(tmp_path: Path, *files: str) -> int:
    return run(["collect", *files, "--data", str(tmp_path / "data")])


def test_a_file_is_taken_and_told(
    services: Services, sitting: Sitting, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = write(tmp_path / "a.json", sitting, (1, right(sitting, 1), 0), (2, None, 0))
    assert collect(tmp_path, name) == FINE
    told = capsys.readouterr()
    assert "of bus: 1 saved (question 1); 1 stored before (question 2)" in told.out
    assert told.err == ""
    assert stored_answers(services, sitting)[1].response == right(sitting, 1)
    assert collect(tmp_path, name) == FINE
    assert "2 stored before (questions 1, 2)" in capsys.readouterr().out


def test_what_does_not_count_is_reported_and_is_no_fault(
    services: Services, sitting: Sitting, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert stored_answers(services, sitting) == {}
    name = write(tmp_path / "a.json", sitting, (1, right(sitting, 1), 4))
    assert collect(tmp_path, name) == FINE
    assert "1 kept aside, as a newer answer is stored (question 1)" in capsys.readouterr().out


def test_every_fault_is_reported_by_name_and_the_rest_is_taken(
    services: Services, sitting: Sitting, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = write(tmp_path / "good.json", sitting, (1, right(sitting, 1), 0))
    mixed = write(tmp_path / "mixed.json", sitting, (2, "no", 0), (3, right(sitting, 3), 0))
    (tmp_path / "hostile.json").write_bytes(b"[" * 500_000)
    strange = tmp_path / "strange.json"
    strange.write_text(write_answers_file(AnswersFile("nobody", ())))
    names = [str(tmp_path / "hostile.json"), mixed, str(strange), str(tmp_path), "gone.json", good]
    assert collect(tmp_path, *names) == INPUT_AT_FAULT
    told = capsys.readouterr().err.splitlines()
    assert [line.rpartition("/")[2].partition(":")[0] for line in told] == [
        "hostile.json",
        "mixed.json",
        "strange.json",
        tmp_path.name,
        "gone.json",
    ]
    assert "question 2: " in told[1]
    assert "not in this database" in told[2]
    assert stored_answers(services, sitting).keys() == {1, 3}


def test_no_file_is_wrong_usage(tmp_path: Path) -> None:
    assert collect(tmp_path) == USAGE


def test_no_database_is_made_where_there_is_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = tmp_path / "wrong"
    assert run(["collect", "answers.json", "--data", str(wrong)]) == USAGE
    assert f"There is no database in {wrong}." in capsys.readouterr().err
    assert not wrong.exists()
