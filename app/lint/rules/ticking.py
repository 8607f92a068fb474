"""Rules on phrases to find, options to tick and answers to type."""

from collections.abc import Iterator
from typing import Final

from app.lint.finding import Finding
from app.lint.rule import Group, Rule
from app.lint.view import QuestionView

TICKING: Final = Group("Ticking and typing")

LONG_PHRASE: Final = 15
LONG_TYPED: Final = 4
"""Words."""


@TICKING.for_question(
    Rule(
        "ticking-all-pays",
        "warning",
        why="Where more options are right than wrong, this rule pays a student who ticks them all.",
        cure="Use the rule `balanced`, or add wrong options.",
        trips="""
kind: multiple
rule: plus_minus
prompt: What does the text mention?
answers: [pumps, a roof, a coach]
distractors: [walls, water]
""",
        passes="""
kind: multiple
rule: balanced
prompt: What does the text mention?
answers: [pumps, a roof, a coach]
distractors: [walls, water]
""",
    )
)
def ticking_all_pays(question: QuestionView) -> Iterator[Finding]:
    """More right options than wrong ones, and points for ticking everything."""
    points = question.anatomy.all_ticked
    if points and len(question.keys) > len(question.distractors):
        yield question.flag(f"Who ticks everything earns {points:.2g} of the point.", "rule")


@TICKING.for_question(
    Rule(
        "long-phrase",
        "warning",
        why="In a long phrase a student cannot see which of its words are meant.",
        cure="Cut the phrase down to the words that do it.",
        trips="""
kind: highlight
paragraph: 1
prompt: Where does the text hand on what somebody else says?
targets:
  - "A council report of Friday says that “at least three” of its pumps leak, and that the roof"
decoys: [stays shut until May]
""",
        passes="""
kind: highlight
paragraph: 1
prompt: Where does the text hand on what somebody else says?
targets: ["A council report of Friday says that “at least three” of its pumps leak"]
decoys: [stays shut until May]
""",
    )
)
def long_phrase(question: QuestionView) -> Iterator[Finding]:
    """More than 15 words to tick as one phrase."""
    for option in question.options if question.anatomy.quoted else ():
        count = len(option.tokens)
        if count > LONG_PHRASE:
            yield option.flag(f"The phrase has {count} words, more than {LONG_PHRASE}.")


@TICKING.for_question(
    Rule(
        "few-variants",
        "warning",
        why="Students name the same thing in several ways, and each must be read by a teacher.",
        cure="Accept what else is right: the full name, the surname, the usual short form.",
        trips="""
kind: short_text
prompt: Who speaks for the swimming club?
answers: [Lena Marsh]
""",
        passes="""
kind: short_text
prompt: Who speaks for the swimming club?
answers: [Lena Marsh, Coach Marsh]
""",
    )
)
def few_variants(question: QuestionView) -> Iterator[Finding]:
    """One accepted form of a typed answer that is no number."""
    if question.anatomy.number is None and len(question.accepted) == 1:
        yield question.accepted[0].flag("Only one form is accepted.")


@TICKING.for_question(
    Rule(
        "long-typed-answer",
        "warning",
        why="The more words are typed, the more ways there are to be right and not be accepted.",
        cure="Ask for a word or a name; or ask in the kind `choice`.",
        trips="""
kind: short_text
prompt: What is said of the pumps?
answers: [at least three of them leak, three or more of them leak]
""",
        passes="""
kind: short_text
prompt: What is said of the pumps?
answers: [three or more leak, they leak]
""",
    )
)
def long_typed_answer(question: QuestionView) -> Iterator[Finding]:
    """More than four words to type."""
    for answer in question.accepted:
        if len(answer.tokens) > LONG_TYPED:
            yield answer.flag(f"This has {len(answer.tokens)} words, more than {LONG_TYPED}.")
