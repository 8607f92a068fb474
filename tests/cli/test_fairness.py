"""`byline fairness`: what it tells, as text and as JSON, and how it ends."""

import json
from pathlib import Path

import pytest

from app.cli import run
from tests.bank.banks import HEAD

QUESTIONS = "questions:\n" + "".join(
    f"""\
  - id: {skill.partition("/")[0]}-{n}
    kind: choice
    skill: {skill}
    level: 1
    prompt: When did Tom fall, for the {n}th time?
    answer: In March
    distractors: [In May, In June]
    evidence: {{quote: Tom fell there in March, paragraph: 2}}
    because: The second paragraph says so.
"""
    for skill in ("facts/explicit-information", "sourcing/attribution", "framing/word-choice")
    for n in range(3)
)
ONE_EACH = ("--facts", "1", "--sourcing", "1", "--framing", "1")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "bridge.yaml").write_text(HEAD + QUESTIONS)
    monkeypatch.setenv("BYLINE_BANKS", str(tmp_path))
    return tmp_path


def test_as_text_with_a_chart(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fairness", "bridge", *ONE_EACH, "--papers", "60"]) == 0
    captured = capsys.readouterr()
    lines = captured.out.splitlines()
    assert lines[0] == "The bridge: 60 papers of 3 from 9 questions"
    assert "  mean level of a paper, 1 to 3: 1.00 on average" in captured.out
    assert "  points of 3 by blind guessing: 1.00 on average" in captured.out
    bars = [line for line in lines if "█" in line]
    assert [line.split()[0] for line in bars] == ["0", "1", "2", "3"][: len(bars)]
    assert max(line.count("█") for line in bars) == 40
    assert "  33.3% of the papers on average" in lines
    assert "  facts, level 1: papers take 1.0 of 3 questions" in captured.out
    assert captured.err == ""


def test_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fairness", "bridge", *ONE_EACH, "--papers", "9", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["bank"], told["papers"], told["questions"]) == ("bridge", 9, 3)
    assert sum(told["exposure"].values()) == pytest.approx(3)
    assert sum(told["overlap"]["pairs"].values()) == 36
    assert {(one["skill"], one["share"]) for one in told["limits"]} == {
        ("facts", 1 / 3),
        ("framing", 1 / 3),
        ("sourcing", 1 / 3),
    }


def test_what_papers_are_made_of(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fairness", "bridge", *ONE_EACH, "--papers", "60"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "  3.0 hand-written questions on average, in all papers 3 to 3" in lines
    assert "  1.0 different kinds of question on average, in all papers 1 to 1" in lines
    assert "  0.0% of the papers have two questions of one family" in lines
    assert "     1.00  facts/explicit-information" in lines


SHUT_OUT = QUESTIONS.replace(
    "  - id: facts-0\n",
    "  - id: facts-0\n    enemies: [sourcing-0, sourcing-1, sourcing-2]\n",
)


@pytest.mark.parametrize(("strict", "code"), [((), 0), (("--strict",), 1)])
def test_a_question_that_never_comes_is_a_warning(
    folder: Path, capsys: pytest.CaptureFixture[str], strict: tuple[str, ...], code: int
) -> None:
    (folder / "bridge.yaml").write_text(HEAD + SHUT_OUT)
    assert run(["fairness", "bridge", *ONE_EACH, *strict]) == code
    assert "warning: Hand-written questions that come in under 0.5% of the papers: facts-0." in (
        capsys.readouterr().out
    )
    assert run(["fairness", "bridge", *ONE_EACH, "--format", "json"]) == 0
    [finding] = json.loads(capsys.readouterr().out)["findings"]
    assert (finding["rule"], finding["severity"]) == ("seldom-drawn", "warning")
    assert finding["questions"] == ["facts-0"]


def test_a_paper_that_the_bank_cannot_give(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fairness", "bridge", "--facts", "4"]) == 1
    assert "asks for 4 facts questions; the bank has 3." in capsys.readouterr().err


@pytest.mark.parametrize("papers", ["1", "10001", "many"])
def test_a_number_of_papers_that_cannot_be_compared(papers: str) -> None:
    assert run(["fairness", "bridge", "--papers", papers]) == 2
