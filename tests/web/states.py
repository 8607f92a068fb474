"""The site as a reader of another language meets it: every page, in every state it has."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

import time_machine
from werkzeug.test import TestResponse

from app.domain.bank import Bank
from app.domain.skill import SKILLS
from app.kinds import KINDS
from tests.answering import form_of, question_of, right_response, wrong_response
from tests.web.cast import Browser

ALL_OF_A_SKILL: Final = {"facts": len(KINDS), "sourcing": 4, "framing": 0}
ONE_OF_EACH: Final = {"facts": 4, "sourcing": 3, "framing": 3}
ALL: Final = dict.fromkeys(SKILLS, len(KINDS))


@dataclass
class Visitor:
    """A browser that speaks a pseudo-language, at a site with a bank in Greek."""

    browser: Browser
    bank: Bank
    folder: Path
    language: str

    def get(self, path: str) -> TestResponse:
        return self.browser.get(path, headers={"Accept-Language": self.language})

    def post(self, path: str, form: Any = None, **headers: str) -> TestResponse:
        headers = {"Accept-Language": self.language} | headers
        return self.browser.post(path, data=form or {}, headers=headers)

    def start(self, blueprint: dict[str, int], bank: str = "gefyra") -> tuple[str, list[Any]]:
        """Open a paper; its address and its items."""
        self.post("/practice/gefyra", {"length": "6"})  # for the browser's key
        wish = {"bank": bank, "blueprint": blueprint}
        reply = self.browser.post("/api/attempts", json=wish)
        assert reply.status_code == 201, reply.text
        return f"/attempts/{reply.get_json()['id']}", reply.get_json()["paper"]["items"]

    def form(self, items: list[Any], *, right: bool) -> dict[str, Any]:
        """Every answer as the form sends it: all right, or each wrong in its own way."""
        form: dict[str, Any] = {}
        for item in items:
            response = right_response(question_of(self.bank, item))
            form |= form_of(item, response if right else wrong_response(item, response))
        return form


State = Callable[[Visitor], Iterator[TestResponse]]


def front_pages(visitor: Visitor) -> Iterator[TestResponse]:
    yield visitor.get("/")
    for bank in ("gefyra", "parko", "keno"):
        yield visitor.get(f"/practice/{bank}")


def empty_shelf(visitor: Visitor) -> Iterator[TestResponse]:
    files = {path: path.read_bytes() for path in visitor.folder.iterdir()}
    for path in files:
        path.unlink()
    yield visitor.get("/")
    for path, content in files.items():
        path.write_bytes(content)


def paper_and_check(visitor: Visitor) -> Iterator[TestResponse]:
    address, items = visitor.start(ALL)
    yield visitor.get(address)
    yield visitor.get(f"{address}/check")
    form = visitor.form(items, right=True)
    last = [name for name in form if name.startswith(f"a{items[-1]['n']}")]
    visitor.post(f"{address}/answers", {name: form[name] for name in form if name not in last})
    yield visitor.get(f"{address}/check")
    visitor.post(f"{address}/answers/1", form)
    yield visitor.get(f"{address}/answers.json")
    yield visitor.get(address)
    yield visitor.get(f"{address}/check")


def conflicts(visitor: Visitor) -> Iterator[TestResponse]:
    for right in (True, False):
        address, items = visitor.start(ALL)
        first, second = ({f"r{item['n']}": str(n) for item in items} for n in (0, 1))
        form = visitor.form(items, right=right)
        visitor.post(f"{address}/answers", form | first)
        yield visitor.post(f"{address}/answers", first)
        yield visitor.post(f"{address}/answers", {"r1": "0"})
        visitor.post(f"{address}/answers", second)
        yield visitor.post(f"{address}/answers", form | first)


def results(visitor: Visitor) -> Iterator[TestResponse]:
    for blueprint in (ONE_OF_EACH, ALL_OF_A_SKILL, ALL):
        for right in (True, False, None):
            address, items = visitor.start(blueprint)
            form = {} if right is None else visitor.form(items, right=right)
            yield visitor.post(f"{address}/hand-in", form)
            yield visitor.get(f"{address}/result")
    yield visitor.post(f"{address}/again")


def misplaced(visitor: Visitor) -> Iterator[TestResponse]:
    """Answers that are partly right, in the ways that only some kinds have."""
    address, items = visitor.start(ALL)
    form: dict[str, Any] = {}
    for item in items:
        if item["kind"] == "numeric":
            form |= form_of(item, "πολλά")
        elif item["kind"] == "chain":
            right = right_response(question_of(visitor.bank, item))
            extra = next(option["id"] for option in item["options"] if option["id"] not in right)
            form |= form_of(item, [right[1], extra, right[0]])
        elif item["kind"] == "order":
            form |= form_of(item, right_response(question_of(visitor.bank, item))[1:])
        else:
            form |= form_of(item, right_response(question_of(visitor.bank, item)))
    visitor.post(f"{address}/hand-in", form)
    yield visitor.get(f"{address}/result")


def backed(visitor: Visitor) -> Iterator[TestResponse]:
    """Papers that ask for a sentence and for confidence: none, one that settles it, another."""
    for which in (None, 0, -1):
        for right in (True, False):
            address, items = visitor.start(ALL | {"cite": True, "confidence": True}, "parko")
            yield visitor.get(address)
            article = visitor.browser.get(f"/api{address}").get_json()["article"]
            form = visitor.form(items, right=right)
            visitor.post(f"{address}/answers", form)
            yield visitor.get(f"{address}/check")
            if which is not None:
                sentence = article["sentences"][which]["id"]
                form |= {f"c{item['n']}": sentence for item in items}
                sure = [item["n"] for item in items if "confidence" in item]
                form |= {f"s{n}": str(n % 3 + 1) for n in sure}
            form |= {f"r{item['n']}": "1" for item in items}
            visitor.post(f"{address}/answers", form)
            yield visitor.post(f"{address}/answers", {name: "0" for name in form if name[0] == "r"})
            visitor.post(f"{address}/hand-in")
            yield visitor.get(f"{address}/result")
    with patch("app.quiz.confidence.ENOUGH", 1):  # as if there were answers enough for a curve
        yield visitor.get(f"{address}/result")


def short_of_time(visitor: Visitor) -> Iterator[TestResponse]:
    """A paper with a time limit, before and after its end, with answers that come too late."""
    address = str(
        visitor.post(
            "/practice/gefyra", {"length": "6", "time_limit": "10", "whose": "mine"}
        ).location
    )
    yield visitor.get(address)
    yield visitor.get(f"{address}/check")
    yield visitor.post(f"{address}/more-time")
    yield visitor.post(f"{address}/new-code")
    items = visitor.browser.get(f"/api{address}").get_json()["paper"]["items"]
    form = visitor.form(items, right=True)
    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=20)):
        yield visitor.get(address)
        yield visitor.post(f"{address}/answers", form)
        yield visitor.post(f"{address}/hand-in")
        yield visitor.get(f"{address}/result")


def refusals(visitor: Visitor) -> Iterator[TestResponse]:
    yield visitor.get("/nowhere")
    yield visitor.post("/")
    yield visitor.post("/practice/gefyra", {"length": "6"}, Origin="https://evil.example")
    yield visitor.post("/practice/gefyra", {"length": "7"})
    yield visitor.post("/practice/gefyra", {"length": "6" * 2_000_000})
    address, items = visitor.start(ONE_OF_EACH)
    yield visitor.post(f"{address}/answers", {"r1": "x"})
    visitor.post(f"{address}/hand-in")
    yield visitor.post(f"{address}/answers", visitor.form(items, right=True))


def shared(visitor: Visitor) -> Iterator[TestResponse]:
    address, items = visitor.start(ONE_OF_EACH)
    yield visitor.get("/")
    yield visitor.get("/practice/gefyra")
    yield visitor.post("/practice/gefyra", {"length": "6"})
    yield visitor.post("/resume", {"code": "2222-2222", "whose": "mine"})
    visitor.post("/not-me")
    yield visitor.post(f"{address}/answers", visitor.form(items, right=True))
    yield visitor.get("/")


STATES: Final[dict[str, State]] = {
    state.__name__: state
    for state in (
        front_pages,
        empty_shelf,
        paper_and_check,
        conflicts,
        results,
        misplaced,
        backed,
        short_of_time,
        refusals,
        shared,
    )
}
