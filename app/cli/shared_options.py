"""Options that several verbs declare alike: those of settings, and the form of the output."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from app.config import Setting
from app.errors import SettingsError

Verb = TypeVar("Verb", bound=Callable[..., Any])


def setting_options(settings: Iterable[Setting]) -> Callable[[Verb], Verb]:
    """Give a verb an option for each setting, as text: the settings read it, wherever it is from.

    What an option says goes before the environment.
    """
    declared = tuple(settings)

    def with_options(verb: Verb) -> Verb:
        for setting in reversed(declared):
            usual = setting.usual.replace("`", "")
            explained = f"{setting.comment}  [{setting.variable}; default: {usual}]"
            verb = click.option(
                setting.switch, setting.name, metavar=setting.metavar, help=explained
            )(verb)
        return verb

    return with_options


def form_option(forms: Iterable[str], explained: str) -> Callable[[Verb], Verb]:
    """Give a verb the option `--format`, as the argument `form`; the usual one is text."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(list(forms)),
        default="text",
        show_default=True,
        help=explained,
    )


def banks_folder(directory: Path) -> Path:
    """The folder of the banks, or SettingsError if there is none."""
    if not directory.is_dir():
        raise SettingsError(
            f"There is no folder of banks {directory}. Name it with --banks or BYLINE_BANKS, or "
            "leave it out for the banks that ship."
        )
    return directory
