"""`byline check`: say what is wrong in banks, with file, line and column."""

import os
import sys
from pathlib import Path

import click

from app.bank.findings import START, Findings
from app.bank.folder import Folder
from app.bank.lint.explaining import explain as explained
from app.bank.lint.run import lint
from app.bank.reading import Reading, read_file
from app.bank.report import Report
from app.bank.report_text import Look, as_text
from app.bank.reports import FORMATS
from app.cli.progress import Progress
from app.config import Settings
from app.errors import NotFound


@click.command()
@click.argument("banks", nargs=-1, metavar="[BANK ...]")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", *FORMATS]),
    default="text",
    show_default=True,
    help="How problems are written: for people, for programs, or for a review on GitHub.",
)
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option("--verbose", is_flag=True, help="Notes and waived findings are told as well.")
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
    folder = Folder(_shown(Settings.from_environment(banks=directory).banks))
    report = Report(_linted(_named(folder, banks) if banks else _all(folder)))
    look = Look(colour=_has_colour(), verbose=verbose)
    told = as_text(report, look) if form == "text" else FORMATS[form](report)
    if told:
        click.echo(told)
    counts = report.counts()
    if counts["errors"] or (strict and counts["warnings"]):
        context.exit(1)


def _explained(name: str) -> str:
    try:
        return explained(name)
    except NotFound as error:
        raise click.BadParameter(error.message, param_hint="--explain") from error


def _has_colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _linted(readings: dict[str, Reading]) -> dict[str, Reading]:
    with Progress() as progress:
        return {name: lint(reading, progress.of(name)) for name, reading in readings.items()}


def _all(folder: Folder) -> dict[str, Reading]:
    if not folder.directory.is_dir():
        raise click.UsageError(f"There is no folder {folder.directory}.")
    readings = {shelved.id: shelved.reading for shelved in folder.shelf()}
    if not readings:
        raise click.ClickException(f"There are no banks in {folder.directory}.")
    return readings


def _named(folder: Folder, names: tuple[str, ...]) -> dict[str, Reading]:
    return {name: _read(folder, name) for name in names}


def _read(folder: Folder, name: str) -> Reading:
    try:
        path = folder.resolve(name)
    except NotFound as error:
        findings = Findings(name)
        findings.add(START, "unreadable-file", error.message, "Name a bank's id or its file.")
        return Reading(None, findings.sorted())
    shelved = folder.shelved(path.stem) if path.parent == folder.directory else None
    return shelved.reading if shelved else read_file(path)


def _shown(directory: Path) -> Path:
    """A folder as people see it: from where they are, if it lies below."""
    here = Path.cwd()
    return directory.relative_to(here) if directory.is_relative_to(here) else directory
