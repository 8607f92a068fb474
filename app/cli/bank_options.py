"""What several verbs ask for alike: a bank by id or path, and how many questions of what."""

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar

import click

from app.checks.as_text import as_text
from app.checks.report import Report
from app.cli.shared_options import banks_folder
from app.config import Settings
from app.domain.bank import Bank
from app.domain.skill import LEVELS, SKILLS
from app.errors import BadInput
from app.library.folder import Folder
from app.library.reading import read_file
from app.library.reading_result import Reading
from app.quiz.blueprint import MOST, Blueprint

Command = TypeVar("Command", bound=Callable[..., Any])

USUAL: Final = 4
"""How many questions of a skill a paper has by default."""


def asks_for_questions(command: Command) -> Command:
    """Give a verb the options that make a blueprint: `--facts` and so on, and `--level`."""
    command = click.option(
        "--level",
        "levels",
        multiple=True,
        metavar="N[=SHARE]",
        help="Only questions of this level; give it several times for several levels, with shares "
        "such as 1=0.5 2=0.5 or evenly.  [default: about 1=0.3 2=0.4 3=0.3]",
    )(command)
    for skill in reversed(SKILLS):
        command = click.option(
            f"--{skill}",
            type=click.IntRange(0, MOST),
            default=USUAL,
            show_default=True,
            metavar="N",
            help=f"How many questions on {skill}.",
        )(command)
    return command


def asks_for_folder(command: Command) -> Command:
    """Give a verb the option that says where the banks are."""
    return click.option(
        "--banks",
        "directory",
        metavar="DIR",
        help="The folder of the banks.  [default: BYLINE_BANKS, else the banks that ship]",
    )(command)


def asked_blueprint(counts: Mapping[str, int], levels: tuple[str, ...]) -> Blueprint:
    """The blueprint of those options; UsageError when they make none."""
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


def asked_bank(name: str, directory: str | None) -> Bank:
    """The bank of that id or path, warnings aside; the command ends when it cannot be read."""
    return asked_reading(name, directory)[0]


def asked_reading(name: str, directory: str | None) -> tuple[Bank, Reading]:
    """The bank of that id or path with its reading; the command ends when it cannot be read."""
    folder = Folder(banks_folder(Settings.from_environment(banks=directory).banks))
    reading = read_file(folder.resolve(name))
    if reading.bank is None:
        click.echo(as_text(Report({name: _errors(reading)})), err=True)
        raise click.exceptions.Exit(1)
    return reading.bank, reading


def _errors(reading: Reading) -> Reading:
    problems = tuple(problem for problem in reading.problems if problem.severity == "error")
    return Reading(None, problems, snapshot=reading.snapshot)
