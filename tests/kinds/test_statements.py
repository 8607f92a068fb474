"""Statements: rows that are true, false or not stated, and what has to prove each."""

from itertools import product
from typing import Any

import pytest

from app.domain.identity import short_id
from app.kinds import statements

IN_A_BANK = """
prompt: Does the text say so?
statements:
  - {says: The porter gave his name., is: false, because: He asked not to be named.}
  - {says: The captain spoke to a newspaper., is: true}
  - {says: The porter was new., is: not stated, absent: [new]}
evidence: A porter, who asked not to be named
"""
"""The question of this kind in the bank of every kind."""

TRUE_ROW = {"says": "It rained.", "is": True, "evidence": "rain"}
FALSE_ROW = {"says": "It snowed.", "is": False, "evidence": ["rain", {"quote": "wet"}]}
OPEN_ROW = {"says": "It froze.", "is": "not stated", "absent": ["frost", "ice"]}


def parse(*rows: dict[str, Any], **common: Any) -> Any:
    raw = {
        "id": "weather",
        "kind": "statements",
        "skill": "facts/supported-inference",
        "level": 2,
        "prompt": "What does the text say about the weather?",
        "because": "The text speaks of rain.",
        "statements": list(rows),
    }
    return statements.parse(statements.Fields.model_validate(raw | common))


def test_a_row_left_open_earns_nothing_and_the_others_count() -> None:
    definition, _ = parse(TRUE_ROW, FALSE_ROW, OPEN_ROW)
    given = {short_id("It rained."): "true", short_id("It snowed."): "true"}
    mark = statements.mark(definition, statements.read(definition, given))
    assert mark.points == pytest.approx(1 / 3)
    assert mark.parts == {
        short_id("It rained."): True,
        short_id("It snowed."): False,
        short_id("It froze."): False,
    }


def test_the_guess_is_the_mean_over_every_pattern() -> None:
    definition, _ = parse(TRUE_ROW, FALSE_ROW, OPEN_ROW)
    ids = [row.id for row in definition.rows]
    patterns = product(statements.VERDICTS, repeat=3)
    marks = [
        statements.mark(definition, dict(zip(ids, pattern, strict=True))).points
        for pattern in patterns
    ]
    assert statements.guess(definition) == pytest.approx(sum(marks) / len(marks), abs=1e-12)


def test_the_quotations_of_rows_are_cited_with_their_row() -> None:
    definition, _ = parse(TRUE_ROW, FALSE_ROW, OPEN_ROW)
    cited, absent = statements.citations(definition)
    assert [(entry.path, entry.quotation.quote, entry.row) for entry in cited] == [
        (("statements", 0, "evidence"), "rain", short_id("It rained.")),
        (("statements", 1, "evidence", 0), "rain", short_id("It snowed.")),
        (("statements", 1, "evidence", 1), "wet", short_id("It snowed.")),
    ]
    assert [(entry.path, entry.term) for entry in absent] == [
        (("statements", 2, "absent", 0), "frost"),
        (("statements", 2, "absent", 1), "ice"),
    ]


def test_evidence_of_the_whole_question_settles_its_rows() -> None:
    bare = {"says": "It was wet.", "is": True}
    assert parse(TRUE_ROW, bare)[1][0].rule == "evidence-missing"
    assert parse(TRUE_ROW, bare, evidence="wet")[1] == ()


def test_the_verdicts_are_always_offered_in_the_same_order() -> None:
    definition, _ = parse(TRUE_ROW, OPEN_ROW)
    offered = [statements.present(definition, shuffle)["options"] for shuffle in range(9)]
    assert all(one == [{"id": "true"}, {"id": "false"}, {"id": "not-stated"}] for one in offered)


def test_problems_of_all_rows_are_told_at_once() -> None:
    _, problems = parse(
        TRUE_ROW, {"says": "It froze.", "is": "not stated"}, TRUE_ROW | {"says": "it rained"}
    )
    assert [(problem.path, problem.rule) for problem in problems] == [
        (("statements", 2, "says"), "duplicate-row"),
        (("statements", 1, "is"), "absence-not-proved"),
    ]


def test_an_absent_row_takes_a_sole_verdict() -> None:
    _, problems = parse(TRUE_ROW, OPEN_ROW | {"evidence": "rain"})
    assert [problem.path for problem in problems] == [("statements", 1, "evidence")]
