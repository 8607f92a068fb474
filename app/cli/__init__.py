"""The command line: one module for each verb, imported only when the verb is called.

Exit codes: 0 fine, 1 the user's input is at fault, 2 wrong usage or a wrong setting, 3 a bug.
"""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from traceback import format_exception
from typing import Final, NoReturn

import click

from app.errors import BylineError

FINE, INPUT_AT_FAULT, USAGE, BUG, INTERRUPTED = 0, 1, 2, 3, 130
TRACEBACK: Final = "BYLINE_TRACEBACK"

# A verb -> where its command is, and the line for the list of verbs: `--help` imports none.
VERBS: Final = {
    "serve": ("app.cli.serve:serve", "Serve the quiz to a class."),
    "check": ("app.cli.check:check", "Say what is wrong in banks, with file, line and column."),
    "paper": ("app.cli.paper:paper", "Draw a paper on the terminal."),
    "fairness": ("app.cli.fairness:command", "Compare the papers that a bank gives."),
    "draft": ("app.cli.draft:draft", "Propose an annotation for a bare article."),
    "collect": ("app.cli.collect:collect_files", "Take back files of answers from students."),
    "extend": ("app.cli.extend:extend", "Give a paper with a time limit more minutes."),
    "generate": ("app.cli.generate:generate", "Show the questions that annotation yields."),
    "schema": ("app.cli.schema:schema", "Write the JSON Schema of the bank format."),
}


class Verbs(click.Group):
    """A group of commands that imports a command when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's form
        """The verbs, in the order of the table."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of a verb."""
        if cmd_name not in VERBS:
            return None
        module, _, name = VERBS[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the verbs from the table, without importing them."""
        with formatter.section("Verbs"):
            formatter.write_dl([(verb, line) for verb, (_, line) in VERBS.items()])


def print_version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    """Print the version and stop; the option is eager, so nothing else is looked at."""
    if wanted:
        click.echo(f"byline {version()}")
        ctx.exit()


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=print_version,
    help="Print the version and stop.",
)
def byline() -> None:
    """Turn a news article into a quiz: what it says, how it knows, how it puts it."""


def version() -> str:
    """The version of the installed package, or of the checkout that runs."""
    from importlib.metadata import PackageNotFoundError, version
    from tomllib import loads

    try:
        return version("byline")
    except PackageNotFoundError:
        project = Path(__file__).parents[2] / "pyproject.toml"
        return f"{loads(project.read_text(encoding='utf-8'))['project']['version']}, a checkout"


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and end the process with its exit code."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; every error becomes a sentence on stderr and an exit code."""
    color = False if os.environ.get("NO_COLOR") else None
    try:
        code = byline.main(arguments, "byline", standalone_mode=False, color=color)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.UsageError as error:
        error.show()
        return USAGE
    except click.ClickException as error:
        error.show()
        return INPUT_AT_FAULT
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BylineError as error:
        return say(error)
    except BrokenPipeError:
        return reader_left()
    except Exception as error:  # noqa: BLE001 - the last border: a bug becomes a sentence, not a traceback
        return confess(error)
    return code if isinstance(code, int) else FINE


def say(error: BylineError) -> int:
    """Print the sentence of an error that was foreseen."""
    if error.exit_code == BUG:
        return confess(error)
    click.echo(f"byline: {error.message}", err=True)
    return error.exit_code


def confess(error: Exception) -> int:
    """Print one line about a bug, and the traceback when `BYLINE_TRACEBACK` asks for it."""
    if os.environ.get(TRACEBACK):
        click.echo("".join(format_exception(error)), err=True)
    click.echo(f"byline: this is a bug in Byline: {type(error).__name__}: {error}", err=True)
    if not os.environ.get(TRACEBACK):
        click.echo(f"Set {TRACEBACK}=1 and run it again to see where.", err=True)
    return BUG


def reader_left() -> int:
    """Stop quietly when the reader of our output has closed it (`byline paper x | head`)."""
    # Python flushes stdout once more at exit, and would complain.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return INPUT_AT_FAULT
