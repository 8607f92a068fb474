"""Marking a whole paper."""

import pytest

from app.domain.identity import short_id
from app.errors import MalformedResponse
from app.quiz.blueprint import Blueprint
from app.quiz.drawing import DrawnItem, DrawnPaper
from app.quiz.marking import mark_paper
from tests.quiz.banks import bank, question

BANK = bank([question("one"), question("two", kind="multiple"), question("three")])
PAPER = DrawnPaper(
    BANK.version,
    Blueprint(3, 0, 0),
    0,
    (DrawnItem(1, "three", 5), DrawnItem(2, "two", 6), DrawnItem(3, "one", 7)),
)


def test_every_question_is_marked_by_its_kind() -> None:
    ticks = [short_id("two"), short_id("one"), short_id("three")]
    marked = mark_paper(BANK, PAPER, {1: short_id("yes"), 2: ticks})
    assert [(item.n, item.question.id, item.mark.points) for item in marked] == [
        (1, "three", 1.0),
        (2, "two", 0.5),
        (3, "one", 0.0),
    ]
    assert [item.mark.standing for item in marked] == ["right", "partly", "blank"]
    assert [item.mark.rule for item in marked] == ["one-right", "balanced", "one-right"]


def test_responses_are_kept_in_their_canonical_form() -> None:
    ticks = [short_id("two"), short_id("one")]
    marked = mark_paper(BANK, PAPER, {2: ticks})
    assert [item.response for item in marked] == [None, sorted(ticks), None]


def test_a_response_to_another_question_is_refused() -> None:
    with pytest.raises(MalformedResponse):
        mark_paper(BANK, PAPER, {1: [short_id("yes")]})


def test_a_paper_of_another_version_is_not_marked() -> None:
    with pytest.raises(KeyError):
        mark_paper(bank([question("one")]), PAPER, {})
