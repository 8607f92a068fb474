"""A rule on questions of one bank that ask the same."""

from collections import defaultdict
from collections.abc import Hashable, Iterator
from itertools import islice
from math import ceil
from typing import Final

from app.language.language import STEMS
from app.lint.apart import Apart
from app.lint.finding import Finding
from app.lint.rule import Group, Rule, haladyna
from app.lint.stems import MOST_COMPARED, Stems
from app.lint.view import BankView, QuestionView, Wording

DUPLICATES: Final = Group("Questions that ask the same")

MOST_TWINS: Final = 5
"""Earlier questions that are named as nearly the same."""

ALIKE: Final = 0.8
"""The share of words from which on two questions are the same one."""


@DUPLICATES.for_bank(
    Rule(
        "duplicate-item",
        "warning",
        why="Two questions that ask the same make a paper shorter than it looks.",
        source=haladyna(4),
        cure="Leave one out, or name one under `enemies` of the other.",
        trips="""
questions:
- {}
- prompt: How long does the town pool stay shut, then?
""",
        passes="""
questions:
- {}
- prompt: Who says how long the town pool stays shut?
  answer: A council report
  distractors: [The coach, The club]
""",
        needs=("function words", STEMS),
        first=(0, 5),
    )
)
def duplicate_item(bank: BankView) -> Iterator[Finding]:
    """Four fifths of all words in common, in two questions of one kind that may meet in a paper.

    What the two prompts quote has to be alike, too. Or the answer and its evidence are the same.
    Only questions that share one of their rarest words are compared (prefix filtering, Chaudhuri,
    Ganti and Kaushik 2006), which finds the same pairs as comparing all, or rest on the same.
    """
    index, apart = Stems(bank, quoted=True), Apart(bank.bank)
    earlier: dict[Hashable, list[QuestionView]] = defaultdict(list)
    for question in bank.questions:
        marks = (*_rarest(question, index), *_rests_on(question))
        near = {other.id: other for mark in marks for other in earlier[mark][-MOST_COMPARED:]}
        twins = (
            other.id
            for other in near.values()
            if _is_same(question, other, index) and not apart.never_meet(question.id, other.id)
        )
        for name in islice(twins, MOST_TWINS):
            message = f"This is nearly the same question as {name}."
            edit = apart.keep(question.id, name)
            yield question.prompt.flag(message).in_question(question.id, edit)
        for mark in marks:
            earlier[mark].append(question)


def _rarest(question: QuestionView, index: Stems) -> list[str]:
    """So many of the rarest stems that a question with four fifths of all has one of them."""
    stems = index.shown[question.id]
    ranked = sorted(stems, key=lambda stem: (len(index.places[stem]), stem))
    return ranked[: len(ranked) - ceil(ALIKE * len(ranked)) + 1]


def _rests_on(question: QuestionView) -> tuple[Hashable, ...]:
    """The answer and the words of the article that settle it, together; nothing without both."""
    spans = frozenset(quote.span for quote in question.spans)
    return ((question.key.stems, spans),) if question.key and spans else ()


def _is_same(one: QuestionView, other: QuestionView, index: Stems) -> bool:
    if one.question.kind != other.question.kind:
        return False
    if not _are_alike(_quoted(one.prompt), _quoted(other.prompt)):
        return False
    rest = _rests_on(one)
    same = bool(rest) and rest == _rests_on(other)
    return same or _are_alike(index.shown[one.id], index.shown[other.id])


def _are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= ALIKE * len(one | other)


def _quoted(prompt: Wording) -> frozenset[str]:
    """The stems of all words in quotation marks."""
    return frozenset(prompt.language.stem(token.word) for token in prompt.tokens if token.quoted)
