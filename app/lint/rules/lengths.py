"""Rules on the length of options: students who know nothing of the text go by it."""

from collections.abc import Iterator
from typing import Final

from app.lint.finding import Finding
from app.lint.rule import Group, Rule, haladyna
from app.lint.view import OptionView, QuestionView

LENGTHS: Final = Group("Length of options")

FLOOR: Final = 20
"""Characters up to which a ratio of lengths says nothing."""

LONGER: Final = 1.3
SHORTER: Final = 0.7


def _compared(question: QuestionView) -> tuple[OptionView, list[int], float] | None:
    """The key, the lengths of the distractors and their mean, where lengths can tell something."""
    key = question.key
    if key is None:
        return None
    lengths = [len(option.text) for option in question.distractors]
    mean = sum(lengths) / len(lengths)
    return (key, lengths, mean) if max(len(key.text), mean) > FLOOR else None


@LENGTHS.for_question(
    Rule(
        "longest-option",
        "warning",
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
    """Longer than every distractor, and than 1.3 times their mean."""
    compared = _compared(question)
    if compared is None:
        return
    key, lengths, mean = compared
    if len(key.text) > max(lengths) and len(key.text) > LONGER * mean:
        share = f"{len(key.text) / mean:.1f}"
        yield key.flag(f"The answer is the longest option, {share} times as long as the others.")


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
    compared = _compared(question)
    if compared is None:
        return
    key, lengths, mean = compared
    if len(key.text) < SHORTER * min(lengths):
        share = f"{len(key.text) / mean:.1f}"
        yield key.flag(f"The answer is the shortest option, {share} times as long as the others.")
