"""Marking a paper: every question is worth one point, by the rule of its kind."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from app.domain.bank import Bank
from app.domain.cite_and_confidence import NEITHER_GIVEN, CiteAndConfidence
from app.domain.kind import Json
from app.domain.mark import Mark
from app.domain.question import Question
from app.kinds import kind_of
from app.quiz.asking import asks_cite
from app.quiz.citing import is_found
from app.quiz.drawing import DrawnItem, DrawnPaper

NONE: Final[Mapping[int, CiteAndConfidence]] = MappingProxyType({})
"""Nothing beside any response."""


@dataclass(frozen=True, slots=True)
class MarkedItem:
    """One question of a paper with its response (canonical JSON; None for a blank) and mark.

    `found` is whether the cited sentence holds the evidence: scored beside the mark, never in it;
    None when no sentence was asked for, or there is none to find.
    """

    n: int
    question: Question
    response: Json
    mark: Mark
    backing: CiteAndConfidence = NEITHER_GIVEN
    found: bool | None = None


def mark_paper(
    bank: Bank,
    paper: DrawnPaper,
    responses: Mapping[int, Json],
    backings: Mapping[int, CiteAndConfidence] = NONE,
) -> tuple[MarkedItem, ...]:
    """Mark every question; `responses` are JSON by number, a missing one is blank.

    `backings` are what was given beside them.

    `bank` must be the version that the paper was drawn from. MalformedResponse for a response
    that `read` would have refused.
    """
    return tuple(
        _marked(bank, paper, item, responses.get(item.n), backings.get(item.n, NEITHER_GIVEN))
        for item in paper.items
    )


def _marked(
    bank: Bank, paper: DrawnPaper, item: DrawnItem, raw: Json, backing: CiteAndConfidence
) -> MarkedItem:
    question = bank.by_id[item.question]
    kind = kind_of(question)
    response = kind.read(question.definition, raw)
    mark = kind.mark(question.definition, response)
    asked = asks_cite(paper.blueprint, question)
    found = is_found(bank, question, backing.cite) if asked else None
    return MarkedItem(item.n, question, response, mark, backing, found)
