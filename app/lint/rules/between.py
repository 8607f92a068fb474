"""A rule on two questions of one bank: one that gives the other away."""

from collections.abc import Iterator
from typing import Final

from app.language.language import STEMS
from app.lint.apart import Apart
from app.lint.finding import Finding
from app.lint.rule import Group, Rule, haladyna
from app.lint.stems import MOST_COMPARED, Stems, telling
from app.lint.view import BankView, OptionView, QuestionView

BETWEEN: Final = Group("Between two questions")

TOLD: Final = 0.6
"""The share of a key's words that another question must hold to give it away."""

HALF: Final = 0.5
"""The share of a key's words that must be shown when common words count, too."""

A_NAME: Final = 6
"""Words up to which an answer can be the name of a source."""

LEAD: Final = 0.4
"""How much more of the key than of any distractor it must hold, as a share."""

ALONE: Final = 2
"""The weight of one rare word, which gives nothing away alone unless it is a name or number."""


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
        stem for stem in telling(key) - question.prompt.own_stems if index.weight(stem)
    } - _in_every(question)
    others = {other.id for stem in sought for other in index.places[stem]} - {question.id}
    for name in sorted(others, key=lambda name: (-len(sought & index.shown[name]), name))[
        :MOST_COMPARED
    ]:
        told = sought & index.shown[name]
        if not _tells(told & question.article.stems, question, index):
            continue
        if _gives(question, sought, name, index) and not apart.never_meet(question.id, name):
            words = "”, “".join(_words(key, told))
            message = f"Question {name} gives the answer away: it says “{words}”."
            yield key.flag(message).in_question(question.id, apart.keep(question.id, name))


def _tells(stems: set[str], question: QuestionView, index: Stems) -> bool:
    """Whether words of the article tell enough: several, or a rare name or number alone."""
    names = question.article.name_stems
    alone = any(index.weight(stem) > 1 and (stem[:1].isdigit() or stem in names) for stem in stems)
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
