"""What the guide for teachers tells them to type works as it stands."""

import re
from pathlib import Path

from app.bank.reading import read_snapshot
from app.domain.bank import Snapshot
from app.domain.skill import SKILLS

GUIDE = Path(__file__).parents[2] / "docs" / "teachers.md"


def first_bank() -> str:
    return "".join(
        re.findall(r"^```yaml bank\n(.*?)^```", GUIDE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    )


def test_the_first_bank_has_no_problems_and_asks_in_each_skill() -> None:
    reading = read_snapshot(Snapshot(first_bank()), "bus-line", "bus-line.yaml")
    assert reading.problems == ()
    assert reading.bank is not None
    assert {question.skill.skill for question in reading.bank.questions} == set(SKILLS)


def test_a_letter_that_the_teacher_mistypes_is_found() -> None:
    mistyped = first_bank().replace("evidence: about 300 people", "evidence: about 300 peolpe")
    reading = read_snapshot(Snapshot(mistyped), "bus-line", "bus-line.yaml")
    assert {problem.rule for problem in reading.problems} == {"evidence-not-in-article"}
