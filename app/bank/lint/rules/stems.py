"""Rules on the stem of a question: what is asked, and how plainly."""

from collections.abc import Iterator
from typing import Final

from app.bank.lint.finding import Finding
from app.bank.lint.rule import Group, Rule, haladyna
from app.bank.lint.view import QuestionView

STEMS: Final = Group("The question itself")

LONG_STEM: Final = 50
"""Words; a reader has the article to hold in mind as well."""


@STEMS.for_question(
    Rule(
        "long-stem",
        "warning",
        why="A long question tests patience, and hides what is asked.",
        source=haladyna(13, 16),
        cure="Ask in one sentence; leave out what the article says anyway.",
        trips="""
prompt: >-
  The town has a pool, and the pool is old, as everybody in the town knows who has ever swum there;
  now a report has come out that the council asked for, and the paper has written about the report,
  and the coach has spoken, too. How long, if all of this is so, does the town pool stay shut?
""",
        passes="""
prompt: >-
  The town has a pool, and a report has come out that the council asked for; the paper has written
  about it, and the coach has spoken. How long does the town pool stay shut?
""",
    )
)
def long_stem(question: QuestionView) -> Iterator[Finding]:
    """More than 50 words."""
    count = len(question.prompt.tokens)
    if count > LONG_STEM:
        yield question.prompt.flag(f"The question has {count} words, more than {LONG_STEM}.")
