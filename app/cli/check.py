"""`byline check`: say what is wrong in banks, with file, line and column."""

import os
import sys
from datetime import datetime
from pathlib import Path

import click

from app.checks.as_text import Look
from app.checks.formats import FORMATS
from app.checks.report import Report
from app.cli.gathering import Gathering
from app.cli.progress import Progress
from app.cli.shared_options import form_option
from app.cli.watching import saved
from app.errors import NotFound
from app.library.fixing import mend
from app.library.reading_result import Reading
from app.lint.explaining import explain as explained
from app.lint.run import Linted, lint


@click.command()
@click.argument("banks", nargs=-1, metavar="[BANK ...]")
@form_option(
    FORMATS,
    "How problems are written: for people, for programs, or for a review on GitHub.",
)
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option("--fix", is_flag=True, help="Mend in the files what can be mended without harm.")
@click.option("--watch", is_flag=True, help="Check again whenever a file is saved, until Ctrl-C.")
@click.option(
    "--verbose",
    is_flag=True,
    help="Also show notes, waived findings and what families could not make.",
)
@click.option(
    "--explain", metavar="RULE", help="Say what a rule asks, with an example, and check nothing."
)
@click.option(
    "--banks",
    "directory",
    metavar="DIR",
    help="The folder of the banks.  [default: BYLINE_BANKS, else the banks that ship]",
)
@click.pass_context
def check(
    context: click.Context,
    banks: tuple[str, ...],
    form: str,
    strict: bool,
    fix: bool,
    watch: bool,
    verbose: bool,
    explain: str | None,
    directory: str | None,
) -> None:
    """Say what is wrong in banks, with file, line and column.

    A BANK is the id of a bank in the folder, or the path of a file; without one, all banks of
    the folder are checked. Exit code 0: nothing is wrong; 1: something is; 2: wrong usage.
    """
    if explain is not None:
        click.echo(_explained(explain))
        return
    gathering = Gathering(banks, directory)
    readings = _mended(gathering) if fix else _linted(gathering.readings())
    look = Look(colour=_has_colour(), verbose=verbose)
    _tell(readings, form, look)
    if watch:
        for changed in saved(gathering.files):
            click.echo(f"\n{', '.join(path.name for path in changed)} at {_now()}")
            readings = _mended(gathering) if fix else _linted(gathering.readings())
            _tell(readings, form, look)
    counts = Report.of(readings).counts()
    if counts["errors"] or (strict and counts["warnings"]):
        context.exit(1)


def _tell(readings: dict[str, Linted], form: str, look: Look) -> None:
    written = FORMATS[form](Report.of(readings), look)
    if written:
        click.echo(written)


def _mended(gathering: Gathering) -> dict[str, Linted]:
    """The banks after what could be mended was."""
    before = _linted(gathering.readings())
    done = {
        name: mend(Path(linted.reading.file), linted.reading) for name, linted in before.items()
    }
    for name, count in done.items():
        if count:
            click.echo(
                f"{name}: {count} {'finding' if count == 1 else 'findings'} mended.", err=True
            )
    return _linted(gathering.readings()) if any(done.values()) else before


def _now() -> str:
    return datetime.now().astimezone().strftime("%H:%M:%S")


def _explained(name: str) -> str:
    try:
        return explained(name)
    except NotFound as error:
        raise click.BadParameter(error.message, param_hint="--explain") from error


def _has_colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _linted(readings: dict[str, Reading]) -> dict[str, Linted]:
    with Progress() as progress:
        return {name: lint(reading, progress.of(name)) for name, reading in readings.items()}
