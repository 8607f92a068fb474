"""Who uses the site in the tests: browsers, programs, and what all of them were sent."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from selectolax.lexbor import LexborHTMLParser as Page
from werkzeug.test import TestResponse

HERE = {"Origin": "http://localhost"}


class Browser(FlaskClient):
    """A browser: it keeps cookies, and says which page a request comes from."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        """Send a request, from one of our own pages unless another origin is given."""
        given = dict(kwargs.pop("headers", None) or {})
        return super().open(*args, headers=HERE | given, **kwargs)


def browser_of(site: Flask) -> Browser:
    """A browser that has never been here."""
    return Browser(site, site.response_class)


@dataclass
class Program:
    """A program without cookies; `token` is what opening an attempt gave."""

    site: Flask
    token: str = ""
    seen: list[TestResponse] = field(default_factory=list)

    def send(self, method: str, path: str, body: Any = None) -> TestResponse:
        """Send JSON, with the token once there is one."""
        headers = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        client = self.site.test_client(use_cookies=False)
        sent = {} if body is None else {"json": body}
        reply = client.open(path, method=method, headers=headers, **sent)
        self.seen.append(reply)
        return reply

    def open_attempt(self, **wish: Any) -> Any:
        """Open an attempt and keep its token; returns the document."""
        reply = self.send("POST", "/api/attempts", {"bank": "orchard"} | wish)
        assert reply.status_code == 201, reply.text
        document = reply.get_json()
        self.token = document["token"]
        return document


def first_answer(item: Mapping[str, Any]) -> Any:
    """Some answer that the question takes: what comes first of all that may be chosen.

    A question of any kind takes it; what is typed is a number.
    """
    rows, options, parts = (_ids(item, name) for name in ("rows", "options", "parts"))
    if rows:
        return dict.fromkeys(rows, options[0]) if options else rows
    if item["kind"] == "choice":
        return options[0]
    return (options or parts)[:1] or "3"


def _ids(item: Mapping[str, Any], name: str) -> list[str]:
    return [entry["id"] for entry in item.get(name, ()) if "id" in entry]


def form_fields(item: Mapping[str, Any], revision: int = 0) -> dict[str, Any]:
    """The same answer as the paper's form sends it."""
    n, answer = item["n"], first_answer(item)
    known = {f"r{n}": str(revision)}
    if isinstance(answer, dict):
        return known | {f"a{n}.{row}": verdict for row, verdict in answer.items()}
    return known | {f"a{n}": answer}


def all_forms(items: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """The first answer to every question as the form sends them."""
    return {name: value for item in items for name, value in form_fields(item).items()}


def start_practice(browser: Browser, bank: str = "orchard", length: int = 6, **more: str) -> str:
    """Start a practice as a student does; returns the address of the paper.

    An open paper in the browser is their own.
    """
    reply = browser.post(f"/practice/{bank}", data={"length": str(length), "whose": "mine"} | more)
    assert reply.status_code == 303, reply.text
    return str(reply.location)


def paper_of(browser: Browser, address: str) -> Any:
    """The paper as the API shows it to the same browser."""
    reply = browser.get(f"/api{address}")
    assert reply.status_code == 200, reply.text
    return reply.get_json()


def fields_on(page: str) -> dict[str, Any]:
    """What the browser would send if the form were posted as it stands."""
    found: dict[str, list[str]] = {}
    for box in Page(page).css("form.questions input"):
        kind = box.attributes.get("type")
        if kind not in ("radio", "checkbox") or "checked" in box.attributes:
            name, value = box.attributes["name"], box.attributes.get("value")
            found.setdefault(str(name), []).append(value or "")
    return dict(found)


def stored(browser: Browser, address: str) -> dict[int, Any]:
    """The stored responses by number."""
    answers = paper_of(browser, address)["answers"]
    return {answer["n"]: answer["response"] for answer in answers}


def items_of(browser: Browser, address: str) -> list[Any]:
    items: list[Any] = paper_of(browser, address)["paper"]["items"]
    return items
