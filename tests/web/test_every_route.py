"""What holds for every route, also for those that are added later: the tables here must know it."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any, Final

import pytest
from flask import Flask
from selectolax.lexbor import LexborHTMLParser as Page
from werkzeug.test import TestResponse

from app.config import Settings
from app.web.headers import CONTENT_SECURITY_POLICY
from tests.web.banks import HOSTILE_TEXT
from tests.web.cast import Browser, browser_of, start_practice

Route = tuple[str, str]

OPEN = "an open attempt"
DONE = "an attempt that was handed in"

# Who gets what: the owner, a stranger with a key of their own, and somebody without any.
ACCESS: Final[dict[Route, tuple[int, int, int, str]]] = {
    ("GET", "/"): (200, 200, 200, OPEN),
    ("GET", "/practice/<bank_id>"): (200, 200, 200, OPEN),
    ("POST", "/practice/<bank_id>"): (303, 303, 303, OPEN),
    ("GET", "/attempts/<attempt_id>"): (200, 404, 404, OPEN),
    ("POST", "/attempts/<attempt_id>/answers"): (303, 404, 404, OPEN),
    ("POST", "/attempts/<attempt_id>/answers/<int:n>"): (303, 404, 404, OPEN),
    ("GET", "/attempts/<attempt_id>/check"): (200, 404, 404, OPEN),
    ("POST", "/attempts/<attempt_id>/hand-in"): (303, 404, 404, DONE),
    ("GET", "/attempts/<attempt_id>/result"): (200, 404, 404, DONE),
    ("POST", "/attempts/<attempt_id>/again"): (303, 404, 404, DONE),
    ("GET", "/static/<path:name>"): (200, 200, 200, OPEN),
    ("POST", "/api/attempts"): (201, 201, 201, OPEN),
    ("GET", "/api/attempts/<attempt_id>"): (200, 404, 404, OPEN),
    ("PUT", "/api/attempts/<attempt_id>/answers/<int:n>"): (200, 404, 404, OPEN),
    ("POST", "/api/attempts/<attempt_id>/hand-in"): (200, 404, 404, DONE),
    ("GET", "/api/attempts/<attempt_id>/result"): (200, 404, 404, DONE),
    ("GET", "/api/openapi.json"): (200, 200, 200, OPEN),
    ("GET", "/healthz"): (200, 200, 200, OPEN),
}

BODIES: Final[dict[str, Any]] = {
    "/api/attempts": {"bank": "orchard"},
    "/api/attempts/<attempt_id>/answers/<int:n>": {"response": None, "revision": 0},
}


def routes(site: Flask) -> list[Route]:
    """Every method and rule of the application, without what Flask adds to GET."""
    return sorted(
        (method, rule.rule)
        for rule in site.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    )


@dataclass
class Class:
    """A site in use, and how to call any of its routes."""

    site: Flask
    owner: Browser
    attempts: dict[str, str]

    def call(self, who: Browser, route: Route, state: str = OPEN, **headers: str) -> TestResponse:
        """Send a harmless request to a route."""
        method, rule = route
        values = {"<bank_id>": "orchard", "<int:n>": "1", "<path:name>": "byline.css"}
        values["<attempt_id>"] = self.attempts[state]
        path = rule
        for name, value in values.items():
            path = path.replace(name, value)
        sent = {"json": BODIES[rule]} if rule in BODIES else {}
        return who.open(path, method=method, headers=headers, **sent)


@pytest.fixture
def school(site: Flask, owner: Browser) -> Class:
    opened = start_practice(owner).rsplit("/", 1)[-1]
    done = start_practice(owner).rsplit("/", 1)[-1]
    assert owner.post(f"/attempts/{done}/hand-in").status_code == 303
    return Class(site, owner, {OPEN: opened, DONE: done})


def test_the_table_knows_every_route(site: Flask) -> None:
    assert routes(site) == sorted(ACCESS)


def test_access(school: Class, stranger: Browser) -> None:
    start_practice(stranger)
    found = {route: (*statuses(school, stranger, route, row[3]), row[3])
             for route, row in ACCESS.items()}  # fmt: skip
    assert found == ACCESS


def statuses(school: Class, stranger: Browser, route: Route, state: str) -> Iterator[int]:
    """Yield what a route says to the owner, to a stranger and to somebody who was never here."""
    for who in (school.owner, stranger, browser_of(school.site)):
        yield school.call(who, route, state).status_code


def test_a_stranger_learns_nothing(school: Class, stranger: Browser) -> None:
    start_practice(stranger)
    unknown = Class(school.site, stranger, dict.fromkeys(school.attempts, "A" * 32))
    for route in ACCESS:
        if "<attempt_id>" not in route[1]:
            continue
        seen = school.call(stranger, route, **{"X-Request-ID": "the-same-one"})
        other = unknown.call(stranger, route, **{"X-Request-ID": "the-same-one"})
        assert (seen.status_code, told(seen)) == (other.status_code, told(other)), route


def told(reply: TestResponse) -> str:
    """What a reply says, without the id that was asked for."""
    return reply.text.replace(reply.request.path.split("/")[-1], "")


@pytest.mark.parametrize(
    "evidence",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "", "Referer": "https://evil.example/"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Origin": ""},
    ],
)
def test_no_unsafe_route_obeys_another_site(school: Class, evidence: dict[str, str]) -> None:
    before = list(school_dump(school))
    unsafe = [route for route in routes(school.site) if route[0] != "GET"]
    assert unsafe
    for route in unsafe:
        reply = school.call(school.owner, route, **evidence)
        assert reply.status_code == 403, route
    assert list(school_dump(school)) == before


def school_dump(school: Class) -> Iterator[str]:
    """Everything that the site's database holds."""
    file = school.site.extensions["byline.room"].store.file
    with sqlite3.connect(file) as connection:
        yield from connection.iterdump()


def test_looking_changes_nothing(school: Class) -> None:
    before = list(school_dump(school))
    assert len(before) > 10
    for method, rule in routes(school.site):
        if method == "GET":
            for state in (OPEN, DONE):
                for looking in ("GET", "HEAD", "OPTIONS"):
                    school.call(school.owner, (looking, rule), state)
    assert list(school_dump(school)) == before


def replies(school: Class) -> Iterator[tuple[str, TestResponse]]:
    """Every route's reply, and some that no route makes."""
    for route, (*_, state) in sorted(ACCESS.items()):
        yield " ".join(route), school.call(school.owner, route, state)
    yield "404", school.owner.get("/nowhere")
    yield "404 api", school.owner.get("/api/nowhere")
    yield "404 static", school.owner.get("/static/nowhere.css")
    yield "405", school.owner.delete("/")
    yield "403", school.owner.post("/practice/orchard", headers={"Origin": "https://evil.example"})
    yield "413", school.owner.post("/practice/orchard", data={"length": "6" * 2_000_000})


def test_every_reply_bears_its_headers(school: Class) -> None:
    for name, reply in replies(school):
        headers = reply.headers
        assert headers["Content-Security-Policy"] == CONTENT_SECURITY_POLICY, name
        assert headers["X-Content-Type-Options"] == "nosniff", name
        assert headers["Referrer-Policy"] == "same-origin", name
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin", name
        assert "geolocation=()" in headers["Permissions-Policy"], name
        assert headers["X-Request-ID"], name
        assert not [key for key, _ in headers if key.startswith("Access-Control")], name
        assert "Strict-Transport-Security" not in headers, name
        assert len({key.lower() for key, _ in headers}) == len(headers), name
        if not name.startswith("GET /static"):
            assert headers["Cache-Control"] == "no-store", name
            assert "Cookie" in headers["Vary"], name


def test_under_tls_the_transport_is_pinned(school: Class) -> None:
    reply = school.owner.get("/", base_url="https://localhost")
    assert reply.headers["Strict-Transport-Security"] == "max-age=31536000"


class Balance(HTMLParser):
    """Finds elements that are not closed, or closed in the wrong order, and ids used twice."""

    VOID = frozenset(
        [
            "area",
            "base",
            "br",
            "col",
            "embed",
            "hr",
            "img",
            "input",
            "link",
            "meta",
            "source",
            "track",
            "wbr",
        ]
    )

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        self.faults += [f"{tag} {name} twice" for name in set(names) if names.count(name) > 1]
        self.faults += [f"{tag} {name}" for name in names if name == "style" or name[:2] == "on"]
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in self.VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> at {self.getpos()}")


def test_every_page_is_sound_html(school: Class) -> None:
    pages = [(name, reply) for name, reply in replies(school) if reply.mimetype == "text/html"]
    assert len(pages) > 8
    for name, reply in pages:
        if reply.status_code == 303:
            continue
        balance = Balance()
        balance.feed(reply.text)
        page = Page(reply.text)
        assert balance.faults == [], name
        assert balance.open == [], name
        assert len(set(balance.ids)) == len(balance.ids), name
        assert len(page.css("h1")) == 1, name
        assert page.css("html[lang][dir]"), name
        assert reply.text.lower().startswith("<!doctype html>"), name
        scripts = [script for script in page.css("script") if "src" not in script.attributes]
        assert all(script.attributes.get("type") == "application/json" for script in scripts), name


def test_what_a_bank_says_is_text_and_never_markup(school: Class) -> None:
    told = {}
    for name, reply in replies(school):
        if reply.mimetype != "text/html" or reply.status_code == 303:
            continue
        page = Page(reply.text)
        assert page.css("[onmouseover]") == [], name
        assert "1337" not in reply.text, name
        told[name] = (page.body.text() if page.body else "").count("onmouseover=alert(1)")
    spoken = [name for name, count in told.items() if count]
    assert spoken == [
        "GET /",
        "GET /attempts/<attempt_id>",
        "GET /attempts/<attempt_id>/check",
        "GET /attempts/<attempt_id>/result",
        "GET /practice/<bank_id>",
    ]
    assert HOSTILE_TEXT.startswith("<b onmouseover=")


def test_nothing_leads_away(school: Class) -> None:
    """Every address on a page is ours, but for the article's own."""
    for name, reply in replies(school):
        for node in Page(reply.text).css("[href], [src], [action], [formaction]"):
            for part in ("href", "src", "action", "formaction"):
                address = node.attributes.get(part) or "/"
                ours = address[0] in "/#" and not address.startswith("//")
                known = address.startswith(("https://example.org/", "data:image/svg+xml"))
                assert ours or known, (name, address)


def test_a_program_needs_no_origin(site: Flask) -> None:
    client = site.test_client(use_cookies=False)
    assert client.post("/api/attempts", json={"bank": "orchard"}).status_code == 201


def test_the_database_is_the_settings(site: Flask, settings: Settings) -> None:
    assert site.extensions["byline.room"].store.file == settings.data / "byline.sqlite3"
