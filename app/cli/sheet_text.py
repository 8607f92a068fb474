"""A paper for the terminal, wrapped at its width, the key at the end."""

from collections.abc import Iterator
from textwrap import wrap
from typing import Final

from app.cli.sheet import KeySheet, PaperSheet, QuestionSheet

NARROWEST: Final = 30
WIDEST: Final = 88
"""Lines are not longer, however wide the terminal is: long lines are hard to read."""


def as_text(sheet: PaperSheet, width: int) -> str:
    """The paper in lines of at most `width` columns."""
    width = max(NARROWEST, min(width, WIDEST))
    lines = [*_wrapped(sheet.bank.title, width), *_wrapped(_heading(sheet), width)]
    for question in sheet.questions:
        lines += ["", *_question(question, width)]
    keys = [(question.n, question.key) for question in sheet.questions if question.key]
    if keys:
        lines += ["", "─" * width, "Key"]
    for n, key in keys:
        lines += ["", *_key(n, key, width)]
    return "\n".join(lines)


def _heading(sheet: PaperSheet) -> str:
    count = len(sheet.questions)
    return f"{count} {'question' if count == 1 else 'questions'} · seed {sheet.name}"


def _question(question: QuestionSheet, width: int) -> Iterator[str]:
    yield from _wrapped(question.prompt, width, f"{question.n:>2}. ")
    how = f" · {question.how}" if question.how else ""
    yield from _wrapped(f"{question.skill}, level {question.level}{how}", width, "    ")
    for entries in (question.rows, question.options):
        if entries:
            yield ""
        for entry in entries:
            yield from _wrapped(entry.text, width, f"    {entry.label}) ")
    if not (question.rows or question.options):
        yield from ("", "    " + "_" * (width // 2))


def _key(n: int, key: KeySheet, width: int) -> Iterator[str]:
    first = f"{n:>2}. "
    for answer in key.answers:
        yield from _wrapped(answer, width, first)
        first = "    "
    yield from _wrapped(key.because, width, "    ")
    for paragraph, quote in key.evidence:
        yield from _wrapped(f"Paragraph {paragraph}: “{quote}”", width, "    > ")
    for reason in key.reasons:
        yield from _wrapped(reason, width, "    - ")


def _wrapped(text: str, width: int, first: str = "") -> list[str]:
    """Lines of a text; what follows the first line stands under its beginning."""
    return wrap(text, width, initial_indent=first, subsequent_indent=" " * len(first))
