"""`byline extend`: give a paper with a time limit more minutes, while it is worked on or after."""

from typing import Any

import click

from app.classroom.extending import give_time
from app.classroom.resuming import attempt_of_code
from app.classroom.timing import LONGEST, remaining_seconds
from app.cli.database_options import kept_options, kept_services


@click.command()
@click.argument("code")
@click.option(
    "--minutes",
    type=click.IntRange(1, LONGEST),
    required=True,
    help="How many minutes more: from the end of the time, or from now if that is over.",
)
@kept_options
def extend(code: str, minutes: int, **kept: Any) -> None:
    """Give a paper with a time limit more minutes.

    CODE is the code that the paper shows below its questions. The page shows the new time within
    15 seconds. Exit code 1: there is no such paper, it has no time limit, or it was handed in.
    """
    services = kept_services(**kept)
    deadline_at = give_time(services, attempt_of_code(services, code), minutes)
    left = -(-remaining_seconds(deadline_at, services.clock()) // 60)
    until = f"{deadline_at.astimezone():%H:%M}"
    click.echo(f"The paper {code.upper()} may be worked on until {until}: {left} minutes from now.")
