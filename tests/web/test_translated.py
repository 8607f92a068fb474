"""No text of ours escapes translation, on any page, in any state that a page has."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import flask
import pytest
from flask import Flask
from werkzeug.exceptions import MethodNotAllowed
from werkzeug.test import TestResponse

from app import errors
from app.library.reading import read_file
from app.web.application import make_site
from app.web.site.assets import FOLDERS
from app.web.site.error_texts import WORDS
from app.web.site.reader_language import CATALOGUES
from tests.web.cast import browser_of
from tests.web.escapes import Escapes
from tests.web.extracting import extracted, singular
from tests.web.foreign import LANGUAGE, foreign_yaml
from tests.web.pseudo import Bracketed
from tests.web.school import Route, routes
from tests.web.states import STATES, State, Visitor

PSEUDO: Final = {"ar": "rtl", "uk": "ltr"}
"""Languages without a catalogue, so that each can stand for any other; and how they run."""

FOR_PROGRAMS: Final = ("/api/", "/healthz", "/static/")

FAULTS: Final[tuple[Callable[[str], Exception], ...]] = (
    errors.BadInput,
    errors.MalformedResponse,
    lambda words: errors.ImpossibleBlueprint((words,)),
    errors.NotPermitted,
    errors.NotFound,
    lambda _: MethodNotAllowed(),
    errors.Conflict,
    lambda _: errors.TimeUp(),
    lambda _: errors.AttemptClosed(),
    errors.TooLarge,
    errors.TooManyRequests,
    errors.Unavailable,
    ValueError,
)


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    folder = tmp_path / "banks"
    folder.mkdir()
    text = foreign_yaml("parko")
    (folder / "gefyra.yaml").write_text(text, encoding="utf-8")
    (folder / "parko.yaml").write_text(foreign_yaml(article_type="interview"), encoding="utf-8")
    empty = text[: text.index("questions:")] + "questions: []\n"
    (folder / "keno.yaml").write_text(empty, encoding="utf-8")
    (folder / "broken.yaml").write_text("byline: 1\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def application() -> Flask:
    """An application of this module's own, whose catalogues are replaced."""
    made = make_site()
    made.secret_key = "the secret of these tests"
    return made


@pytest.fixture
def visit(site: Flask, banks: Path) -> Callable[[str], Visitor]:
    """Open the site to a visitor who speaks a language."""
    bank = read_file(banks / "gefyra.yaml").bank
    assert bank is not None

    def come(language: str) -> Visitor:
        site.extensions[CATALOGUES][language] = Bracketed()
        return Visitor(browser_of(site), bank, banks, language)

    return come


def escapes_in(reply: TestResponse, language: str) -> list[str]:
    """What is amiss with a page."""
    if reply.mimetype != "text/html" or reply.status_code == 303:
        return []
    assert f'<html lang="{language}" dir="{PSEUDO[language]}">' in reply.text
    page = Escapes(reply.text, language=language, direction=PSEUDO[language], bank=LANGUAGE)
    return [f"{reply.request.path} {reply.status_code}: {fault}" for fault in page.found]


def faults(site: Flask, visitor: Visitor) -> Iterator[TestResponse]:
    """Yield the page of every fault that there is, whatever it says of itself."""
    sound = dict(site.view_functions)
    for make in FAULTS:
        view = broken_by(make)
        site.view_functions |= {"home.contents": view, "attempt.save_paper": view}
        yield visitor.get("/")
        yield visitor.post("/attempts/any/answers", {"a1": "x"})
    site.view_functions |= sound


def broken_by(make: Callable[[str], Exception]) -> Callable[..., str]:
    """A view that fails."""

    def broken(**_: str) -> str:
        raise make("The inside is out.")

    return broken


@pytest.mark.parametrize("state", STATES.values(), ids=STATES.keys())
def test_nothing_escapes(visit: Callable[[str], Visitor], state: State) -> None:
    replies = list(state(visit("ar")))
    assert replies
    assert "\n".join(fault for reply in replies for fault in escapes_in(reply, "ar")) == ""


def test_no_fault_speaks_another_language(site: Flask, visit: Callable[[str], Visitor]) -> None:
    replies = list(faults(site, visit("ar")))
    assert {reply.status_code for reply in replies} == set(WORDS)
    assert "\n".join(fault for reply in replies for fault in escapes_in(reply, "ar")) == ""


def test_nothing_was_forgotten(site: Flask, visit: Callable[[str], Visitor]) -> None:
    """Every route for people is visited, and every text of the pages was asked for on the way.

    A new page, or a new state of one that has words of its own, needs its line in `states`.
    """
    visited: set[Route] = set()

    def note(_: Flask) -> None:
        visited.add((flask.request.method, str(flask.request.url_rule)))

    visitor = visit("uk")
    with flask.request_started.connected_to(note, site):
        for state in STATES.values():
            list(state(visitor))
        list(faults(site, visitor))
    forgotten = {route for route in routes(site) if not route[1].startswith(FOR_PROGRAMS)} - visited
    assert forgotten == set()
    texts = site.extensions[CATALOGUES]["uk"].asked
    assert "\n".join(sorted(of_the_pages() - texts)) == ""


WRITTEN: Final = re.compile(
    r"""(?:\.(?:textContent|innerText|innerHTML|ariaLabel|title|placeholder|alt)\s*=
        |\b(?:append|prepend|replaceWith|alert|confirm|say)\(
        |setAttribute\("(?:aria-label|title|alt|placeholder|value)",)\s*
        (?:"([^"]*)"|'([^']*)'|`([^`]*)`)""",
    re.VERBOSE,
)
"""A literal text that a script puts before people."""


def test_no_script_has_words_of_its_own() -> None:
    """What a script says is handed to it by the page, in the page's language."""
    own = [
        (script.name, match[0])
        for script in sorted(path for folder in FOLDERS for path in folder.glob("*.js"))
        for match in WRITTEN.finditer(script.read_text(encoding="utf-8"))
        if re.search("[A-Za-z]", re.sub(r"\$\{[^}]*\}", "", "".join(filter(None, match.groups()))))
    ]
    assert own == []
    assert WRITTEN.search('state.textContent = "Saved"')


def of_the_pages() -> set[str]:
    """The texts of the templates and of the error pages, by their singulars.

    Those of `words` are tables, of which a page shows one word at a time: `test_words`.
    """
    return {
        singular(message)
        for message in extracted()
        if any("/web/" in name and not name.endswith("words.py") for name, _ in message.locations)
    }
