"""Whether a student found the sentence that settles a question: marked beside the answer."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.article import Span
from app.domain.bank import Bank
from app.domain.question import Question
from app.language.sentences import sentences_of


@dataclass(frozen=True, slots=True)
class Found:
    """How often the evidence was found: `points` of `of`, the questions that have any."""

    points: int
    of: int


def is_found(bank: Bank, question: Question, cite: str | None) -> bool | None:
    """Whether the cited sentence holds any of the evidence; None when there is none to find.

    A sentence that this text does not have holds nothing.
    """
    if not question.evidence:
        return None
    sentence = sentences_of(bank).get(cite or "")
    if sentence is None:
        return False
    return any(overlaps(sentence.span, evidence.span) for evidence in question.evidence)


def overlaps(one: Span, other: Span) -> bool:
    """Whether two stretches of the text have a character in common."""
    return one.paragraph == other.paragraph and max(one.start, other.start) < min(
        one.end, other.end
    )


def count_found(found: Iterable[bool | None]) -> Found | None:
    """Sum up a paper; None when it asked for no sentence that there is."""
    asked = [one for one in found if one is not None]
    return Found(sum(asked), len(asked)) if asked else None
