"""A site with one bank in a new folder, and the people who come to it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from app.classroom.services import open_services
from app.config import Settings
from app.web.application import make_site
from app.web.site.current import move_in
from tests.kept import put_database
from tests.web.banks import orchard
from tests.web.cast import Browser, Program, browser_of, start_practice
from tests.web.school import DONE, OPEN, Class


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    folder = tmp_path / "banks"
    folder.mkdir()
    (folder / "orchard.yaml").write_text(orchard(), encoding="utf-8")
    return folder


@pytest.fixture
def settings(tmp_path: Path, banks: Path) -> Settings:
    return Settings.from_environment({}, banks=banks, data=tmp_path / "kept")


@pytest.fixture(scope="session")
def application() -> Flask:
    """The application that every test moves its own classroom into.

    Its templates, catalogues and files are read once. A test that changes it makes its own.
    """
    made = make_site()
    made.secret_key = "the secret of the tests"
    return made


@pytest.fixture
def site(application: Flask, settings: Settings) -> Iterator[Flask]:
    put_database(settings)
    services = open_services(settings)
    move_in(application, services)
    yield application
    services.store.let_go()


@pytest.fixture
def owner(site: Flask) -> Browser:
    return browser_of(site)


@pytest.fixture
def stranger(site: Flask) -> Browser:
    return browser_of(site)


@pytest.fixture
def program(site: Flask) -> Program:
    return Program(site)


@pytest.fixture
def school(site: Flask, owner: Browser) -> Class:
    opened = start_practice(owner, time_limit="45").rsplit("/", 1)[-1]
    done = start_practice(owner).rsplit("/", 1)[-1]
    assert owner.post(f"/attempts/{done}/hand-in").status_code == 303
    return Class(site, owner, {OPEN: opened, DONE: done})
