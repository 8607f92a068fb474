"""The settings: one table, from which the options of `serve`, the environment and the docs come.

Every setting has a default; a value that cannot be read refuses to start and names its setting.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from app.errors import SettingsError

PREFIX: Final = "BYLINE_"
SHORTEST_SECRET: Final = 32
DATABASE_FILE: Final = "byline.sqlite3"


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of the table.

    `read` turns text into the value, or raises ValueError with "must be ..."; `shown` is the
    default in the words of the documentation; `option` is False for what must not be
    seen in a list of processes.
    """

    name: str
    read: Callable[[str], Any]
    default: Any
    comment: str
    shown: str = ""
    flag: str = ""
    metavar: str = "TEXT"
    option: bool = True

    @property
    def variable(self) -> str:
        """The name in the environment."""
        return PREFIX + self.name.upper()

    @property
    def switch(self) -> str:
        """The option of `serve`."""
        return "--" + (self.flag or self.name.replace("_", "-"))

    @property
    def usual(self) -> str:
        """The default as the documentation shows it."""
        return self.shown or str(self.default)


def whole_number(lowest: int, highest: int) -> Callable[[str], int]:
    """A reader of whole numbers from `lowest` to `highest`."""

    def read(text: str) -> int:
        if not text.isascii() or not text.isdigit() or not lowest <= int(text) <= highest:
            raise ValueError(f"must be a whole number from {lowest} to {highest}")
        return int(text)

    return read


def one_of(*words: str) -> Callable[[str], str]:
    """A reader that takes one of a few words."""

    def read(text: str) -> str:
        if text not in words:
            raise ValueError(f"must be one of {', '.join(words)}")
        return text

    return read


def yes_or_no(text: str) -> bool:
    """Read `yes` or `no`."""
    return one_of("yes", "no")(text) == "yes"


def address(text: str) -> str:
    """Read an address or a host's name."""
    if not text or not text.isprintable() or set(text) & set(" /"):
        raise ValueError("must be an address such as 127.0.0.1, or a host's name")
    return text


def folder(text: str) -> Path:
    """Read a path; `~` is the home folder."""
    # An empty path would be the working directory, which is then closed to others.
    if not text or "\0" in text:
        raise ValueError("must be the path of a folder")
    try:
        return Path(text).expanduser().absolute()
    except RuntimeError:
        raise ValueError("must begin with a home folder that is there") from None


def database(text: str) -> str:
    """Read the URL of a database."""
    if not text.startswith(("sqlite:///", "postgresql://", "postgresql+psycopg://")):
        raise ValueError("must begin with sqlite:/// or postgresql://")
    return text


def secret(text: str) -> str:
    """Read a secret key: long enough, and not a word that could be guessed."""
    if len(text) < SHORTEST_SECRET or len(set(text)) < SHORTEST_SECRET // 4:
        raise ValueError(f"must be {SHORTEST_SECRET} or more random characters")
    return text


def host_names(text: str) -> tuple[str, ...]:
    """Read names of hosts, with commas between them."""
    names = tuple(address(name.strip()) for name in text.split(",") if name.strip())
    if not names:
        raise ValueError("must be names of hosts, with commas between them")
    return names


def shipped_banks() -> Path:
    """The folder of the banks that ship: inside the package in a wheel, else beside it."""
    package = Path(__file__).parent
    inside = package / "questions"
    return inside if inside.is_dir() else package.parent / "questions"


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


SETTINGS: Final = (
    Setting(
        "host",
        address,
        "0.0.0.0",  # noqa: S104 - a class must be able to reach it
        "Address to listen on; 127.0.0.1 keeps it to this machine.",
    ),
    Setting("port", whole_number(0, 65535), 8000, "Port to listen on; 0 takes any that is free."),
    Setting(
        "workers",
        whole_number(0, 64),
        0,
        "Worker processes; 0 means one for each core.",
        shown="0",
    ),
    Setting("threads", whole_number(1, 64), 8, "Threads of each worker."),
    Setting("banks", folder, None, "Folder of the banks.", shown="the banks that ship"),
    Setting("data", folder, None, "Folder of what is kept.", shown="`instance` where it starts"),
    Setting(
        "database_url",
        database,
        "",
        "Database to use instead of the SQLite file in the data folder.",
        shown=f"`{DATABASE_FILE}` in the data folder",
        flag="database",
    ),
    Setting(
        "secret_key",
        secret,
        "",
        "Key that signs; in the environment only.",
        shown="made on the first start, kept in the data folder",
        option=False,
    ),
    Setting(
        "proxies",
        whole_number(0, 8),
        0,
        "Reverse proxies in front whose X-Forwarded headers are believed.",
    ),
    Setting(
        "hosts",
        host_names,
        (),
        "Names that students may open it by, with commas; others are refused.",
        shown="any",
    ),
    Setting("log", one_of("text", "json"), "text", "Form of the log on standard error."),
    Setting(
        "network_files",
        yes_or_no,
        False,
        "`yes` allows the SQLite file on a network file system, which can damage it.",
        shown="no",
    ),
)


@dataclass(frozen=True)
class Settings:
    """The settings as they are, one field for each row of the table."""

    host: str
    port: int
    workers: int
    threads: int
    banks: Path
    data: Path
    database_url: str
    secret_key: str
    proxies: int
    hosts: tuple[str, ...]
    log: str
    network_files: bool

    @classmethod
    def from_environment(
        cls, environ: Mapping[str, str] | None = None, **overrides: Any
    ) -> "Settings":
        """Read the environment (default: this process's); `overrides` go before it.

        An override is text, as from the command line, or the value itself; None leaves it to the
        environment. Raises SettingsError, which names the setting.
        """
        given = os.environ if environ is None else environ
        unknown = set(overrides) - {setting.name for setting in SETTINGS}
        if unknown:
            raise SettingsError(f"There is no setting named {', '.join(sorted(unknown))}.")
        values = {row.name: _value(row, given, overrides.get(row.name)) for row in SETTINGS}
        values["banks"] = values["banks"] or shipped_banks()
        values["data"] = values["data"] or Path("instance").absolute()
        values["workers"] = values["workers"] or cores()
        return cls(**values)

    @property
    def store_url(self) -> str:
        """Where things are kept: the database that was named, else a file in the data folder."""
        return self.database_url or f"sqlite:///{self.data / DATABASE_FILE}"


def _value(setting: Setting, environ: Mapping[str, str], override: Any) -> Any:
    """The value of one setting; an empty variable counts as none."""
    if override is not None:
        return _read(setting, setting.switch, override) if isinstance(override, str) else override
    text = environ.get(setting.variable, "")
    return _read(setting, setting.variable, text) if text else setting.default


def _read(setting: Setting, named: str, text: str) -> Any:
    try:
        return setting.read(text)
    except ValueError as error:
        given = f'is "{text}"' if setting.option and setting.name != "database_url" else "is set"
        raise SettingsError(f"{named} {given}, but {error}.") from None
