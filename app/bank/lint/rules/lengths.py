"""Rules on the length of options: students who know nothing of the text go by it."""

from collections.abc import Iterator
from typing import Final

from app.bank.lint.finding import Finding
from app.bank.lint.rule import Group, Rule, haladyna
from app.bank.lint.view import OptionView, QuestionView

LENGTHS: Final = Group("Length of options")

FLOOR: Final = 15
"""Characters up to which a ratio of lengths says nothing."""

LONGER: Final = 1.3
SHORTER: Final = 0.7


def _compared(question: QuestionView) -> tuple[OptionView, float] | None:
    """The key and the mean length of the distractors, where lengths can tell something."""
    key = question.key
    if key is None:
        return None
    mean = sum(len(option.text) for option in question.distractors) / len(question.distractors)
    return (key, mean) if max(len(key.text), mean) > FLOOR else None


@LENGTHS.for_question(
    Rule(
        "longest-option",
        "warning",
        why="Students who do not know the answer pick the longest option, and are right too often.",
        source=haladyna(24),
        cure="Shorten the answer, or write distractors of the same length.",
        trips="answer: Until the month of May, says the report",
        passes="answer: Until early May",
    )
)
def longest_option(question: QuestionView) -> Iterator[Finding]:
    """Longer than every distractor, and than 1.3 times their mean."""
    compared = _compared(question)
    if compared is None:
        return
    key, mean = compared
    longest = max(len(option.text) for option in question.distractors)
    if len(key.text) > longest and len(key.text) > LONGER * mean:
        share = f"{len(key.text) / mean:.1f}"
        yield key.flag(f"The answer is the longest option, {share} times as long as the others.")
