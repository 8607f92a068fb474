"""A rule on answers to type that another question of the bank shows."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from app.language.spelling import words_of
from app.lint.apart import Apart
from app.lint.finding import Finding
from app.lint.rule import Group, Rule, haladyna
from app.lint.view import BankView, OptionView, QuestionView

TYPED: Final = Group("Answers to type, shown elsewhere")

NAMED: Final = 3
"""As many of the other questions are named."""


@TYPED.for_bank(
    Rule(
        "typed-elsewhere",
        "note",
        why="An answer that has to be found is copied from a question that lists it.",
        source=haladyna(4),
        cure="Name the other question under `enemies`, or ask in the kind `choice`.",
        trips="""
questions:
- kind: short_text
  prompt: Who speaks for the club?
  answers: [Coach Marsh, Lena Marsh]
- prompt: Who says that the pumps leak?
  answer: a report
  distractors: [Lena Marsh, the club]
""",
        passes="""
questions:
- kind: short_text
  prompt: Who speaks for the club?
  answers: [Coach Marsh, Lena Marsh]
- prompt: Who says that the pumps leak?
  answer: a report
  distractors: [Lena Marsh's club, the council]
""",
        judged=(1, 2),
    )
)
def typed_elsewhere(bank: BankView) -> Iterator[Finding]:
    """An option or row of another question is an accepted form, but for articles and capitals.

    Numbers are left alone, and so is what the question itself says. One look-up for each form.
    """
    shown, apart = _shown(bank), Apart(bank.bank)
    for question in bank.questions:
        for form in question.accepted if question.anatomy.number is None else ():
            names = [
                name
                for name in sorted(_showing(form, question, shown))
                if not apart.never_meet(question.id, name)
            ]
            if names:
                told = f"“{form.text}” stands in another question: {_listed(names)}."
                yield form.flag(told).in_question(question.id, None)


def _listed(names: list[str]) -> str:
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return f"{', '.join(names[:NAMED])}{more}"


def _showing(
    form: OptionView, question: QuestionView, shown: Mapping[tuple[str, ...], set[str]]
) -> set[str]:
    """The other questions that show a form; none if the question itself does."""
    if form.text.casefold() in question.prompt.text.casefold():
        return set()
    return shown.get(words_of(form.text, form.language.tag), set()) - {question.id}


def _shown(bank: BankView) -> Mapping[tuple[str, ...], set[str]]:
    """The questions by the words of each option and row that a student reads in them."""
    places: dict[tuple[str, ...], set[str]] = defaultdict(set)
    if any(question.accepted for question in bank.questions):
        for question in bank.questions:
            for text in question.shown[1:]:
                places[words_of(text.text, bank.language.tag)].add(question.id)
    return places
