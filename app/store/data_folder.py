"""The data folder: made for its owner alone, with the secret key in it."""

import os
import re
from contextlib import suppress
from errno import EISDIR
from pathlib import Path
from secrets import token_urlsafe
from typing import Final

from app.config import SHORTEST_SECRET
from app.errors import SettingsError

KEY_FILE: Final = "secret-key"
OWNER_ONLY_FOLDER: Final = 0o700
OWNER_ONLY_FILE: Final = 0o600

# File systems that other machines write to as well: SQLite's locks and its shared memory do not
# hold there (https://www.sqlite.org/wal.html, section 1).
SHARED: Final = re.compile(r"nfs\d?|cifs|smb\w*|9p|fuse(\..*)?|afs|ceph|glusterfs|lustre")


def make_folder(folder: Path) -> Path:
    """Make the data folder, or close an old one to others; SettingsError when it cannot be."""
    try:
        folder.mkdir(mode=OWNER_ONLY_FOLDER, parents=True, exist_ok=True)
        if folder.stat().st_mode & 0o077:
            folder.chmod(OWNER_ONLY_FOLDER)
    except OSError as error:
        raise SettingsError(
            f"The data folder {folder} cannot be used: {error.strerror}. "
            "Name another one with --data or BYLINE_DATA."
        ) from error
    return folder


def make_private(file: Path) -> None:
    """Make an empty file for its owner alone, or close an old one to others.

    SQLite gives the files that it puts beside a database the mode of the database.
    """
    with suppress(FileExistsError):
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER_ONLY_FILE))
    if file.is_dir():
        raise IsADirectoryError(EISDIR, os.strerror(EISDIR), str(file))
    if file.stat().st_mode & 0o077:
        file.chmod(OWNER_ONLY_FILE)


def secret_key(folder: Path, given: str = "") -> str:
    """The key that signs: `given` (read by the settings), else the one in the data folder.

    It is made on the first start. SettingsError when the file holds less than a key.
    """
    if given:
        return given
    file = make_folder(folder) / KEY_FILE
    try:
        _write_once(file, token_urlsafe(SHORTEST_SECRET))
        make_private(file)
        key = file.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"The secret key in {file} cannot be read or made.") from error
    if len(key) < SHORTEST_SECRET:
        raise SettingsError(f"The secret key in {file} is too short: delete it to get a new one.")
    return key


def _write_once(file: Path, text: str) -> None:
    """Write a file that appears whole or not at all, and never replaces another process's."""
    if file.exists():
        return
    draft = file.with_name(f"{file.name}.{os.getpid()}")
    make_private(draft)
    draft.write_text(text + "\n", encoding="ascii")
    with suppress(FileExistsError):
        os.link(draft, file)
    draft.unlink()


def refuse_network(file: Path, mounts: Path = Path("/proc/mounts")) -> None:
    """Raise SettingsError when a file would lie on a file system that machines share.

    Where there is no list of mounts (macOS, Windows), nothing is refused.
    """
    try:
        table = mounts.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return
    kind = _file_system(file.resolve(), table)
    if SHARED.fullmatch(kind):
        raise SettingsError(
            f"{file} is on a network file system ({kind}), where SQLite can be damaged. "
            "Name a folder of this machine's own with --data, use PostgreSQL, "
            "or set BYLINE_NETWORK_FILES=yes if only this machine will ever open it."
        )


def _file_system(file: Path, table: str) -> str:
    """The type of the file system that a path is on, by the longest mount point above it."""
    found, longest = "", -1
    for line in table.splitlines():
        _, point, kind, *_ = line.split(" ")
        place = Path(re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), point))
        # The last of several mounts on one point is the one that is seen.
        if len(place.parts) >= longest and file.is_relative_to(place):
            found, longest = kind, len(place.parts)
    return found
