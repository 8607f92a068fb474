"""Finds a Chromium that really renders a page."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

ARGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""What the tests start Chromium with: nothing but the page under test, also for root."""

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_PATHS = (
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
)

WHAT_TO_INSTALL = """\
The browser tests need Chromium, none was found, and none could be installed from here.
Do one of these, then run the tests again:
  Debian:         sudo apt-get install chromium
  Ubuntu:         sudo .venv/bin/python -m playwright install-deps chromium
                  .venv/bin/python -m playwright install chromium
  macOS:          .venv/bin/python -m playwright install chromium
  any other:      install Chromium or Google Chrome and put it on the PATH,
                  or name it: BYLINE_CHROMIUM=/path/to/chromium make test
"""


class ChromiumMissingError(Exception):
    """No usable Chromium; the message says what to install."""


@cache
def find() -> Path:
    """Return the Chromium that the browser tests drive; raise `ChromiumMissingError` if none."""
    named = os.environ.get("BYLINE_CHROMIUM")
    if named:
        if renders(Path(named)):
            return Path(named)
        raise ChromiumMissingError(f"BYLINE_CHROMIUM names {named}, which does not render a page.")
    for candidate in candidates():
        if renders(candidate):
            return candidate
    raise ChromiumMissingError(WHAT_TO_INSTALL)


def candidates() -> Iterator[Path]:
    """Yield where a Chromium may be: on the PATH, in macOS's folder, in Playwright's own."""
    for name in NAMES:
        found = shutil.which(name)
        if found:
            yield Path(found)
    yield from (path for path in MAC_PATHS if path.exists())
    own = playwright_path()
    if own is not None and own.exists():
        yield own


def renders(executable: Path) -> bool:
    """Whether this program renders a page; Ubuntu's stub for the snap package does not."""
    page = "data:text/html,<title>alive</title>"
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [
            str(executable),
            "--headless",
            *ARGS,
            f"--user-data-dir={profile}",
            "--dump-dom",
            page,
        ]
        return "<title>alive</title>" in output_of(command, timeout=60)


def playwright_path() -> Path | None:
    """Where Playwright's own Chromium is or would be."""
    # In a process of its own: Playwright's driver cannot be started twice in one thread.
    code = (
        "from playwright.sync_api import sync_playwright as start\n"
        "with start() as playwright: print(playwright.chromium.executable_path)"
    )
    path = output_of([sys.executable, "-c", code], timeout=60).strip()
    return Path(path) if path else None


def output_of(command: Sequence[str], *, timeout: float) -> str:
    """Return what a command printed, or nothing if it failed, hung (seconds) or is not there."""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=timeout,
            text=True,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout
