"""`byline draft`: propose an annotation for a bare article, to be corrected by hand."""

import sys
from pathlib import Path

import click

from app.draft import LANGUAGES, MAX_BYTES, Draft, make_draft, open_manuscript, write
from app.errors import BadInput
from app.library.beside import BANK_ID


@click.command()
@click.argument("article", default="-", metavar="[ARTICLE]")
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    help="The article’s language.  [default: found by its words]",
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write to this new file, such as my-bank.yaml, instead of the terminal.",
)
def draft(article: str, language: str | None, output: Path | None) -> None:
    """Propose an annotation for a bare article.

    ARTICLE is a text file, a web page that was saved, or Markdown (.txt, .html, .md); without
    one, or with -, the standard input is read. The result is a bank whose sources, claims and
    devices all bear `review: true`: nothing is asked until you have looked at it and deleted
    that line.
    """
    if output is not None:
        _check_name(output)
    name = "" if article == "-" else Path(article).name
    made = make_draft(open_manuscript(_read(article), name), language)
    text = write(made, name)
    if output is None:
        sys.stdout.buffer.write(text.encode())
    else:
        _save(output, text)
    click.echo(_summary(made, chosen=language is not None), err=True)


def _check_name(output: Path) -> None:
    if output.suffix != ".yaml" or not BANK_ID.fullmatch(output.stem):
        raise click.BadParameter(
            f"{output.name} cannot be a bank: use small letters, digits and hyphens, and end with "
            ".yaml, as in my-bank.yaml.",
            param_hint="--output",
        )
    if output.exists():
        raise BadInput(f"{output} is already there. Name a new file: a draft replaces nothing.")


def _read(article: str) -> bytes:
    """The bytes of the article, one more than may be at most."""
    if article == "-":
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    try:
        with Path(article).open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise BadInput(f"{article} cannot be read: {error.strerror or error}.") from error
    except ValueError as error:
        raise BadInput(f"{article!r} is no name of a file.") from error


def _save(output: Path, text: str) -> None:
    try:
        with output.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise BadInput(f"{output} cannot be written: {error.strerror}.") from error
    click.echo(f"Written to {output}.", err=True)


def _summary(made: Draft, *, chosen: bool) -> str:
    found = "" if chosen else f" Language: {made.language}, found by its words."
    return (
        f"Proposed: {len(made.sources)} sources, {len(made.claims)} claims, "
        f"{len(made.devices)} devices, all to be looked at.{found}"
    )
