"""What a paper asks beside its answers, of which questions, and what it takes for it."""

from dataclasses import replace

import pytest

from app.domain.cite_and_confidence import NEITHER_GIVEN, CiteAndConfidence
from app.domain.question import Question
from app.errors import MalformedResponse
from app.kinds import KINDS
from app.language.sentences import sentences_of
from app.quiz.asking import asks_cite, asks_confidence, read_backing
from app.quiz.blueprint import Blueprint
from app.quiz.drawing import DrawnItem
from app.quiz.presenting import present_item
from tests.quiz.banks import bank, question

CITE, CONFIDENCE = Blueprint(cite=True), Blueprint(confidence=True)
BANK = bank([question("one"), question("many", kind="multiple")])
[SENTENCE] = sentences_of(BANK)


def test_how_sure_is_asked_where_an_answer_is_right_or_not() -> None:
    sure = {name for name in KINDS if asks_confidence(CONFIDENCE, question_of(name))}
    assert sure == {name for name, kind in KINDS.items() if kind.TAKES_CONFIDENCE}
    assert {"choice", "statements"} <= sure
    assert not sure & {"multiple", "order", "match"}
    assert not any(asks_confidence(Blueprint(), question_of(name)) for name in KINDS)


def question_of(kind: str) -> Question:
    """A question of a kind, with a definition that is not read."""
    return replace(question("any"), kind=kind)


def test_a_question_without_evidence_asks_for_a_sentence_like_any_other() -> None:
    """Else a student who is not asked knows that the text does not say it."""
    assert not BANK.by_id["one"].evidence
    assert asks_cite(CITE, BANK.by_id["one"])
    assert not asks_cite(Blueprint(), BANK.by_id["one"])


def test_an_item_says_what_it_asks() -> None:
    both = Blueprint(cite=True, confidence=True)
    shown = [
        present_item(BANK, DrawnItem(1, name, 0), blueprint)
        for name in ("one", "many")
        for blueprint in (Blueprint(), both)
    ]
    assert [{key: item.get(key) for key in ("cite", "confidence")} for item in shown] == [
        {"cite": None, "confidence": None},
        {"cite": True, "confidence": True},
        {"cite": None, "confidence": None},
        {"cite": True, "confidence": None},
    ]


@pytest.mark.parametrize(
    ("blueprint", "name", "given"),
    [
        (Blueprint(), "one", NEITHER_GIVEN),
        (CITE, "one", CiteAndConfidence(cite=SENTENCE)),
        (CONFIDENCE, "one", CiteAndConfidence(confidence=3)),
        (Blueprint(cite=True, confidence=True), "one", CiteAndConfidence(SENTENCE, 1)),
        (CITE, "many", CiteAndConfidence(cite=SENTENCE)),
    ],
)
def test_what_is_asked_for_is_taken(
    blueprint: Blueprint, name: str, given: CiteAndConfidence
) -> None:
    assert read_backing(BANK, blueprint, BANK.by_id[name], given) == given


@pytest.mark.parametrize(
    ("blueprint", "name", "given"),
    [
        (Blueprint(), "one", CiteAndConfidence(cite=SENTENCE)),
        (Blueprint(), "one", CiteAndConfidence(confidence=2)),
        (CITE, "one", CiteAndConfidence(cite="no such one")),
        (CITE, "one", CiteAndConfidence(cite="")),
        (CITE, "one", CiteAndConfidence(SENTENCE, 2)),
        (CONFIDENCE, "one", CiteAndConfidence(confidence=0)),
        (CONFIDENCE, "one", CiteAndConfidence(confidence=4)),
        (CONFIDENCE, "many", CiteAndConfidence(confidence=1)),
    ],
)
def test_anything_else_is_refused(
    blueprint: Blueprint, name: str, given: CiteAndConfidence
) -> None:
    with pytest.raises(MalformedResponse):
        read_backing(BANK, blueprint, BANK.by_id[name], given)
