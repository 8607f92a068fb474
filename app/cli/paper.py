"""`byline paper`: draw a paper on the terminal, for a printer or for another program."""

import json
import shutil
from collections.abc import Callable, Mapping
from secrets import randbelow
from typing import Any, Final

import click

from app.bank.folder import Folder
from app.bank.reading import Reading, read_file
from app.bank.report import Report
from app.bank.report_text import as_text as report_as_text
from app.cli.sheet import items_of, sheet_of
from app.cli.sheet_html import as_html
from app.cli.sheet_text import as_text
from app.config import Settings
from app.domain.bank import Bank
from app.domain.skill import LEVELS
from app.errors import BadInput
from app.quiz.blueprint import MOST, Blueprint
from app.quiz.drawing import DrawnPaper, draw

SEEDS: Final = 2**31
"""Seeds that are drawn by lot lie below this: short enough to be typed again."""


def _as_json(bank: Bank, paper: DrawnPaper, *, key: bool) -> str:
    told = {
        "bank": bank.id,
        "version": paper.version,
        "seed": paper.seed,
        "items": items_of(bank, paper, key=key),
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _as_text(bank: Bank, paper: DrawnPaper, *, key: bool) -> str:
    return as_text(sheet_of(bank, paper, key=key), shutil.get_terminal_size().columns)


def _as_html(bank: Bank, paper: DrawnPaper, *, key: bool) -> str:
    return as_html(sheet_of(bank, paper, key=key))


FORMATS: Final[Mapping[str, Callable[..., str]]] = {
    "text": _as_text,
    "json": _as_json,
    "html": _as_html,
}


def _counted(skill: str) -> Callable[[Any], Any]:
    return click.option(
        f"--{skill}",
        type=click.IntRange(0, MOST),
        default=4,
        show_default=True,
        metavar="N",
        help=f"How many questions on {skill}.",
    )


@click.command()
@click.argument("bank")
@click.option("--seed", type=int, metavar="N", help="Draw this paper again.  [default: by lot]")
@_counted("facts")
@_counted("sourcing")
@_counted("framing")
@click.option(
    "--level",
    "levels",
    multiple=True,
    metavar="N[=SHARE]",
    help="Only questions of this level; give it several times for several levels, with shares "
    "such as 1=0.5 2=0.5 or evenly.  [default: about 1=0.3 2=0.4 3=0.3]",
)
@click.option("--key", is_flag=True, help="Print the answers with their reasons, too.")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="How the paper is written: for the terminal, for programs, or as a page to print.",
)
@click.option(
    "--banks",
    "directory",
    metavar="DIR",
    help="The folder of the banks.  [default: BYLINE_BANKS, else the banks that ship]",
)
def paper(
    bank: str,
    seed: int | None,
    levels: tuple[str, ...],
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
    blueprint = _blueprint(counts, levels)
    found = _bank(bank, directory)
    drawn = draw(found, blueprint, randbelow(SEEDS) if seed is None else seed)
    click.echo(FORMATS[form](found, drawn, key=key))


def _blueprint(counts: Mapping[str, int], levels: tuple[str, ...]) -> Blueprint:
    raw: dict[str, Any] = dict(counts)
    if levels:
        raw["levels"] = _shares(levels)
    try:
        return Blueprint.from_json(raw)
    except BadInput as fault:
        raise click.UsageError(fault.message) from fault


def _shares(levels: tuple[str, ...]) -> dict[str, float]:
    """Shares by level from `1=0.5`, or even ones from `1`."""
    pairs = [level.partition("=") for level in levels]
    shares: dict[str, float] = {}
    for level, _, share in pairs:
        if level not in {str(known) for known in LEVELS} or level in shares:
            raise click.BadParameter("give each of 1, 2 and 3 once at most.", param_hint="--level")
        shares[level] = _share(share) if share else 1 / len(pairs)
    return shares


def _share(text: str) -> float:
    try:
        return float(text)
    except ValueError as fault:
        raise click.BadParameter(f"{text} is no share.", param_hint="--level") from fault


def _bank(name: str, directory: str | None) -> Bank:
    """The bank of that id or path, warnings aside; the command ends when it cannot be read."""
    folder = Folder(Settings.from_environment(banks=directory).banks)
    reading = read_file(folder.resolve(name))
    if reading.bank is None:
        click.echo(report_as_text(Report({name: _errors(reading)})), err=True)
        raise click.exceptions.Exit(1)
    return reading.bank


def _errors(reading: Reading) -> Reading:
    problems = tuple(problem for problem in reading.problems if problem.severity == "error")
    return Reading(None, problems, snapshot=reading.snapshot)
