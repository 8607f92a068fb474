"""`byline collect`: take back the files in which students have carried their answers away."""

from pathlib import Path
from typing import Any

import click

from app.classroom.collecting import Collected, collect
from app.classroom.services import Services
from app.cli.database_options import kept_options, kept_services
from app.domain.code import spell_code
from app.errors import NotFound
from app.formats.answers_file import LIMIT, read_answers_file


@click.command("collect")
@click.argument("files", nargs=-1, required=True, metavar="FILE ...", type=click.Path())
@kept_options
def collect_files(files: tuple[str, ...], **kept: Any) -> None:
    """Take back files of answers ("Download my answers").

    An answer counts when the paper is open, its time is not up and no newer answer is stored;
    every other one is kept aside. Taking a file twice changes nothing. Exit code 1: something
    in a file could not be taken; the rest was.
    """
    services = kept_services(**kept)
    whole = [take_file(services, Path(file)) for file in files]
    if not all(whole):
        click.get_current_context().exit(1)


def take_file(services: Services, path: Path) -> bool:
    """Take one file and say what came of it; whether all of it could be taken."""
    name = click.format_filename(path)
    contents = read_bytes(path)
    if contents is None:
        click.echo(f"{name}: This file cannot be read.", err=True)
        return False
    read, faults = read_answers_file(contents)
    if read is not None:
        try:
            collected = collect(services, read)
        except NotFound:
            faults += ("Its paper is not in this database.",)
        else:
            faults += collected.errors
            click.echo(f"{name}: {summary(collected)}")
    for fault in faults:
        click.echo(f"{name}: {fault}", err=True)
    return not faults


def read_bytes(path: Path) -> bytes | None:
    """As much of a file as may count; None when there is none that can be read."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            return file.read(LIMIT + 1)
    except (OSError, ValueError):
        return None


def summary(collected: Collected) -> str:
    """What became of a file's answers."""
    code = collected.sitting.standing.resume_code
    paper = f"paper {spell_code(code)}" if code else "a paper"
    words = {
        "saved": collected.saved,
        "stored before": collected.known,
        "kept aside, as a newer answer is stored": collected.stale,
        "kept aside, as too late": collected.late,
    }
    parts = [
        f"{len(numbers)} {word}{listed(numbers)}" for word, numbers in words.items() if numbers
    ]
    return f"{paper} of {collected.sitting.bank.id}: {'; '.join(parts) or 'no answers'}"


def listed(numbers: tuple[int, ...]) -> str:
    """The numbers of questions, in brackets."""
    return f" ({'question' if len(numbers) == 1 else 'questions'} {', '.join(map(str, numbers))})"
