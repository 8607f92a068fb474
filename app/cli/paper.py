"""`byline paper`: draw a paper on the terminal, for a printer or for another program."""

import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from secrets import randbelow
from typing import Final

import click

from app.cli.bank_options import asked_bank, asked_blueprint, asks_for_folder, asks_for_questions
from app.cli.shared_options import form_option
from app.domain.bank import Bank
from app.formats.printed.html_page import as_html
from app.formats.printed.printed_paper import PrintedPaper, items_of, lay_out_paper
from app.formats.printed.terminal_text import as_text
from app.quiz.drawing import DrawnPaper, draw
from app.quiz.pair import draw_pair
from app.quiz.presenting import present_sentences

BEFORE, AFTER = "before", "after"
SEEDS: Final = 2**31
"""Seeds that are drawn by lot lie below this: short enough to be typed again."""


def _as_json(bank: Bank, paper: DrawnPaper, which: str, *, key: bool) -> str:
    written = {
        "bank": bank.id,
        "version": paper.version,
        "seed": paper.seed,
        **({"which": which} if which == AFTER else {}),
        **({"sentences": present_sentences(bank)} if paper.blueprint.cite else {}),
        "items": items_of(bank, paper, key=key),
    }
    return json.dumps(written, ensure_ascii=False, indent=2)


def _as_text(bank: Bank, paper: DrawnPaper, which: str, *, key: bool) -> str:
    return as_text(_sheet(bank, paper, which, key=key), shutil.get_terminal_size().columns)


def _as_html(bank: Bank, paper: DrawnPaper, which: str, *, key: bool) -> str:
    return as_html(_sheet(bank, paper, which, key=key))


def _sheet(bank: Bank, paper: DrawnPaper, which: str, *, key: bool) -> PrintedPaper:
    """The sheet, whose name keeps the two papers of a seed apart: 7 and 7b."""
    sheet = lay_out_paper(bank, paper, key=key)
    return replace(sheet, name=f"{paper.seed}b") if which == AFTER else sheet


FORMATS: Final[Mapping[str, Callable[..., str]]] = {
    "text": _as_text,
    "json": _as_json,
    "html": _as_html,
}


@click.command()
@click.argument("bank")
@click.option("--seed", type=int, metavar="N", help="Draw this paper again.  [default: by lot]")
@asks_for_questions
@click.option(
    "--which",
    type=click.Choice([BEFORE, AFTER]),
    default=BEFORE,
    show_default=True,
    help="The first or the second of two papers without a common question, from one seed: to "
    "compare a class before and after a lesson.",
)
@click.option("--cite", is_flag=True, help="Also ask for the sentence that settles each question.")
@click.option("--confidence", is_flag=True, help="Also ask how sure one is of the answers.")
@click.option("--key", is_flag=True, help="Print the answers with their reasons, too.")
@form_option(
    FORMATS, "How the paper is written: for the terminal, for programs, or as a page to print."
)
@asks_for_folder
def paper(
    bank: str,
    seed: int | None,
    levels: tuple[str, ...],
    which: str,
    cite: bool,
    confidence: bool,
    key: bool,
    form: str,
    directory: str | None,
    **counts: int,
) -> None:
    """Draw a paper from a bank.

    BANK is the id of a bank in the folder, or the path of a file. The same bank, numbers and
    seed always give the same paper. Exit code 0: here it is; 1: the bank is broken or cannot
    give such a paper; 2: wrong usage.
    """
    blueprint = replace(asked_blueprint(counts, levels), cite=cite, confidence=confidence)
    found = asked_bank(bank, directory)
    seed = randbelow(SEEDS) if seed is None else seed
    drawn = (
        draw(found, blueprint, seed) if which == BEFORE else draw_pair(found, blueprint, seed).after
    )
    click.echo(FORMATS[form](found, drawn, which, key=key))
