"""`byline schema`: write the JSON Schema of the bank format, for editors and other programs."""

import json
from pathlib import Path

import click

from app.bank.json_schema import bank_schema


@click.command()
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file instead of the terminal.",
)
def schema(output: Path | None) -> None:
    """Write the JSON Schema of the bank format.

    An editor that knows JSON Schema for YAML (VS Code with its YAML extension) then completes
    fields and explains them: begin a bank with the line
    `# yaml-language-server: $schema=FILE`.
    """
    text = json.dumps(bank_schema(), ensure_ascii=False, indent=2) + "\n"
    if output is None:
        click.echo(text, nl=False)
        return
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        raise click.ClickException(f"{output} cannot be written: {error.strerror}.") from error
    click.echo(f"Written to {output}.", err=True)
