"""Rules on two questions of one bank: one that gives the other away, two that ask the same."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from math import ceil
from typing import Final

from app.language.language import STEMS
from app.lint.apart import Apart
from app.lint.finding import Finding
from app.lint.rule import Group, Rule, haladyna
from app.lint.view import BankView, OptionView, QuestionView, Wording

BETWEEN: Final = Group("Between two questions")

TOLD: Final = 0.6
"""The share of a key's words that another question must hold to give it away."""

HALF: Final = 0.5
"""The share of a key's words that must be shown when common words count, too."""

A_NAME: Final = 6
"""Words up to which an answer can be the name of a source."""

LEAD: Final = 0.4
"""How much more of the key than of any distractor it must hold, as a share."""

RARE: Final = 3
"""In so few questions of a bank, a word is rare and weighs double."""

ALONE: Final = 2
"""The weight of one rare word, which gives nothing away alone unless it is a name or number."""

COMMON: Final = 0.1
"""The share of a bank's questions from which on a word is what the article is about."""

MOST_COMPARED: Final = 50
"""Other questions with the same word that one is compared with, so that no bank is slow."""

MOST_TWINS: Final = 5
"""Earlier questions that are named as nearly the same."""

ALIKE: Final = 0.8
"""The share of words from which on two questions are the same one."""


@dataclass(frozen=True)
class Stems:
    """In which questions each stem is shown; those in quotation marks count only if `quoted`."""

    bank: BankView
    quoted: bool = False

    @cached_property
    def shown(self) -> dict[str, frozenset[str]]:
        """The stems that a student reads in each question."""
        return {
            question.id: frozenset().union(
                *(text.stems if self.quoted else text.own_stems for text in question.shown)
            )
            for question in self.bank.questions
        }

    @cached_property
    def places(self) -> dict[str, list[QuestionView]]:
        """The questions that show a stem."""
        places: dict[str, list[QuestionView]] = defaultdict(list)
        for question in self.bank.questions:
            for stem in self.shown[question.id]:
                places[stem].append(question)
        return places

    def weight(self, stem: str) -> int:
        """2 for a rare word or a number, 0 for one that is everywhere, else 1."""
        count = len(self.places[stem])
        if count > max(RARE, COMMON * len(self.bank.questions)):
            return 0
        return 2 if count <= RARE or stem[:1].isdigit() else 1

    def weighed(self, stems: Iterable[str]) -> int:
        """The weights of stems together."""
        return sum(map(self.weight, stems))


@BETWEEN.for_bank(
    Rule(
        "cross-cue",
        "warning",
        why="Students find answers in the other questions of a paper, without the article.",
        source=f"{haladyna(4)}; Powers & Leung 1995",
        cure="Name the other question under `enemies` (`byline check --fix` does it), or say it in "
        "other words.",
        trips="""
questions:
- prompt: Who trained in the pool?
  answer: Forty children
  distractors: [The coaches, A school class]
- prompt: What became of the forty children?
  answer: It is left open
  distractors: [They swim in Millford, They play football]
""",
        passes="""
questions:
- prompt: Who trained in the pool?
  answer: Forty children
  distractors: [The coaches, A school class]
  enemies: [question-2]
- prompt: What became of the forty children?
  answer: It is left open
  distractors: [They swim in Millford, They play football]
""",
        needs=("function words", STEMS),
        first=(5, 54),
        judged=(5, 6),
    )
)
def cross_cue(bank: BankView) -> Iterator[Finding]:
    """Most words of a key, and many more than of any distractor, in what another question shows.

    Rare words and numbers weigh double, words in quotation marks and those that are everywhere
    nothing; and half of all words of the key, common ones too, must be said. That a source says a
    thing tells neither what the text leaves open nor from whom it has a statement. Questions that
    never stand in one paper give each other nothing away. Looking words up takes time in proportion
    to the number of questions that share a word that is not common.
    """
    index, apart = Stems(bank), Apart(bank.bank)
    for question in bank.questions:
        if question.key and not _is_beyond_telling(question, question.key):
            yield from _givers(question, question.key, index, apart)


def _is_beyond_telling(question: QuestionView, key: OptionView) -> bool:
    """Whether the answer is a statement that is left open, or whose source is asked for."""
    about_sources = question.question.skill.skill == "sourcing"
    return bool(question.question.absent) or (about_sources and len(key.tokens) > A_NAME)


def _givers(
    question: QuestionView, key: OptionView, index: Stems, apart: Apart
) -> Iterator[Finding]:
    sought = {
        stem for stem in key.own_stems - question.prompt.own_stems if index.weight(stem)
    } - _in_every(question)
    others = {other.id for stem in sought for other in index.places[stem]} - {question.id}
    for name in sorted(others, key=lambda name: (-len(sought & index.shown[name]), name))[
        :MOST_COMPARED
    ]:
        told = sought & index.shown[name]
        if not _tells(told & question.article.stems, key, index):
            continue
        if _gives(question, sought, name, index) and not apart.never_meet(question.id, name):
            words = "”, “".join(_words(key, told))
            message = f"Question {name} gives the answer away: it says “{words}”."
            yield key.flag(message).in_question(question.id, apart.keep(question.id, name))


def _tells(stems: set[str], key: OptionView, index: Stems) -> bool:
    """Whether words of the article tell enough: several, or a rare name or number alone."""
    alone = any(
        index.weight(key.language.stem(token.word)) > 1
        and (token.word[:1].isdigit() or (key.text[token.start].isupper() and token.start))
        for token in key.own
        if key.language.stem(token.word) in stems
    )
    return alone or index.weighed(stems) > ALONE


def _in_every(question: QuestionView) -> frozenset[str]:
    """What every distractor says as well gives nothing away."""
    stems = [option.stems for option in question.distractors]
    return frozenset.intersection(*stems) if stems else frozenset()


def _gives(question: QuestionView, sought: set[str], name: str, index: Stems) -> bool:
    """Whether a question shows most of the words, and far more than of any distractor."""
    shown = index.shown[name]
    key = question.key.own_stems if question.key else frozenset()
    if len((key - question.prompt.own_stems) & shown) < HALF * len(key - question.prompt.own_stems):
        return False
    told = index.weighed(sought & shown) / index.weighed(sought)
    wrong = (option.stems - question.prompt.own_stems for option in question.distractors)
    shares = (len(stems & shown) / max(1, len(stems)) for stems in wrong)
    return told >= TOLD and told - max(shares, default=0.0) >= LEAD


def _words(key: OptionView, stems: frozenset[str] | set[str]) -> list[str]:
    """The words of a key, as they are written, that have these stems."""
    return [
        key.text[token.start : token.end]
        for token in key.own
        if key.language.stem(token.word) in stems
    ]


@BETWEEN.for_bank(
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
