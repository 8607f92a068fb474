"""Questions: read by their kinds, and everything that can be wrong with one."""

import pytest

from tests.bank.banks import HEAD, QUESTION, SOUND, bank_of, one_problem, read, told


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
        ("questions:\n", "families: {own: [{id: x}]}\nquestions:\n", ["16:18 missing-key"] * 6),
    ],
)
def test_says_what_is_wrong_with_a_question(old: str, new: str, problems: list[str]) -> None:
    assert old in SOUND
    assert told(SOUND.replace(old, new, 1)) == problems


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


def test_ids_are_used_once_and_both_lines_are_named() -> None:
    again = QUESTION.removeprefix("questions:\n")
    problem = one_problem(SOUND + again)
    assert (problem.rule, problem.position.line) == ("duplicate-id", 26)
    assert problem.message == "`when` is already there, in line 17."
    assert problem.question == "when"


def test_numbers_keep_their_form_where_texts_are_expected() -> None:
    bank = bank_of(read(SOUND.replace("[In May]", "[1.10, 007, 12:30, no, 2017-02-04]")))
    options = {option.text for option in bank.questions[0].definition.options}
    assert options == {"In March", "1.10", "007", "12:30", "no", "2017-02-04"}
