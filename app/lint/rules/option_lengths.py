"""Rules on the length of options: students who know nothing of the text go by it."""

from collections.abc import Iterator
from dataclasses import replace
from statistics import mean
from typing import Final

from app.language.cues import odd_length
from app.lint.finding import Finding
from app.lint.rule import Group, Rule, haladyna
from app.lint.view import QuestionView

LENGTHS: Final = Group("Length of options")

FAR_LONGER: Final = 1.8
"""Times the mean length of the other options from which one question alone gives itself away."""


@LENGTHS.for_question(
    Rule(
        "longest-option",
        "note",
        why="Students who do not know the answer pick the longest option, and are right too often.",
        source=haladyna(24),
        cure="Shorten the answer, or write distractors of the same length.",
        trips="answer: Until the month of May, says the report",
        passes="answer: Until early May",
        first=(3, 5),
        judged=(4, 6),
    )
)
def longest_option(question: QuestionView) -> Iterator[Finding]:
    """Longer than every distractor, and than 1.3 times their mean; a warning from 1.8 times on."""
    yield from _odd(question, "longest")


@LENGTHS.for_question(
    Rule(
        "shortest-option",
        "note",
        why="An answer that is much shorter than the other options stands out as a long one does.",
        source=haladyna(24),
        cure="Write options of the same length.",
        trips="distractors: [Until the Friday of the report, Until somebody has paid]",
        passes="distractors: [Until Friday, Until June]",
        first=(1, 5),
        judged=(3, 6),
    )
)
def shortest_option(question: QuestionView) -> Iterator[Finding]:
    """Shorter than 0.7 times the shortest distractor."""
    yield from _odd(question, "shortest")


def _odd(question: QuestionView, extreme: str) -> Iterator[Finding]:
    key = question.key
    others = [len(option.text) for option in question.distractors]
    if key is not None and odd_length(len(key.text), others) == extreme:
        share = len(key.text) / mean(others)
        message = f"The answer is the {extreme} option, {share:.1f} times as long as the others."
        yield replace(key.flag(message), severity="warning" if share > FAR_LONGER else None)
