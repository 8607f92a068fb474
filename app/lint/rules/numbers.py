"""Rules on options that are numbers, and on numbers that are typed."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, pairwise
from typing import Final

from app.language.numerals import read_numeral
from app.lint.finding import Finding
from app.lint.rule import Group, Rule, haladyna
from app.lint.view import OptionView, QuestionView

NUMBERS: Final = Group("Numbers")

LONG_UNIT: Final = 2
"""Words; with more, an option is a sentence with a number in it."""

_ENDLESS: Final = Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class _Range:
    """The numbers that an option means, ends included, and what is counted."""

    low: Decimal
    high: Decimal
    unit: str

    def meets(self, other: "_Range") -> bool:
        """Whether two ranges share more than a point at which they end."""
        both = min(self.high, other.high) - max(self.low, other.low)
        return both > 0 and self.unit == other.unit


def _number(text: str, language: str) -> tuple[Decimal, str] | None:
    numeral = read_numeral(text, language)
    return None if numeral is None else (numeral.value, numeral.unit)


def _range(option: OptionView) -> _Range | None:
    """What an option says of a number: at least, at most, from and to; None for anything else."""
    least, most = (next(option.find(name), "") for name in ("lower bounds", "upper bounds"))
    rest = option.text
    for words in filter(None, (least, most)):
        rest = rest.replace(words, " ")
    match _numbers(rest, option.language.tag):
        case [(low, _), (high, unit)]:
            return _Range(low, high, unit)
        case [(value, unit)] if least:
            return _Range(value, _ENDLESS, unit)
        case [(value, unit)] if most:
            return _Range(-_ENDLESS, value, unit)
    return None


def _numbers(text: str, language: str) -> list[tuple[Decimal, str]]:
    """The numbers of "30 to 50" or "30–50"; none if a part of the text is no number."""
    parts = [part for part in text.replace("–", "-").replace(" to ", "-").split("-") if part]
    numbers = [number for part in parts if (number := _number(part, language))]
    return numbers if len(numbers) == len(parts) else []


@NUMBERS.for_question(
    Rule(
        "overlapping-numbers",
        "warning",
        why="Where ranges overlap, two options can be right at once.",
        source=haladyna(22),
        cure="Let one range end where the next one begins.",
        trips="""
prompt: How many children trained there?
answer: 30 to 50
distractors: [10 to 35, 60 to 90]
""",
        passes="""
prompt: How many children trained there?
answer: 30 to 50
distractors: [10 to 30, 60 to 90]
""",
        needs=("lower bounds", "upper bounds"),
    )
)
def overlapping_numbers(question: QuestionView) -> Iterator[Finding]:
    """Two options are ranges with more than an end in common."""
    if not question.key:
        return
    ranges = [(option, _range(option)) for option in question.options]
    for (one, first), (other, then) in combinations(ranges, 2):
        if first and then and first.meets(then):
            yield other.flag(f"This overlaps with “{one.text}”.")


@NUMBERS.for_question(
    Rule(
        "unsorted-numbers",
        "warning",
        why="Numbers out of order make a reader search, and searching is not what is asked.",
        source=haladyna(21),
        cure="Write `options: [...]` in their order instead of `distractors`; they stay in it.",
        trips="""
prompt: How many children trained there?
answer: "40"
options: ["40", "14", "400"]
""",
        passes="""
prompt: How many children trained there?
answer: "40"
options: ["14", "40", "400"]
""",
        first=(0, 1),
    )
)
def unsorted_numbers(question: QuestionView) -> Iterator[Finding]:
    """Three or more options, all of them numbers of one thing, shuffled or not in their order."""
    if not question.key or len(question.options) < 3:
        return
    values, units = [], set()
    for option in question.options:
        number = _number(option.text, question.language.tag)
        if number is None:
            return
        values.append(number[0])
        units.add(number[1])
    if len(units) > 1 or len(units.pop().split()) > LONG_UNIT:
        return
    rising = all(one < then for one, then in pairwise(values))
    falling = all(one > then for one, then in pairwise(values))
    if not (question.anatomy.fixed and (rising or falling)):
        yield question.key.flag("The options are numbers, and not in their order.")


@NUMBERS.for_question(
    Rule(
        "numeric-hedge",
        "warning",
        why="Where the text gives a rough number, the question has to say how exact is right.",
        source=haladyna(14),
        cure="Ask “about how many”, as the text says it; or give a `tolerance`.",
        trips="""
kind: numeric
prompt: How many children trained in the pool every week?
answer: 40
evidence: About forty children trained there every week
""",
        passes="""
kind: numeric
prompt: About how many children trained in the pool every week?
answer: 40
evidence: About forty children trained there every week
""",
        needs=("approximations",),
    )
)
def numeric_hedge(question: QuestionView) -> Iterator[Finding]:
    """The evidence is rough; the question is not, and has no tolerance."""
    number = question.anatomy.number
    if number is None or number[1] or question.prompt.has("approximations", quoted=True):
        return
    for quote in question.evidence:
        for word in quote.find("approximations", quoted=True):
            yield question.prompt.flag(
                f"The text says “{word.lower()}”, and the question does not."
            )
            return
