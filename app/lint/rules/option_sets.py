"""Rules on the options as a set: how many, how alike, and what none of them should say."""

import re
from collections.abc import Hashable, Iterator
from typing import Final

from app.domain.option import sameness
from app.language.language import STEMS
from app.language.tokens import tokens_of
from app.language.word_lists import ListName
from app.lint.finding import Finding
from app.lint.rule import Group, Rule, haladyna
from app.lint.view import OptionView, QuestionView

OPTIONS: Final = Group("Options")

MOST_OPTIONS: Final = 5
LONG_OPTION: Final = 20
"""Words."""

UNEVEN: Final = 2.5
"""Times as many words."""

MANY_WORDS: Final = 8
SHORT_OPTION: Final = 2

_BOUNDS: Final[tuple[ListName, ...]] = ("lower bounds", "upper bounds")

_LETTERS: Final = re.compile(r"(?:both )?[A-E1-5](?:, [A-E1-5])*,? (?:and|or|&|y|o) [A-E1-5]")


@OPTIONS.for_question(
    Rule(
        "near-duplicate-option",
        "warning",
        why="Two options that say the same cannot both be right, so both can be struck out.",
        source=haladyna(22),
        cure="Let the options differ in what they say.",
        trips="distractors: [Until the council finds the money, Until the councils find money]",
        passes="distractors: [Until the council finds the money, Until the coach finds the money]",
        needs=("glue words", STEMS),
        first=(0, 12),
        judged=(3, 3),
    )
)
def near_duplicate_option(question: QuestionView) -> Iterator[Finding]:
    """Options that are the same word for word, in any form, articles and the like left out.

    “Al menos nueve” and “menos de nueve” differ by glue alone, and say the opposite.
    """
    first: dict[Hashable, OptionView] = {}
    for option in () if question.anatomy.quoted else question.options:
        one = first.setdefault((_said(option), _bounds(option)), option)
        if one is not option:
            yield option.flag(f"This says the same as “{one.text}”.")


def _said(option: OptionView) -> tuple[str, ...]:
    glue = option.language.list("glue words")
    return tuple(
        option.language.stem(token.word) for token in option.tokens if token.word not in glue
    ) or (option.id,)


def _bounds(option: OptionView) -> tuple[ListName, ...]:
    return tuple(name for name in _BOUNDS if option.has(name, quoted=True))


@OPTIONS.for_question(
    Rule(
        "all-of-the-above",
        "error",
        why="Who knows that two options are right, or one wrong, knows the rest without reading.",
        source=haladyna(26),
        cure="Take the option out, or ask in the kind `multiple`.",
        trips="distractors: [Until Friday, All of the above]",
        passes="distractors: [Until Friday, Until all of the pumps work]",
        needs=("all of them",),
    )
)
def all_of_the_above(question: QuestionView) -> Iterator[Finding]:
    """An option that means all others."""
    for option in question.options:
        for words in option.find("all of them"):
            yield option.flag("This option means all the others together.", words)


@OPTIONS.for_question(
    Rule(
        "none-of-the-above",
        "warning",
        why="An answer “none of the above” shows knowledge of what is wrong, not of what is right.",
        source=haladyna(25),
        cure="Write an option that says something.",
        trips="distractors: [Until Friday, None of these]",
        passes="distractors: [Until Friday, Until none of the pumps leaks]",
        needs=("none of them",),
    )
)
def none_of_the_above(question: QuestionView) -> Iterator[Finding]:
    """An option that says that all others are wrong."""
    for option in question.options:
        for words in option.find("none of them"):
            yield option.flag("This option only says that the others are wrong.", words)


@OPTIONS.for_question(
    Rule(
        "option-pairs",
        "error",
        why="An option made of two others tests logic: if one of them is wrong, so is the pair.",
        source=haladyna(9),
        cure="Ask in the kind `multiple`, where each option is ticked by itself.",
        trips="""
answer: A leak and a lack of money
distractors: [A leak, A lack of money]
""",
        passes="""
answer: A leak and a broken pump
distractors: [A leak, A lack of money]
""",
    )
)
def option_pairs(question: QuestionView) -> Iterator[Finding]:
    """An option that holds two others word for word, or names them by letters."""
    if question.anatomy.quoted or question.anatomy.ordered:
        return
    texts = {option.id: f" {sameness(option.text)} " for option in question.options}
    for option in question.options:
        inside = [
            id_ for id_, text in texts.items() if id_ != option.id and text in texts[option.id]
        ]
        if len(inside) > 1 or _LETTERS.fullmatch(option.text):
            yield option.flag("This option is made of two others.")


@OPTIONS.for_question(
    Rule(
        "missing-why",
        "warning",
        why="A student who took the wrong option wants to know why it is wrong; and an option for "
        "which no reason comes to mind is no good distractor.",
        source=haladyna(30),
        cure="Say of a wrong option why it tempts and is wrong, of a row what settles it.",
        trips="distractors: [Until Friday, For ever]",
        passes="distractors: {Until Friday: The report is of Friday., For ever: It says May.}",
        first=(2, 5),
        judged=(8, 8),
    )
)
def missing_why(question: QuestionView) -> Iterator[Finding]:
    """Wrong options without a reason, or statements without one and without evidence of their own.

    It is reported once, at the first of them. Options in a fixed order are numbers, or the like of
    “yes” and “no”: the reason for the answer speaks of them all.
    """
    open_ = not (question.anatomy.ordered or question.anatomy.fixed)
    reasoned = question.distractors if open_ else ()
    without = [option for option in (*reasoned, *_unsettled(question)) if not option.reason]
    if without:
        others = f", nor for {len(without) - 1} more" if len(without) > 1 else ""
        message = f"There is no reason for “{without[0].text}”{others}."
        yield without[0].flag(message, help=_where_to_say_why(without[0]))


def _where_to_say_why(option: OptionView) -> str:
    """What fits the kind: a row says by itself what settles it, a wrong option why it tempts."""
    field = option.path[0]
    if option.answer == "true":
        return "Name the words that say so: add `because:` or `evidence:` to the row."
    if option.answer:
        return "Say what the text has instead: add `because:` or `evidence:` to the row."
    return f"Write why it tempts and is wrong: `{field}: {{the option: the reason}}`."


def _unsettled(question: QuestionView) -> list[OptionView]:
    """Statements that are judged, and have no quotation of their own."""
    settled = {quote.row for quote in question.spans}
    rows = () if question.options else question.rows
    return [row for row in rows if row.answer not in {"", "not-stated"} and row.id not in settled]


@OPTIONS.for_question(
    Rule(
        "lone-answer",
        "note",
        why="Where several answers may be ticked, students do not expect a single one.",
        source=haladyna(14),
        cure="Ask in the kind `choice`, or find another right answer.",
        trips="""
kind: multiple
prompt: Which of these leak, according to the report?
answers: [pumps]
distractors: [the roof, the walls]
""",
        passes="""
kind: multiple
prompt: Which of these does the text mention?
answers: [pumps, the roof]
distractors: [the walls]
""",
        first=(0, 1),
    )
)
def lone_answer(question: QuestionView) -> Iterator[Finding]:
    """One right option where several may be ticked."""
    anatomy = question.anatomy
    if anatomy.several and not anatomy.quoted and len(question.keys) == 1:
        yield question.keys[0].flag("This is the only right option.")


@OPTIONS.for_question(
    Rule(
        "many-options",
        "warning",
        why="More than two good distractors are hard to find, and the rest is only read.",
        source="Rodriguez 2005",
        cure="Keep the options that a student could choose; three are enough.",
        trips="distractors: [Until Friday, For ever, Until June, Until July, Until August]",
        passes="distractors: [Until Friday, For ever, Until June, Until July]",
    )
)
def many_options(question: QuestionView) -> Iterator[Finding]:
    """More than five options of which one is right."""
    count = len(question.options)
    if question.key and count > MOST_OPTIONS and not question.anatomy.several:
        yield question.options[-1].flag(f"This is option number {count}.")


@OPTIONS.for_question(
    Rule(
        "long-option",
        "warning",
        why="Long options test how much a student can hold in mind.",
        source=haladyna(13),
        cure="Keep what differs in the option, and move what is the same into the question.",
        trips="""
answer: >-
  Until May, which is what the town council has said, and what the paper has written down, in the
  article on the pool and its pumps
""",
        passes="""
answer: >-
  Until May, which is what the town council has said, and what the paper has written down
""",
    )
)
def long_option(question: QuestionView) -> Iterator[Finding]:
    """More than 20 words in an option, statement or row."""
    if question.anatomy.quoted:
        return
    for option in (*question.options, *question.rows):
        if len(option.tokens) > LONG_OPTION:
            yield option.flag(f"This has {len(option.tokens)} words, more than {LONG_OPTION}.")


@OPTIONS.for_question(
    Rule(
        "heterogeneous",
        "note",
        why="Options of different form (a number, a name, a sentence) differ before they are read.",
        source=haladyna(23),
        cure="Write all options in one form.",
        trips="distractors: [Friday, Until the council has found out who will pay for it all]",
        passes="distractors: [Until Friday, Until the council knows who will pay]",
        first=(3, 5),
    )
)
def heterogeneous(question: QuestionView) -> Iterator[Finding]:
    """One option with more than 2.5 times the words of another, and more than eight."""
    if not question.key or any(token.quoted for token in question.key.tokens[:1]):
        return
    ordered = sorted(question.options, key=lambda option: len(option.tokens))
    shortest, longest = len(ordered[0].tokens), len(ordered[-1].tokens)
    if longest > MANY_WORDS and longest > UNEVEN * shortest:
        yield ordered[-1].flag(f"This option has {longest} words, another one {shortest}.")


@OPTIONS.for_question(
    Rule(
        "implausible",
        "note",
        why="Where the answer is from the text, a distractor with nothing from it tempts no one.",
        source=haladyna(29),
        cure="Make distractors of what a careless reader could take from the text.",
        trips="distractors: [Until Friday, Bananas]",
        passes="distractors: [Until Friday, Safe roof]",
        needs=("function words", STEMS),
        first=(0, 23),
    )
)
def implausible(question: QuestionView) -> Iterator[Finding]:
    """A joke; or, in facts of level 1, a short distractor without a word of text or question."""
    key = question.key
    if key is None:
        return
    located = question.question.skill.skill == "facts" and question.question.level == 1
    strange = located and key.stems <= question.article.stems
    known = question.article.stems | question.prompt.stems
    for option in question.distractors:
        joke = _joke(question, option)
        others = known.union(*(each.stems for each in question.options if each is not option))
        if joke:
            yield option.flag(f"No reader of the text takes “{joke}” seriously.", joke)
        elif strange and _is_short(option) and not option.stems & others:
            yield option.flag("No word of this is in the text, the question or an option.")


def _joke(question: QuestionView, option: OptionView) -> str:
    """A phrase that is there for a laugh, and not because the article or the answer is about it."""
    about = {token.word for text in (question.prompt, *question.keys) for token in text.tokens}
    known = question.article.words | about
    words = ((joke, {token.word for token in tokens_of(joke)}) for joke in option.find("jokes"))
    return next((joke for joke, said in words if not said <= known), "")


def _is_short(option: OptionView) -> bool:
    """Whether an option is a word or two, and no number."""
    digits = any(token.word[0].isdigit() for token in option.tokens)
    return 0 < len(option.stems) <= SHORT_OPTION and not digits
