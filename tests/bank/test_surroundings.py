"""What the reader hands to a kind that leans on the bank around its question."""

from typing import Any

import pytest

from app.domain.kind import Surroundings
from app.domain.problem import FieldProblem
from app.kinds import choice
from app.library.reading_result import Reading
from tests.bank.banks import SOUND, read


def settle_by(
    monkeypatch: pytest.MonkeyPatch, *problems: FieldProblem, yaml: str = SOUND
) -> tuple[list[Surroundings], Reading]:
    """Read a bank with a choice that cannot be settled, for these problems."""
    seen: list[Surroundings] = []

    def settle(_definition: Any, around: Surroundings) -> tuple[None, tuple[FieldProblem, ...]]:
        seen.append(around)
        return None, problems

    monkeypatch.setattr(choice, "settle", settle)
    return seen, read(yaml)


def test_a_question_is_settled_among_paragraphs_sources_and_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ((around,), _) = settle_by(monkeypatch)
    assert [text[:8] for text in around.paragraphs] == ["The foot", "Tom fell"]
    assert {name: source.name for name, source in around.sources.items()} == {
        "writer": "Ana Reyes",
        "report": "a council report",
    }
    assert around.source_ids == {"writer", "report"}
    assert around.language == "en"


def test_a_source_under_review_has_an_id_and_no_name(monkeypatch: pytest.MonkeyPatch) -> None:
    yaml = SOUND.replace("type: document}", "type: document, review: true}")
    ((around,), _) = settle_by(monkeypatch, yaml=yaml)
    assert set(around.sources) == {"writer"}
    assert around.source_ids == {"writer", "report"}


def test_without_a_problem_it_awaits_review(monkeypatch: pytest.MonkeyPatch) -> None:
    _, reading = settle_by(monkeypatch)
    assert (reading.problems, reading.in_review) == ((), 1)
    assert reading.bank is not None
    assert reading.bank.questions == ()


def test_a_problem_stands_at_its_field(monkeypatch: pytest.MonkeyPatch) -> None:
    _, reading = settle_by(monkeypatch, FieldProblem(("answer",), "a-rule", "No.", "Yes."))
    (problem,) = reading.problems
    lines = SOUND.splitlines()
    assert "answer: In March" in lines[problem.position.line - 1]
    assert (problem.rule, problem.question, reading.in_review) == ("a-rule", "when", 0)
    assert reading.bank is None
