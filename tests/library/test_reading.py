"""Reading a bank: what it becomes, and everything that can be wrong with it, in one pass."""

from pathlib import Path

import pytest

from app.bank.articles import LONGEST_TEXT
from app.domain.article import Span
from app.library.reading import read_file, read_snapshot
from tests.bank.banks import HEAD, QUESTION, SOUND, bank_of, problems_of, read, told


def test_a_sound_bank_is_read() -> None:
    bank = bank_of(read(SOUND))
    assert bank.id == "bridge"
    assert bank.article.paragraphs[1] == "Tom fell there in March. The bridge has become a trap."
    assert bank.sources["report"].type == "document"
    assert bank.claims["fall"].chain == ("writer",)
    assert bank.claims["fall"].evidence == (Span(2, 0, 14),)
    question = bank.by_id["when"]
    assert str(question.skill) == "facts/explicit-information"
    assert question.evidence[0].quote == "Tom fell there in March"


def test_what_was_read_reads_back_to_the_same() -> None:
    bank = bank_of(read(SOUND))
    assert bank_of(read_snapshot(bank.snapshot, "bridge", "elsewhere.yaml")) == bank


def test_optional_fields_are_read() -> None:
    bank = bank_of(
        read(
            HEAD.replace("title: Footbridge", "author: Ana\n  published: 2024-05-17\n  title: F")
            + "summary: A bridge.\nlicence: CC-BY-4.0\naudience: 10\n"
            + "content_note: {topics: [accident], student: Take care.}\n"
            + "not_stated: [{says: It was dear., absent: [dear, 16], because: No sum.}]\n"
            + "devices:\n  trap: {phrase: a trap, device: metaphor, does: It judges.}\n"
        )
    )
    assert (bank.article.author, bank.article.published) == ("Ana", "2024-05-17")
    assert (bank.summary, bank.audience, bank.licence) == ("A bridge.", "10", "CC-BY-4.0")
    assert bank.content_note is not None
    assert bank.content_note.topics == ("accident",)
    assert bank.not_stated[0].absent == ("dear", "16")
    assert bank.devices["trap"].phrase == Span(2, 47, 53)


def test_a_voice_under_review_is_left_out() -> None:
    voices = "type: news report\n  voices: {1: report, 2: writer}"
    reviewed = HEAD.replace("type: news report", voices).replace(
        "type: document}", "type: document, review: true}"
    )
    assert bank_of(read(reviewed)).article.voices == {2: "writer"}


def test_what_awaits_review_is_checked_and_left_out() -> None:
    reviewed = (
        HEAD.replace("type: document}", "type: document, review: true}")
        + "  said: {says: So., evidence: A report says so, status: attributed, "
        + "chain: [report, writer]}\n"
        + "devices: {trap: {phrase: a trap, device: metaphor, does: It judges., review: true}}\n"
        + QUESTION
        + "    review: true\n"
    )
    reading = read(reviewed)
    bank = bank_of(reading)
    assert (list(bank.sources), list(bank.claims), bank.devices) == (["writer"], ["fall"], {})
    assert bank.questions == ()
    assert reading.in_review == 4
    assert told(reviewed.replace("phrase: a trap", "phrase: a trip")) == [
        "17:26 evidence-not-in-article"
    ]


@pytest.mark.parametrize(
    ("old", "new", "problems"),
    [
        ("byline: 1", "byline: 2", ["1:9 wrong-value"]),
        ("byline: 1", "byline: true", ["1:9 wrong-type"]),
        ("title: The bridge", "titel: The bridge", ["1:1 missing-key", "2:1 unknown-key"]),
        ("language: en", "language: english!", ["3:11 wrong-value"]),
        ("language: en", "language: no", []),
        ("type: news report", "type: news", ["6:9 wrong-value"]),
        ("type: news report", "type: other\n  published: 2017-02-31", ["7:14 wrong-value"]),
        ("type: news report", "type: other\n  url: javascript:x", ["7:8 wrong-value"]),
        ("type: news report", "type: other\n  voices: {0: writer}", ["7:12 wrong-value"]),
        ("type: news report", "type: other\n  voices: {3: writer}", ["7:12 unknown-paragraph"]),
        ("type: news report", "type: other\n  voices: {1: wirter}", ["7:15 unknown-source"]),
        ("type: news report", "type: other\n  voices: {1: uncertain}", []),
        ("type: news report", "type: other\n  author:", ["7:10 empty"]),
        ("type: news report", "type: other\n  text_file: a.txt", ["7:14 two-texts"]),
        ("  writer: {", "  uncertain: {name: x, type: other}\n  writer: {", ["12:14 reserved-id"]),
        ("  writer: {", "  W: {name: x, type: other}\n  writer: {", ["12:3 wrong-value"]),
        ("name: Ana Reyes", "nmae: Ana", ["12:11 missing-key", "12:12 unknown-key"]),
        ("type: writer}", "type: writer, named: yes}", ["12:50 wrong-type"]),
        (
            "claims:",
            "devices: {d: {phrase: a trap, devise: x}}\nclaims:",
            ["14:14 missing-key"] * 2 + ["14:31 unknown-key"],
        ),
        ("  writer: {", "  a.b: {name: x, type: other}\n  writer: {", ["12:3 wrong-value"]),
        ("chain: [writer]", "chain: *w", ["15:83 yaml-alias"]),
        ("name: Ana Reyes", "name: *w", ["12:18 yaml-alias"]),
        ("status: reported fact", "status: fact", ["15:61 wrong-value"]),
        ("chain: [writer]", "chain: [writr]", ["15:84 unknown-source"]),
        ("chain: [writer]", "chain: []", ["15:83 empty"]),
        ("chain: [writer]", "chain: [writer, report]", ["15:92 chain-end"]),
        ("chain: [writer]", "chain: [writer, report, writer]", ["15:100 chain-repeats"]),
        ("chain: [writer]", "chain: [writer], enemies: [fal]", ["15:103 unknown-claim"]),
        ("evidence: Tom fell there,", "evidence: Tom flew,", ["15:37 evidence-not-in-article"]),
        ("evidence: Tom fell there,", "evidence: bridge,", ["15:37 evidence-not-unique"]),
        (
            "evidence: Tom fell there,",
            "evidence: {quote: Tom, paragraph: 9},",
            ["15:50 unknown-paragraph"],
        ),
    ],
)
def test_says_what_is_wrong_and_where(old: str, new: str, problems: list[str]) -> None:
    assert old in SOUND
    assert told(SOUND.replace(old, new, 1)) == problems


@pytest.mark.parametrize(
    ("section", "rule"),
    [
        ("questions: {}", "wrong-type"),
        ("questions:", "empty"),
        ("claims: [a]", "wrong-type"),
        ("sources: x", "wrong-type"),
        ("not_stated: x", "wrong-type"),
        ("families: 1", "wrong-type"),
        ("content_note: x", "wrong-type"),
    ],
)
def test_a_section_of_the_wrong_form_is_said_once(section: str, rule: str) -> None:
    head = HEAD.split("sources:")[0]
    assert [problem.rule for problem in problems_of(head + section + "\n")] == [rule]


def test_one_broken_item_hides_no_other() -> None:
    broken = (
        SOUND.replace("language: en", "language: 7!")
        .replace("type: news report", "type: nonsense")
        .replace("type: document}", "type: documment}")
        .replace("status: reported fact", "status: gossip")
        .replace("evidence: Tom fell there,", "evidence: Tom jumped,")
        .replace("level: 1", "level: 7")
        .replace("evidence: Tom fell there in March", "evidence: [nowhere, {quote: Tom, x: 1}]")
    )
    assert told(broken) == [
        "3:11 wrong-value",
        "6:9 wrong-value",
        "13:42 wrong-value",
        "15:37 evidence-not-in-article",
        "15:57 wrong-value",
        "20:12 wrong-value",
        "24:16 evidence-not-in-article",
        "24:38 unknown-key",
    ]


def test_suggestions_are_made() -> None:
    problems = problems_of(
        SOUND.replace("prompt:", "promt:").replace("chain: [writer]", "chain: [wrtier]")
    )
    assert {problem.help for problem in problems} >= {
        "Did you mean `writer`?",
        "Did you mean `prompt`?",
    }


def test_a_very_long_article_is_refused() -> None:
    long = "word " * (LONGEST_TEXT // 4)
    assert "7:9 text-too-long" in told(HEAD.replace("|\n", f"|\n    {long}\n", 1))


@pytest.mark.parametrize("name", ["My Bank.yaml", "ä.yaml", "-x.yaml", "x.yml", "X.yaml"])
def test_the_file_name_is_the_id(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(SOUND)
    assert [problem.rule for problem in read_file(tmp_path / name).problems] == ["file-name"]


def test_a_byte_order_mark_is_passed_over_with_a_warning(tmp_path: Path) -> None:
    (tmp_path / "bridge.yaml").write_text(SOUND, encoding="utf-8-sig")
    reading = read_file(tmp_path / "bridge.yaml")
    assert [problem.severity for problem in reading.problems] == ["warning"]
    assert reading.bank is not None
    assert reading.bank.snapshot.yaml == SOUND


@pytest.mark.parametrize(
    "bank", sorted(Path("questions").glob("*.yaml")), ids=lambda path: path.stem
)
def test_the_banks_that_ship_have_no_problems(bank: Path) -> None:
    bank_of(read_file(bank))
