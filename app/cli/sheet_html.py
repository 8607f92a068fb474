"""A paper as one HTML page to print, the key on a sheet of its own."""

from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from app.cli.sheet import PaperSheet

_TEMPLATES: Final = Path(__file__).parent / "templates"

_RIGHT_TO_LEFT: Final = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


def as_html(sheet: PaperSheet) -> str:
    """The page: the article, the questions and, where they have one, the key."""
    pages = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    language = sheet.bank.language
    direction = "rtl" if language.split("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"
    return pages.get_template("paper.html").render(
        bank=sheet.bank,
        article=sheet.bank.article,
        seed=sheet.name,
        questions=sheet.questions,
        keys=[question for question in sheet.questions if question.key],
        direction=direction,
    )
