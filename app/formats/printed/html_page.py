"""A paper as one HTML page to print, the key on a sheet of its own."""

from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from app.formats.printed.printed_paper import PrintedPaper
from app.language.figures import direction_of
from app.language.sentences import sentences_of
from app.language.tags import same_language

_TEMPLATES: Final = Path(__file__).parent / "templates"


def as_html(paper: PrintedPaper) -> str:
    """The page: the article, the questions and, where they have one, the key."""
    pages = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    texts = paper.words.texts
    pages.install_gettext_callables(  # type: ignore[attr-defined]  # the extension adds it
        texts.gettext, texts.ngettext, newstyle=True
    )
    return pages.get_template("paper.html").render(
        bank=paper.bank,
        article=paper.bank.article,
        published=paper.words.day(paper.bank.article.published),
        seed=paper.name,
        questions=paper.questions,
        keys=[question for question in paper.questions if question.key],
        direction=direction_of(paper.bank.language),
        ours=_attributes(paper),
        paragraphs=_paragraphs(paper),
    )


def _paragraphs(paper: PrintedPaper) -> list[list[tuple[str, str]]]:
    """The paragraphs in pieces with their numbers: sentences, where the paper asks for them."""
    texts = paper.bank.article.paragraphs
    if not paper.has_numbers:
        return [[("", text)] for text in texts]
    sentences = sentences_of(paper.bank).values()
    return [
        [(one.number, one.text) for one in sentences if one.span.paragraph == n]
        for n in range(1, len(texts) + 1)
    ]


def _attributes(paper: PrintedPaper) -> dict[str, str]:
    """`lang` and `dir` for words of ours; none where they are of the bank's language."""
    language = paper.words.language
    if same_language(paper.bank.language, language):
        return {}
    return {"lang": language, "dir": direction_of(language)}
