"""Options of the verbs that work with what is kept: which data folder, which database."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from app.classroom.room import Room, open_room
from app.config import SETTINGS, Settings

Verb = TypeVar("Verb", bound=Callable[..., Any])

KEPT = ("data", "database_url")


def kept_options(verb: Verb) -> Verb:
    """Give a verb the options of `serve` that say where things are kept."""
    for setting in reversed(SETTINGS):
        if setting.name in KEPT:
            usual = setting.usual.replace("`", "")
            explained = f"{setting.comment}  [{setting.variable}; default: {usual}]"
            verb = click.option(
                setting.switch, setting.name, metavar=setting.metavar, help=explained
            )(verb)
    return verb


def kept_room(data: str | None, database_url: str | None) -> Room:
    """The classroom of those options; SettingsError when it cannot be opened."""
    return open_room(Settings.from_environment(data=data, database_url=database_url))
