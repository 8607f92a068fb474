"""A real server, and browsers that hold every page to what is asked of all pages.

Whatever a test does, no page may ask another origin for anything, break the content policy or
write an error to the console: each browser context is checked when the test ends.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from shutil import copy
from threading import Thread
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright
from werkzeug.serving import WSGIRequestHandler, make_server

from app import create_app
from app.classroom.services import now, open_services
from app.config import Settings
from app.web.site.reader_language import CATALOGUES
from tests.browser import chromium
from tests.browser.banks import TEXTS, bank_yaml, tasks_yaml
from tests.browser.student import Student
from tests.every_kind import DRESSES, every_bank
from tests.web.foreign import foreign_yaml
from tests.web.pseudo import Bracketed

SHIPPED = Path(__file__).parents[2] / "questions"
PATIENCE = 10_000
"""Milliseconds after which what should have happened has not."""

PSEUDO = "he"
"""A language in which every text that is meant to be translated stands in brackets."""


class Silent(WSGIRequestHandler):
    """No line for each request."""

    def log(self, type: str, message: str, *args: Any) -> None:  # noqa: A002  # named by Werkzeug
        """Nothing."""


@dataclass
class ServerClock:
    """The server's clock: the real one, and however many seconds a test has put it ahead."""

    ahead: float = 0.0

    def __call__(self) -> datetime:
        """The moment that the server takes for now."""
        return now() + timedelta(seconds=self.ahead)

    def move(self, seconds: float) -> None:
        """Put it ahead by more."""
        self.ahead += seconds


SERVER_CLOCK = ServerClock()


@pytest.fixture
def server_clock() -> Iterator[ServerClock]:
    yield SERVER_CLOCK
    SERVER_CLOCK.ahead = 0


@pytest.fixture(scope="session")
def banks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("banks")
    for name, text in TEXTS.items():
        (folder / f"{name}.yaml").write_text(bank_yaml(text), encoding="utf-8")
    (folder / "gefyra.yaml").write_text(foreign_yaml(), encoding="utf-8")
    (folder / "tasks.yaml").write_text(tasks_yaml(), encoding="utf-8")
    for name in DRESSES:
        (folder / f"{name}.yaml").write_text(every_bank(name).yaml, encoding="utf-8")
    for shipped in SHIPPED.iterdir():
        copy(shipped, folder)
    return folder


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, banks: Path) -> Flask:
    kept = tmp_path_factory.mktemp("browser") / "kept"
    settings = Settings.from_environment({}, banks=banks, data=kept)
    site = create_app(settings=settings, services=open_services(settings, clock=SERVER_CLOCK))
    site.extensions[CATALOGUES][PSEUDO] = Bracketed()
    return site


@pytest.fixture(scope="session")
def address(site: Flask) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, site, threaded=True, request_handler=Silent)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://localhost:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.find(), args=list(chromium.ARGS)
        )
        yield browser
        browser.close()


@dataclass
class Watch:
    """What a browser context did that no page of ours may do; `allowed` is what a test provokes."""

    address: str
    faults: list[str] = field(default_factory=list)
    allowed: str = r"^$"

    def over(self, context: BrowserContext) -> None:
        """Watch every page of a context."""
        context.on("console", self.hear)
        context.on("weberror", lambda error: self.faults.append(f"error: {error.error}"))
        context.on("request", lambda request: self.see(request.url))

    def hear(self, message: ConsoleMessage) -> None:
        """Keep what the console calls an error or a warning."""
        if message.type in ("error", "warning"):
            self.faults.append(f"console: {message.text}")

    def see(self, url: str) -> None:
        """Keep what goes to another origin."""
        if not url.startswith((f"{self.address}/", "data:")):
            self.faults.append(f"elsewhere: {url}")

    def unexpected(self) -> list[str]:
        """The faults that the test did not provoke."""
        return [fault for fault in self.faults if not re.search(self.allowed, fault)]


@pytest.fixture
def watch(address: str) -> Iterator[Watch]:
    watch = Watch(address)
    yield watch
    assert watch.unexpected() == []


OpenContext = Callable[..., BrowserContext]


@pytest.fixture
def open_context(browser: Browser, watch: Watch) -> Iterator[OpenContext]:
    """Opens a browser of its own (cookies, storage) with Playwright's options for a context."""
    opened: list[BrowserContext] = []

    def open_one(**options: Any) -> BrowserContext:
        context = browser.new_context(**({"locale": "en"} | options))
        context.set_default_timeout(PATIENCE)
        watch.over(context)
        opened.append(context)
        return context

    yield open_one
    for context in opened:
        context.close()


OpenStudent = Callable[..., Student]


@pytest.fixture
def open_student(open_context: OpenContext, address: str) -> OpenStudent:
    """Seats a student at a browser of their own."""

    def seat(**options: Any) -> Student:
        page: Page = open_context(**options).new_page()
        return Student(page, address)

    return seat


@pytest.fixture
def student(open_student: OpenStudent) -> Student:
    return open_student()
