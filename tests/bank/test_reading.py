"""Reading a bank: what it becomes, and everything that can be wrong with it, in one pass."""

from pathlib import Path

import pytest

from app.bank.articles import LONGEST_TEXT
from app.bank.reading import Reading, read_file, read_snapshot
from app.domain.article import Span
from app.domain.bank import Bank, Snapshot
from tests.bank.banks import HEAD, QUESTION, SOUND, one_problem, problems_of, read, told


def bank_of(reading: Reading) -> Bank:
    assert reading.problems == ()
    assert reading.bank is not None
    return reading.bank


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


def test_numbers_keep_their_form_where_texts_are_expected() -> None:
    bank = bank_of(read(SOUND.replace("[In May]", "[1.10, 007, 12:30, no, 2017-02-04]")))
    options = {option.text for option in bank.questions[0].definition.options}
    assert options == {"In March", "1.10", "007", "12:30", "no", "2017-02-04"}


def test_evidence_has_three_forms() -> None:
    for form in (
        "a trap",
        "{quote: a trap, paragraph: 2, prefix: become}",
        "[a trap]",
        "[{quote: a trap, suffix: .}]",
    ):
        bank = bank_of(read(SOUND.replace("Tom fell there in March\n", f"{form}\n")))
        assert bank.questions[0].evidence[0].span == Span(2, 47, 53)


def test_rows_carry_their_own_evidence() -> None:
    bank = bank_of(
        read(
            HEAD
            + """\
questions:
  - id: rows
    kind: statements
    skill: facts/claim-and-evidence
    level: 2
    prompt: True?
    because: See the text.
    statements:
      - {says: Tom fell., is: true, evidence: Tom fell}
      - {says: Tom flew., is: not stated, absent: [flew]}
"""
        )
    )
    (evidence,) = bank.questions[0].evidence
    assert evidence.row == bank.questions[0].definition.rows[0].id


def test_absent_terms_of_rows_are_looked_for() -> None:
    sound = "{says: Tom fell., is: true, evidence: Tom fell}"
    rows = f"[{sound}, {{says: x, is: not stated, absent: [Tom]}}]"
    statements = SOUND.replace("kind: choice", "kind: statements").replace(
        "answer: In March\n    distractors: [In May]", f"statements: {rows}"
    )
    problem = one_problem(statements)
    assert problem.rule == "absent-term-in-article"
    assert problem.position.column == statements.splitlines()[22 - 1].index("[Tom]") + 2


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
    ("old", "new", "problems"),
    [
        ("id: when", "id: When", ["17:9 wrong-value"]),
        ("kind: choice", "kind: choise", ["18:11 unknown-kind"]),
        ("    kind: choice\n", "", ["17:5 missing-key"]),
        ("kind: choice", "kind: [choice]", ["18:11 unknown-kind"]),
        ("skill: facts/explicit-information", "skill: facts/all", ["19:12 wrong-value"]),
        ("level: 1", "level: 4", ["20:12 wrong-value"]),
        ("level: 1", "level: '1'", ["20:12 wrong-type"]),
        ("level: 1", "level: true", ["20:12 wrong-type"]),
        ("level: 1", "level: 1.0", ["20:12 wrong-type"]),
        ("prompt: When did Tom fall?", "prompt: [When?]", ["21:13 wrong-type"]),
        ("answer: In March", "answer: true", ["22:13 wrong-type"]),
        ("distractors: [In May]", "distractors: In May", ["23:18 wrong-type"]),
        ("distractors: [In May]", "distractors: []", ["23:18 empty"]),
        ("distractors: [In May]", "distractors: [a, '']", ["23:22 empty"]),
        ("distractors: [In May]", "distractors: [in march]", ["23:19 answer-among-distractors"]),
        ("distractors: [In May]", "distractors: {In May: }", ["23:27 empty"]),
        (
            "because: The",
            "because: [The]\n    x: The",
            ["25:14 wrong-type", "26:5 unknown-key"],
        ),
        ("evidence: Tom fell there in March", "hint: x", ["17:5 evidence-missing"]),
        ("evidence: Tom fell there in March", "absent: [march]", ["24:14 absent-term-in-article"]),
        (
            "evidence: Tom fell there in March",
            "evidence: {qoute: x}",
            ["24:15 missing-key", "24:16 unknown-key"],
        ),
        ("level: 1", "level: 1\n    about: [fal]", ["21:13 unknown-about"]),
        ("level: 1", "level: 1\n    about: fal", ["21:12 unknown-about"]),
        ("level: 1", "level: 1\n    enemies: [whne]", ["21:15 unknown-question"]),
        ("level: 1", "level: 1\n    enemies: [when]", ["21:15 own-enemy"]),
        ("level: 1", "level: 1\n    review: yes", ["21:13 wrong-type"]),
        ("questions:\n", "questions:\n  - text\n", ["17:5 wrong-type"]),
        ("questions:\n", "families: {own: [{id: x}]}\nquestions:\n", ["16:18 missing-key"] * 7),
    ],
)
def test_says_what_is_wrong_with_a_question(old: str, new: str, problems: list[str]) -> None:
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
        .replace("status: reported fact", "status: rumour")
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


def test_ids_are_used_once_and_both_lines_are_named() -> None:
    again = QUESTION.removeprefix("questions:\n")
    problem = one_problem(SOUND + again)
    assert (problem.rule, problem.position.line) == ("duplicate-id", 26)
    assert problem.message == "`when` is already there, in line 17."
    assert problem.question == "when"


def test_suggestions_are_made() -> None:
    problems = problems_of(
        SOUND.replace("prompt:", "promt:").replace("chain: [writer]", "chain: [wrtier]")
    )
    assert {problem.help for problem in problems} >= {
        "Did you mean `writer`?",
        "Did you mean `prompt`?",
    }


def test_a_missing_quotation_shows_the_closest_place() -> None:
    problem = one_problem(SOUND.replace("Tom fell there in March\n", "Tom fell here in March\n"))
    assert problem.help == "The closest place is in paragraph 2: “Tom fell there in March.”."


def test_a_quotation_that_stands_twice_says_how_to_name_the_paragraph() -> None:
    problem = one_problem(SOUND.replace("Tom fell there in March\n", "bridge\n"))
    assert "2 times" in problem.message
    assert "(paragraphs 1 and 2)" in problem.message
    assert '{quote: "bridge", paragraph: 1}' in problem.help


def test_a_quotation_of_another_paragraph_names_it() -> None:
    problem = one_problem(
        SOUND.replace("evidence: Tom fell there in", "evidence: {quote: Tom, paragraph: 1} #")
    )
    assert problem.message == "The words “Tom” stand in paragraph 2, not in paragraph 1."


def test_an_absent_term_that_occurs_is_shown_where() -> None:
    problem = one_problem(HEAD + "not_stated: [{says: x, absent: [TRAP]}]\n")
    assert "paragraph 2 has it: “…The bridge has become a trap.”" in problem.message


def test_a_broken_article_gives_no_problems_with_quotations() -> None:
    text = HEAD[HEAD.index("  text:") : HEAD.index("sources:")]
    assert told(SOUND.replace(text, "")) == ["5:3 missing-key"]


def test_a_very_long_article_is_refused() -> None:
    long = "word " * (LONGEST_TEXT // 4)
    assert "7:9 text-too-long" in told(HEAD.replace("|\n", f"|\n    {long}\n", 1))


def test_the_text_can_lie_in_a_file_beside_the_bank(tmp_path: Path) -> None:
    path = tmp_path / "bridge.yaml"
    text = HEAD[HEAD.index("  text:") : HEAD.index("sources:")]
    path.write_text(SOUND.replace(text, "  text_file: bridge.txt\n"))
    assert [problem.rule for problem in read_file(path).problems] == ["unreadable-file"]
    (tmp_path / "bridge.txt").write_bytes(b"A bridge.\r\nOne.\r\n \r\nTom fell there in March")
    bank = bank_of(read_file(path))
    assert bank.article.paragraphs == ("A bridge. One.", "Tom fell there in March")
    assert bank.snapshot.text is not None
    assert bank_of(read_snapshot(bank.snapshot, "bridge", "x")) == bank
    assert read_snapshot(Snapshot(bank.snapshot.yaml), "bridge", "x").bank is None


@pytest.mark.parametrize("name", ["../x.txt", "/etc/passwd", ".x.txt", "a/b.txt", "..", "a\\b.txt"])
def test_a_text_file_has_a_plain_name(name: str, tmp_path: Path) -> None:
    path = tmp_path / "bridge.yaml"
    text = HEAD[HEAD.index("  text:") : HEAD.index("sources:")]
    path.write_text(HEAD.replace(text, f"  text_file: {name}\n"))
    assert [problem.rule for problem in read_file(path).problems] == ["wrong-value"]


def test_a_text_file_that_links_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("Tom fell there")
    folder = tmp_path / "banks"
    folder.mkdir()
    (folder / "a.txt").symlink_to(tmp_path / "secret.txt")
    text = HEAD[HEAD.index("  text:") : HEAD.index("sources:")]
    (folder / "bridge.yaml").write_text(HEAD.replace(text, "  text_file: a.txt\n"))
    (problem,) = read_file(folder / "bridge.yaml").problems
    assert "leads out" in problem.message


def test_faults_of_a_text_file_name_its_line(tmp_path: Path) -> None:
    text = HEAD[HEAD.index("  text:") : HEAD.index("sources:")]
    (tmp_path / "bridge.yaml").write_text(HEAD.replace(text, "  text_file: a.txt\n"))
    (tmp_path / "a.txt").write_bytes(b"one\ntw\xff")
    (problem,) = read_file(tmp_path / "bridge.yaml").problems
    assert (problem.rule, problem.position.line) == ("not-utf-8", 7)
    assert "“a.txt”, line 2" in problem.message


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


def test_the_alternative_lies_beside_the_bank(tmp_path: Path) -> None:
    path = tmp_path / "bridge.yaml"
    path.write_text("content_note: {alternative: library}\n" + SOUND)
    (problem,) = read_file(path).problems
    assert (problem.rule, problem.severity) == ("unknown-bank", "warning")
    (tmp_path / "library.yaml").write_text(SOUND)
    assert read_file(path).problems == ()


@pytest.mark.parametrize(
    "bank", sorted(Path("questions").glob("*.yaml")), ids=lambda path: path.stem
)
def test_the_banks_that_ship_have_no_problems(bank: Path) -> None:
    bank_of(read_file(bank))
