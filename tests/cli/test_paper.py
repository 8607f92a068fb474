"""`byline paper`: a paper as text, as JSON and as a page, and how it ends."""

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from app.cli import run
from tests.bank.banks import HEAD

CANARY = "Kanarienvogel"

QUESTIONS = """\
questions:
  - id: when
    kind: choice
    skill: facts/explicit-information
    level: 1
    prompt: When did Tom fall?
    answer: In March
    distractors: {In May: Kanarienvogel of the reason.}
    evidence: {quote: Tom fell there in March, paragraph: 2}
    because: Kanarienvogel of the second paragraph.
    hint: Kanarienvogel of the hint.
  - id: which
    kind: multiple
    skill: framing/word-choice
    level: 2
    prompt: Which words judge the bridge <b>loudly</b>?
    answers: [trap]
    distractors: [footbridge, autumn]
    evidence: The bridge has become a trap
    because: It warns & frightens.
  - id: rows
    kind: statements
    skill: sourcing/attribution
    level: 3
    prompt: What does the text say?
    because: Kanarienvogel of the rows.
    statements:
      - {says: A report is named., is: true, evidence: A report says so, because: It is there.}
      - {says: Tom was six., is: not stated, absent: [six]}
"""
BANK = HEAD + QUESTIONS
ONE_EACH = ("--facts", "1", "--sourcing", "1", "--framing", "1")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    banks = tmp_path / "banks"
    banks.mkdir()
    (banks / "bridge.yaml").write_text(BANK)
    monkeypatch.setenv("BYLINE_BANKS", str(banks))
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.chdir(tmp_path)
    return banks


def paper(*arguments: str) -> int:
    return run(["paper", "bridge", "--seed", "7", *ONE_EACH, *arguments])


def test_a_paper_as_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert paper() == 0
    out = capsys.readouterr().out
    assert out.splitlines()[:8] == [
        "The bridge",
        "3 questions · seed 7",
        "",
        " 1. When did Tom fall?",
        "    Facts, level 1 · Choose one.",
        "",
        "    a) In May",
        "    b) In March",
    ]
    assert "Sourcing, level 3 · Say of each: true, false or not stated." in " ".join(out.split())
    assert CANARY not in out


def test_the_key_stands_at_the_end(capsys: pytest.CaptureFixture[str]) -> None:
    assert paper("--key") == 0
    questions, key = capsys.readouterr().out.split("Key\n")
    assert CANARY not in questions
    assert [line for line in key.splitlines() if line] == [
        " 1. b) In March",
        "    Kanarienvogel of the second paragraph.",
        "    > Paragraph 2: “Tom fell there in March”",
        "    - a) Kanarienvogel of the reason.",
        " 2. a) trap",
        "    It warns & frightens.",
        "    > Paragraph 2: “The bridge has become a trap”",
        " 3. a) Tom was six. → Not stated",
        "    b) A report is named. → True. It is there.",
        "    Kanarienvogel of the rows.",
        "    > Paragraph 1: “A report says so”",
    ]


@pytest.mark.parametrize(("columns", "widest"), [("20", 30), ("60", 60), ("300", 88)])
def test_lines_keep_within_the_terminal(
    columns: str, widest: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert paper("--key") == 0
    assert max(map(len, capsys.readouterr().out.splitlines())) <= widest


def test_a_paper_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert paper("--format", "json") == 0
    told = json.loads(capsys.readouterr().out)
    assert list(told) == ["bank", "version", "seed", "items"]
    assert (told["bank"], told["seed"], len(told["version"])) == ("bridge", 7, 64)
    assert [item["n"] for item in told["items"]] == [1, 2, 3]
    first = told["items"][0]
    assert list(first) == ["n", "kind", "skill", "level", "prompt", "options"]
    assert {option["text"] for option in first["options"]} == {"In March", "In May"}
    assert CANARY not in json.dumps(told)


def test_the_key_in_json_stands_in_each_item(capsys: pytest.CaptureFixture[str]) -> None:
    assert paper("--format", "json", "--key") == 0
    key: dict[str, Any] = json.loads(capsys.readouterr().out)["items"][0]["key"]
    assert list(key) == ["question", "solution", "because", "hint", "evidence"]
    assert key["question"] == "when"
    assert key["evidence"][0]["quote"] == "Tom fell there in March"


class Page(HTMLParser):
    """Tags in their order, and whether they close as they opened."""

    VOID = ("meta",)

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.tags.append(tag)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_a_paper_as_a_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert paper("--format", "html") == 0
    out = capsys.readouterr().out
    page = Page(out)
    assert not {"script", "link", "img", "iframe"} & set(page.tags)
    assert "http" not in out
    assert 'lang="en" dir="ltr"' in out
    assert "&lt;b&gt;loudly&lt;/b&gt;" in out
    assert "<b>" not in out
    assert "The bridge has become a trap." in out
    assert CANARY not in out
    assert 'id="key"' not in out


def test_the_key_of_a_page_is_a_sheet_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    assert paper("--format", "html", "--key") == 0
    out = capsys.readouterr().out
    Page(out)
    questions, key = out.split('<section class="sheet" aria-labelledby="key">')
    assert CANARY not in questions
    assert "Kanarienvogel of the reason." in key
    assert "It warns &amp; frightens." in key


def test_a_language_that_runs_the_other_way(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "bridge.yaml").write_text(BANK.replace("language: en", "language: ar"))
    assert paper("--format", "html") == 0
    assert 'lang="ar" dir="rtl"' in capsys.readouterr().out


def test_the_same_seed_prints_the_same_paper(capsys: pytest.CaptureFixture[str]) -> None:
    printed = set()
    for _ in range(3):
        assert paper() == 0
        printed.add(capsys.readouterr().out)
    assert len(printed) == 1


def test_without_a_seed_one_is_drawn_and_printed(capsys: pytest.CaptureFixture[str]) -> None:
    seeds = set()
    for _ in range(2):
        assert run(["paper", "bridge", *ONE_EACH, "--format", "json"]) == 0
        drawn = capsys.readouterr().out
        seeds.add(json.loads(drawn)["seed"])
        again = ["--seed", str(json.loads(drawn)["seed"]), "--format", "json"]
        assert run(["paper", "bridge", *ONE_EACH, *again]) == 0
        assert capsys.readouterr().out == drawn
    assert len(seeds) == 2


def test_levels_are_met(capsys: pytest.CaptureFixture[str]) -> None:
    one = ["paper", "bridge", "--facts", "0", "--sourcing", "0", "--framing", "1"]
    assert run([*one, "--level", "2", "--format", "json"]) == 0
    assert [item["level"] for item in json.loads(capsys.readouterr().out)["items"]] == [2]
    assert run([*one, "--level", "1=1"]) == 1
    assert capsys.readouterr().err == (
        "byline: The blueprint asks for 1 framing question of level 1; the bank has 0.\n"
    )


def test_a_bank_can_be_a_path(folder: Path) -> None:
    arguments = ["--seed", "1", *ONE_EACH]
    assert run(["paper", str(folder / "bridge.yaml"), *arguments]) == 0


def test_what_the_bank_cannot_give_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["paper", "bridge"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "The blueprint asks for 4 facts questions; the bank has 1." in told.err


def test_a_broken_bank_is_said_with_its_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "bridge.yaml").write_text(BANK.replace("level: 1", "level: 9"))
    assert paper() == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "bridge.yaml:20:" in told.err


def test_an_unknown_bank(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["paper", "bridges"]) == 1
    assert "Did you mean “bridge”?" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["paper"],
        ["paper", "bridge", "--facts", "-1"],
        ["paper", "bridge", "--facts", "many"],
        ["paper", "bridge", "--seed", "x"],
        ["paper", "bridge", "--level", "4"],
        ["paper", "bridge", "--level", "1=x"],
        ["paper", "bridge", "--level", "1", "--level", "1"],
        ["paper", "bridge", "--level", "1=0.2"],
        ["paper", "bridge", "--format", "pdf"],
        ["paper", "bridge", "--facts", "0", "--sourcing", "0", "--framing", "0"],
    ],
)
def test_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    assert "Usage: byline paper" in capsys.readouterr().err


def test_the_second_paper_of_a_seed_shares_no_question(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = "\n".join(QUESTIONS.splitlines()[1:11])
    (folder / "bridge.yaml").write_text(f"{BANK}{one.replace('id: when', 'id: when-2')}\n")
    asked = ["paper", "bridge", "--seed", "7", "--facts", "1", "--sourcing", "0", "--framing", "0"]
    papers = []
    for which in ("before", "after"):
        assert run([*asked, "--which", which, "--key", "--format", "json"]) == 0
        papers.append(json.loads(capsys.readouterr().out))
    assert {paper["items"][0]["key"]["question"] for paper in papers} == {"when", "when-2"}
    assert [paper.get("which") for paper in papers] == [None, "after"]
    assert run([*asked, "--which", "after"]) == 0
    assert "1 question · seed 7b" in capsys.readouterr().out


def test_a_bank_without_enough_for_a_second_paper(capsys: pytest.CaptureFixture[str]) -> None:
    assert paper("--which", "after") == 1
    assert "cannot give two papers without a common question" in capsys.readouterr().err
