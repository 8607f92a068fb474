"""What a student may see of a question: before handing in, and afterwards."""

from typing import Final

from app.domain.bank import Bank
from app.domain.kind import Json
from app.domain.question import Evidence, Question
from app.kinds import kind_of
from app.language.sentences import sentences_of
from app.quiz.asking import asks_cite, asks_confidence
from app.quiz.blueprint import Blueprint
from app.quiz.confidence import certainty_points
from app.quiz.drawing import DrawnItem
from app.quiz.marking import MarkedItem

PLAIN: Final = Blueprint()
"""A paper that asks for nothing beside the answers."""


def present_item(bank: Bank, item: DrawnItem, blueprint: Blueprint = PLAIN) -> dict[str, Json]:
    """The question as JSON, with nothing of its key.

    `{"n", "kind", "skill", "level", "prompt"}` and what the kind presents (`options`, `rows`).
    `cite` and `confidence` are true where the paper asks for them, and missing where not.
    The skill comes without the sub-skill, and the question without its id: both can give away.
    """
    question = bank.by_id[item.question]
    return {
        "n": item.n,
        "kind": question.kind,
        "skill": question.skill.skill,
        "level": question.level,
        "prompt": question.prompt,
        **_asked(blueprint, question),
        **kind_of(question).present(question.definition, item.shuffle),
    }


def _asked(blueprint: Blueprint, question: Question) -> dict[str, Json]:
    asked = {
        "cite": asks_cite(blueprint, question),
        "confidence": asks_confidence(blueprint, question),
    }
    return {name: True for name, is_asked in asked.items() if is_asked}


def present_sentences(bank: Bank) -> list[dict[str, Json]]:
    """The sentences that can be cited, in the order of the text, the same for every question."""
    return [
        {"id": one.id, "paragraph": one.span.paragraph, "text": one.text}
        for one in sentences_of(bank).values()
    ]


def solve_item(bank: Bank, marked: MarkedItem, blueprint: Blueprint = PLAIN) -> dict[str, Json]:
    """The result of one question as JSON: its mark, its key and why, and where the text says so.

    `mark` is the points from 0 to 1. `evidence` holds `{"paragraph", "start", "end", "quote"}`,
    with the id of the `row` that it settles where it does not settle the question as a whole;
    `quote` is what the article has there, `start` and `end` count its characters from 0. What
    the paper asked beside the answer comes with what was given (None for nothing): `cite` with
    `found`, `confidence` with `confidence_points`; the last two are None where nothing is marked.
    """
    question, mark = marked.question, marked.mark
    return {
        "n": marked.n,
        "question": question.id,
        "mark": mark.points,
        "standing": mark.standing,
        "rule": mark.rule,
        "parts": dict(mark.parts),
        **key_of(bank, question),
        **_backed(marked, blueprint),
    }


def _backed(marked: MarkedItem, blueprint: Blueprint) -> dict[str, Json]:
    backed: dict[str, Json] = {}
    if asks_cite(blueprint, marked.question):
        backed |= {"cite": marked.backing.cite, "found": marked.found}
    if asks_confidence(blueprint, marked.question):
        confidence = marked.backing.confidence
        points = certainty_points(marked.mark, confidence)
        backed |= {"confidence": confidence, "confidence_points": points}
    return backed


def key_of(bank: Bank, question: Question) -> dict[str, Json]:
    """The key of a question as JSON: `solution`, `because`, `hint` and `evidence`."""
    return {
        "solution": kind_of(question).solution(question.definition),
        "because": question.because,
        "hint": question.hint,
        "evidence": [_quoted(bank, evidence) for evidence in question.evidence],
    }


def _quoted(bank: Bank, evidence: Evidence) -> dict[str, Json]:
    span = evidence.span
    quoted: dict[str, Json] = {
        "paragraph": span.paragraph,
        "start": span.start,
        "end": span.end,
        "quote": bank.article.text_of(span),
    }
    return quoted if evidence.row is None else quoted | {"row": evidence.row}
