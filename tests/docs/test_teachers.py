"""Every command and bank in the guide for teachers works as it is printed there."""

import re
from pathlib import Path

import pytest

from app.cli import run
from app.domain.bank import Snapshot
from app.domain.skill import SKILLS
from app.library.reading import read_snapshot
from app.lint.run import lint

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "teachers.md"

COMMAND = re.compile(r"^\.venv/bin/python -m app (.*?)(?: +#.*)?$", re.MULTILINE)
COMMANDS = [
    *COMMAND.findall(GUIDE.read_text("utf-8")),
    *COMMAND.findall((ROOT / "README.md").read_text("utf-8").replace("my-bank", "bus-line")),
]


def first_bank() -> str:
    return "".join(
        re.findall(r"^```yaml bank\n(.*?)^```", GUIDE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    )


def test_the_first_bank_has_no_problems_and_asks_in_each_skill() -> None:
    reading = lint(read_snapshot(Snapshot(first_bank()), "bus-line", "bus-line.yaml")).reading
    assert reading.problems == ()
    assert reading.bank is not None
    assert {question.skill.skill for question in reading.bank.questions} == set(SKILLS)


def test_a_letter_that_the_teacher_mistypes_is_found() -> None:
    mistyped = first_bank().replace("evidence: about 300 people", "evidence: about 300 peolpe")
    reading = read_snapshot(Snapshot(mistyped), "bus-line", "bus-line.yaml")
    assert {problem.rule for problem in reading.problems} == {"evidence-not-in-article"}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_does_what_it_is_shown_for(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = command.split()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BYLINE_BANKS", "questions")
    Path("questions").mkdir()
    if arguments[0] == "draft":
        Path("article.txt").write_text("A bridge was closed, said Ana Ruiz.\n", encoding="utf-8")
    else:
        Path("questions/bus-line.yaml").write_text(first_bank(), encoding="utf-8")
    assert run(arguments) == 0
