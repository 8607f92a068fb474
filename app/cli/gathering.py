"""The banks that a verb is to look at: those that are named, or all of a folder."""

from os.path import realpath
from pathlib import Path

import click

from app.bank.problems import START, Problems
from app.cli.shared_options import banks_folder
from app.config import Settings
from app.errors import NotFound
from app.library.folder import Folder
from app.library.reading import read_file
from app.library.reading_result import Reading


class Gathering:
    """The banks of these names (ids or paths), read anew each time; of no names: all of a folder.

    `directory` is the folder that was asked for, None for that of the settings.
    """

    def __init__(self, names: tuple[str, ...], directory: str | None) -> None:
        self._names = names
        given = banks_folder(Settings.from_environment(banks=directory).banks)
        self._folder = Folder(_shown(given), keep_places=True)
        self._read: dict[str, Reading] = {}

    def readings(self) -> dict[str, Reading]:
        """Each bank by the name that it was asked for; a file that is not there is a problem."""
        self._read = (
            {name: _read(self._folder, name) for name in self._names}
            if self._names
            else _all(self._folder)
        )
        return self._read

    def files(self) -> frozenset[Path]:
        """The files to watch: those that were read last, what lies beside them, and new banks."""
        read = [reading for reading in self._read.values() if reading.file]
        banks = [Path(reading.file) for reading in read]
        beside = [path.parent / one.text_file for path, one in zip(banks, read, strict=True)]
        new = [] if self._names else self._folder.directory.glob("*.yaml")
        return frozenset([*banks, *(path for path in beside if path.suffix), *new])


def _all(folder: Folder) -> dict[str, Reading]:
    readings = {shelved.id: shelved.reading for shelved in folder.shelf()}
    if not readings:
        raise click.ClickException(f"There are no banks in {folder.directory}.")
    return readings


def _read(folder: Folder, name: str) -> Reading:
    try:
        path = folder.resolve(name)
    except NotFound as error:
        problems = Problems(name)
        problems.add(START, "unreadable-file", error.message, "Name a bank's id or its file.")
        return Reading(None, problems.sorted())
    shelved = folder.shelved(path.stem) if path.parent == folder.directory else None
    if shelved:
        return shelved.reading
    inside = realpath(path.parent) == realpath(folder.directory)
    return (folder.refusal(path) if inside else None) or read_file(path)


def _shown(directory: Path) -> Path:
    """A folder as people see it: from where they are, if it lies below."""
    here = Path.cwd()
    return directory.relative_to(here) if directory.is_relative_to(here) else directory
