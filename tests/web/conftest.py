"""A site with one bank in a new folder, and the people who come to it."""

from pathlib import Path

import pytest
from flask import Flask

from app import create_app
from app.config import Settings
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


@pytest.fixture
def site(settings: Settings) -> Flask:
    return create_app(settings=settings)


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
