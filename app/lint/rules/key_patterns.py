"""Rules on the keys of a whole bank: their places among the options, and their length."""

from collections import Counter
from collections.abc import Iterator
from math import sqrt
from typing import Final

from app.lint.binomial import binomial_tail
from app.lint.finding import Finding
from app.lint.rule import Group, Rule, haladyna, questions
from app.lint.view import BankView, QuestionView

KEYS: Final = Group("The keys of a whole bank")

ENOUGH: Final = 12
"""Questions of one right answer below which a share says nothing."""

UNLIKELY: Final = 0.05
RUN: Final = 5
"""Keys in a row in the same place that students notice."""

_LONG: Final = "{answer: Until the month of May, distractors: [For ever, Until Friday]}"
_SHORT: Final = "{answer: Until May, distractors: [For ever, Until the second Friday]}"
_FIXED: Final = "{{options: [2017, 2018, 2019], answer: 201{}}}"


@KEYS.for_bank(
    Rule(
        "key-longest-rate",
        "warning",
        why="Where the longest option is right more often than chance has it, students pick it.",
        source=haladyna(24),
        cure="Shorten answers, and lengthen distractors, until there is no pattern.",
        trips=questions((12, _LONG)),
        passes=questions((6, _LONG), (6, _SHORT)),
    )
)
def key_longest_rate(bank: BankView) -> Iterator[Finding]:
    """Strictly longest keys against chance, by the tail of a binomial distribution.

    Each question has its own chance (one in as many options as it has); their mean serves for
    all, which overstates the tail (Hoeffding 1956) and so accuses less.
    """
    chances = [1 / len(question.options) for question in bank.questions if question.key]
    if len(chances) < ENOUGH:
        return
    longest = [question.id for question in bank.questions if _has_longest_key(question)]
    expected = sum(chances)
    tail = binomial_tail(len(longest), len(chances), expected / len(chances))
    if len(longest) > expected and tail < UNLIKELY:
        yield Finding(
            ("questions",),
            f"The answer is the longest option in {len(longest)} of {len(chances)} questions; by "
            f"chance it would be in {expected:.0f}.",
        )


def _has_longest_key(question: QuestionView) -> bool:
    key = question.key
    return key is not None and all(
        len(key.text) > len(option.text) for option in question.distractors
    )


@KEYS.for_bank(
    Rule(
        "key-position",
        "warning",
        why="Options that are not shuffled, with the key in one place too often, can be guessed.",
        source=haladyna(20),
        cure="Move some keys, or write `distractors` in place of `options`: they are shuffled.",
        trips=questions((8, _FIXED.format(8))),
        passes=questions((3, _FIXED.format(8)), (3, _FIXED.format(7)), (2, _FIXED.format(9))),
    )
)
def key_position(bank: BankView) -> Iterator[Finding]:
    """Options in the order of the bank: one place holds too many keys, or five in a row.

    Too many is more than chance and two standard errors; shuffled options are spread anyhow.
    Generated questions come in the order of the annotation, so that a row of them is no habit.
    """
    fixed = [question for question in bank.questions if question.key and question.anatomy.fixed]
    places = [_place(question) for question in fixed]
    written = [_place(question) for question in fixed if not question.question.family]
    if len(places) < RUN:
        return
    chance = sum(1 / len(question.options) for question in fixed) / len(fixed)
    most = chance + 2 * sqrt(chance * (1 - chance) / len(places))
    for place, count in Counter(places).most_common(1):
        if count / len(places) > most or _longest_run(written) >= RUN:
            yield Finding(
                ("questions",),
                f"Of {len(places)} answers among options in fixed order, {count} are option "
                f"{place + 1}.",
            )


def _place(question: QuestionView) -> int:
    return next(place for place, option in enumerate(question.options) if option.right)


def _longest_run(places: list[int]) -> int:
    longest = run = 0
    before = -1
    for place in places:
        run = run + 1 if place == before else 1
        longest, before = max(longest, run), place
    return longest
