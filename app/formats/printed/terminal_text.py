"""A paper for the terminal, wrapped at its width, the key at the end."""

from collections.abc import Iterator
from textwrap import wrap
from typing import Final

from app.formats.printed.layout import Entry
from app.formats.printed.paper_words import PaperWords
from app.formats.printed.printed_paper import PrintedKey, PrintedPaper, PrintedQuestion

NARROWEST: Final = 30
WIDEST: Final = 88
"""Lines are not longer, however wide the terminal is: long lines are hard to read."""


def as_text(paper: PrintedPaper, width: int) -> str:
    """The paper in lines of at most `width` columns."""
    width = max(NARROWEST, min(width, WIDEST))
    lines = [*_wrapped(paper.bank.title, width), *_wrapped(_heading(paper), width)]
    for question in paper.questions:
        lines += ["", *_question(question, width)]
    keys = [(question.n, question.key) for question in paper.questions if question.key]
    if keys:
        lines += ["", "─" * width, paper.words.texts.gettext("Key")]
    for n, key in keys:
        lines += ["", *_key(n, key, width, paper.words)]
    return "\n".join(lines)


def _heading(paper: PrintedPaper) -> str:
    seed = paper.words.texts.gettext("seed %(seed)s") % {"seed": paper.name}
    return f"{paper.words.count(len(paper.questions))} · {seed}"


def _question(question: PrintedQuestion, width: int) -> Iterator[str]:
    yield from _wrapped(question.prompt, width, f"{question.n:>2}. ")
    note = " · ".join(filter(None, (question.about, question.how)))
    yield from _wrapped(note, width, "    ")
    for entries in (question.layout.rows, question.layout.options):
        if entries:
            yield ""
        for entry in entries:
            yield from _wrapped(entry.text, width, f"    {entry.label}) ")
    if question.layout.passage:
        yield from ("", *_wrapped("".join(map(_piece, question.layout.passage)), width, "    "))
    if question.layout.is_written:
        yield from ("", f"    {'_' * (width // 2)} {question.layout.unit}".rstrip())
    if question.cite:
        yield from ("", *_wrapped(f"{question.cite} ____", width, "    "))
    if question.confidence:
        yield from ("", *_wrapped(question.confidence, width, "    "))
    for level in question.levels:
        yield from _wrapped(level, width, "    [ ] ")


def _piece(piece: Entry) -> str:
    return f"[{piece}]" if piece.label else piece.text


def _key(n: int, key: PrintedKey, width: int, words: PaperWords) -> Iterator[str]:
    first = f"{n:>2}. "
    for answer in key.answers:
        yield from _wrapped(answer, width, first)
        first = "    "
    yield from _wrapped(key.because, width, "    ")
    yield from _wrapped(key.settled, width, "    ")
    for paragraph, quote in key.evidence:
        place = {"n": paragraph, "quote": quote}
        cited = words.texts.gettext("Paragraph %(n)s: “%(quote)s”") % place
        yield from _wrapped(cited, width, "    > ")
    for reason in key.reasons:
        yield from _wrapped(reason, width, "    - ")


def _wrapped(text: str, width: int, first: str = "") -> list[str]:
    """Lines of a text; the lines after the first are indented to its beginning."""
    return wrap(text, width, initial_indent=first, subsequent_indent=" " * len(first))
