"""A site in use: every route with those who may call it, and how to call it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Any, Final

from flask import Flask
from werkzeug.test import TestResponse

from app.web.site.credentials import COOKIE
from tests.web.cast import Browser, browser_of

Route = tuple[str, str]

OPEN = "an open attempt"
DONE = "an attempt that was handed in"

# Who gets what: the owner, a stranger with a key of their own, and a visitor without any.
ACCESS: Final[dict[Route, tuple[int, int, int, str]]] = {
    ("GET", "/"): (200, 200, 200, OPEN),
    ("GET", "/practice/<bank_id>"): (200, 200, 200, OPEN),
    ("POST", "/practice/<bank_id>"): (303, 303, 303, OPEN),
    ("POST", "/resume"): (404, 404, 404, OPEN),
    ("POST", "/not-me"): (303, 303, 303, OPEN),
    ("GET", "/attempts/<attempt_id>"): (200, 404, 404, OPEN),
    ("GET", "/attempts/<attempt_id>/answers.json"): (200, 404, 404, OPEN),
    ("POST", "/attempts/<attempt_id>/answers"): (303, 404, 404, OPEN),
    ("POST", "/attempts/<attempt_id>/answers/<int:n>"): (303, 404, 404, OPEN),
    ("GET", "/attempts/<attempt_id>/check"): (200, 404, 404, OPEN),
    ("POST", "/attempts/<attempt_id>/hand-in"): (303, 404, 404, DONE),
    ("POST", "/attempts/<attempt_id>/more-time"): (303, 404, 404, OPEN),
    ("POST", "/attempts/<attempt_id>/new-code"): (303, 404, 404, OPEN),
    ("GET", "/attempts/<attempt_id>/result"): (200, 404, 404, DONE),
    ("POST", "/attempts/<attempt_id>/again"): (303, 404, 404, DONE),
    ("GET", "/static/<path:name>"): (200, 200, 200, OPEN),
    ("POST", "/api/attempts"): (201, 201, 201, OPEN),
    ("GET", "/api/attempts/<attempt_id>"): (200, 404, 404, OPEN),
    ("GET", "/api/attempts/<attempt_id>/time"): (200, 404, 404, OPEN),
    ("POST", "/api/attempts/<attempt_id>/more-time"): (200, 404, 404, OPEN),
    ("PUT", "/api/attempts/<attempt_id>/answers/<int:n>"): (200, 404, 404, OPEN),
    ("POST", "/api/attempts/<attempt_id>/hand-in"): (200, 404, 404, DONE),
    ("GET", "/api/attempts/<attempt_id>/result"): (200, 404, 404, DONE),
    ("POST", "/api/resume"): (404, 404, 404, OPEN),
    ("GET", "/api/openapi.json"): (200, 200, 200, OPEN),
    ("GET", "/healthz"): (200, 200, 200, OPEN),
}

BODIES: Final[dict[str, Any]] = {
    "/api/attempts": {"bank": "orchard"},
    "/api/resume": {"code": "2222-2222"},
    "/api/attempts/<attempt_id>/answers/<int:n>": {"response": None, "revision": 0},
}

FORMS: Final[dict[str, dict[str, str]]] = {
    "/practice/<bank_id>": {"whose": "mine"},
    "/resume": {"whose": "mine", "code": "2222-2222"},
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
        if rule in FORMS and method == "POST":
            sent = {"data": FORMS[rule]}
        key = who.get_cookie(COOKIE)
        reply = who.open(path, method=method, headers=headers, **sent)
        # A browser that has left comes back for the next route.
        if key is not None:
            who.set_cookie(COOKIE, key.value)
        return reply


def school_dump(school: Class) -> Iterator[str]:
    """Everything that the site's database holds."""
    file = school.site.extensions["byline.services"].store.file
    with closing(sqlite3.connect(file)) as connection:
        yield from connection.iterdump()


def replies(school: Class) -> Iterator[tuple[str, TestResponse]]:
    """Every route's reply, and some that no route makes."""
    for route, (*_, state) in sorted(ACCESS.items()):
        yield " ".join(route), school.call(school.owner, route, state)
    yield "whose", school.owner.post("/practice/orchard")
    yield "lost", browser_of(school.site).post(f"/attempts/{school.attempts[OPEN]}/answers")
    yield "404", school.owner.get("/nowhere")
    yield "404 api", school.owner.get("/api/nowhere")
    yield "404 static", school.owner.get("/static/nowhere.css")
    yield "405", school.owner.delete("/")
    yield "403", school.owner.post("/practice/orchard", headers={"Origin": "https://evil.example"})
    yield "413", school.owner.post("/practice/orchard", data={"length": "6" * 2_000_000})
