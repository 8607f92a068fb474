"""A paper for the terminal, wrapped at its width, the key at the end."""

from collections.abc import Iterator
from textwrap import wrap
from typing import Final

from app.formats.printed.sheet import Entry, KeySheet, PaperSheet, QuestionSheet
from app.formats.printed.wording import SheetWords

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
        lines += ["", "─" * width, sheet.words.texts.gettext("Key")]
    for n, key in keys:
        lines += ["", *_key(n, key, width, sheet.words)]
    return "\n".join(lines)


def _heading(sheet: PaperSheet) -> str:
    seed = sheet.words.texts.gettext("seed %(seed)s") % {"seed": sheet.name}
    return f"{sheet.words.count(len(sheet.questions))} · {seed}"


def _question(question: QuestionSheet, width: int) -> Iterator[str]:
    yield from _wrapped(question.prompt, width, f"{question.n:>2}. ")
    told = " · ".join(filter(None, (question.about, question.how)))
    yield from _wrapped(told, width, "    ")
    for entries in (question.rows, question.options):
        if entries:
            yield ""
        for entry in entries:
            yield from _wrapped(entry.text, width, f"    {entry.label}) ")
    if question.passage:
        yield from ("", *_wrapped("".join(map(_piece, question.passage)), width, "    "))
    if question.is_written:
        yield from ("", f"    {'_' * (width // 2)} {question.unit}".rstrip())
    if question.cite:
        yield from ("", *_wrapped(f"{question.cite} ____", width, "    "))
    if question.confidence:
        yield from ("", *_wrapped(question.confidence, width, "    "))
    for level in question.levels:
        yield from _wrapped(level, width, "    [ ] ")


def _piece(piece: Entry) -> str:
    return f"[{piece}]" if piece.label else piece.text


def _key(n: int, key: KeySheet, width: int, words: SheetWords) -> Iterator[str]:
    first = f"{n:>2}. "
    for answer in key.answers:
        yield from _wrapped(answer, width, first)
        first = "    "
    yield from _wrapped(key.because, width, "    ")
    yield from _wrapped(key.settled, width, "    ")
    for paragraph, quote in key.evidence:
        told = {"n": paragraph, "quote": quote}
        cited = words.texts.gettext("Paragraph %(n)s: “%(quote)s”") % told
        yield from _wrapped(cited, width, "    > ")
    for reason in key.reasons:
        yield from _wrapped(reason, width, "    - ")


def _wrapped(text: str, width: int, first: str = "") -> list[str]:
    """Lines of a text; what follows the first line stands under its beginning."""
    return wrap(text, width, initial_indent=first, subsequent_indent=" " * len(first))
