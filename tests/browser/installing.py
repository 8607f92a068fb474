"""Installs what the browser tests miss, a library or Chromium, or says what to install."""

import os
import platform
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.browser import chromium

CHROMIUM_PACKAGES = ("chromium", "fonts-dejavu-core")
DRIVER_PACKAGES = ("libatomic1", "libstdc++6")

WHAT_THE_DRIVER_NEEDS = """\
Playwright, which drives Chromium in the tests, does not start: a library is missing.
On Debian and Ubuntu:  sudo apt-get install libatomic1 libstdc++6
What it says itself:   .venv/bin/python -m playwright --version
"""


def driver_starts() -> bool:
    """Whether Playwright's own program runs; a bare Debian lacks a library for it."""
    return bool(chromium.output_of([sys.executable, "-m", "playwright", "--version"], timeout=60))


def install_driver() -> bool:
    """Install what Playwright's program needs; return whether it starts now."""
    for command in apt_commands(os_release(), root_prefix(), DRIVER_PACKAGES):
        say(f"Installing for the browser tests: {' '.join(command)}")
        succeeds(command)
    return driver_starts()


def install() -> Path | None:
    """Try what this system offers, one way after the other, until there is a Chromium."""
    for command in installers(os_release(), root_prefix()):
        say(f"Installing Chromium for the browser tests: {' '.join(command)}")
        if not succeeds(command):
            continue
        try:
            return chromium.find()
        except chromium.ChromiumMissingError:
            continue
    return None


def installers(
    release: Mapping[str, str], become_root: Sequence[str] | None
) -> Iterator[Sequence[str]]:
    """Yield the commands that may install one; `become_root` is None for who may not."""
    # Ubuntu's package of that name is a stub that wants the snap store.
    if "ubuntu" not in kin_of(release):
        yield from apt_commands(release, become_root, CHROMIUM_PACKAGES)
    own = [sys.executable, "-m", "playwright", "install"]
    if become_root is not None and release:
        yield [*own, "--with-deps", "chromium"]
    yield [*own, "chromium"]


def apt_commands(
    release: Mapping[str, str], become_root: Sequence[str] | None, packages: Sequence[str]
) -> Iterator[Sequence[str]]:
    """Yield the commands that install Debian's packages; none elsewhere, or for who may not."""
    if become_root is None or "debian" not in kin_of(release):
        return
    apt = [*become_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    yield [*apt, "update"]
    quiet = ["-o", "Dpkg::Use-Pty=0", "--yes", "--no-install-recommends"]
    yield [*apt, "install", *quiet, *packages]


def kin_of(release: Mapping[str, str]) -> set[str]:
    """Return the system's name and those it descends from, as in /etc/os-release."""
    return {release.get("ID", ""), *release.get("ID_LIKE", "").split()}


def os_release() -> dict[str, str]:
    """Return what the system calls itself, or nothing where it does not (macOS)."""
    try:
        return platform.freedesktop_os_release()
    except OSError:
        return {}


def root_prefix() -> Sequence[str] | None:
    """Return what to put before a command that needs root; None if none may run without asking."""
    if os.geteuid() == 0:
        return []
    user = chromium.output_of(["sudo", "-n", "id", "-u"], timeout=10)
    return ["sudo", "-n"] if user.strip() == "0" else None


def succeeds(command: Sequence[str]) -> bool:
    """Run a command that may take ten minutes and never asks; its words go to standard error."""
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=sys.stderr, timeout=600, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def say(line: str) -> None:
    """Write a line for the person who waits."""
    print(line, file=sys.stderr, flush=True)


def main() -> int:
    """Find or install Playwright's driver and a Chromium; return 0 when both are there, else 1."""
    if not driver_starts() and not install_driver():
        say(WHAT_THE_DRIVER_NEEDS)
        return 1
    try:
        executable = chromium.find()
    except chromium.ChromiumMissingError as missing:
        # Who names a Chromium wants that one, not another.
        installed = None if os.environ.get("BYLINE_CHROMIUM") else install()
        if installed is None:
            say(str(missing))
            return 1
        executable = installed
    say(f"Browser tests use {executable}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
