"""Marking a paper: every question is worth one point, by the rule of its kind."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.bank import Bank
from app.domain.kind import Json
from app.domain.mark import Mark
from app.domain.question import Question
from app.kinds import kind_of
from app.quiz.drawing import DrawnItem, DrawnPaper


@dataclass(frozen=True, slots=True)
class MarkedItem:
    """One question of a paper with its response (canonical JSON; None for a blank) and mark."""

    n: int
    question: Question
    response: Json
    mark: Mark


def mark_paper(
    bank: Bank, paper: DrawnPaper, responses: Mapping[int, Json]
) -> tuple[MarkedItem, ...]:
    """Mark every question; `responses` are JSON by number, a missing one is blank.

    `bank` must be the version that the paper was drawn from. MalformedResponse for a response
    that `read` would have refused.
    """
    return tuple(_marked(bank, item, responses.get(item.n)) for item in paper.items)


def _marked(bank: Bank, item: DrawnItem, raw: Json) -> MarkedItem:
    question = bank.by_id[item.question]
    kind = kind_of(question)
    response = kind.read(question.definition, raw)
    return MarkedItem(item.n, question, response, kind.mark(question.definition, response))
