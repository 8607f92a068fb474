"""Nothing of the key reaches a student before the paper is handed in: not in any byte."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from selectolax.lexbor import LexborHTMLParser as Page
from selectolax.lexbor import LexborNode as Node
from werkzeug.test import TestResponse

from tests.web.banks import orchard, secrets_in
from tests.web.cast import Browser, Program, first_answer, form_fields, paper_of, start_practice

FORMS = ("choice", "multiple", "statements")


def everything(reply: TestResponse) -> str:
    """Every character of a reply: status, headers, cookies, body."""
    return f"{reply.status}\n{reply.headers}\n{reply.get_data(as_text=True)}"


def before_handing_in(site: Flask, owner: Browser) -> Iterator[TestResponse]:
    """Yield every reply that a student can get of an open paper."""
    yield owner.get("/")
    yield owner.get("/practice/orchard")
    yield owner.post("/practice/orchard", data={"length": "6"})
    address = start_practice(owner, length=18)
    yield owner.get(address)
    items = paper_of(owner, address)["paper"]["items"]
    for item in items:
        path = f"/api{address}/answers/{item['n']}"
        yield owner.put(path, json={"response": first_answer(item), "revision": 0})
        yield owner.put(path, json={"response": first_answer(item), "revision": 0})
        yield owner.put(path, json={"response": None, "revision": 0})
        yield owner.put(path, json={"response": {"nonsense": ["x"]}, "revision": 1})
        yield owner.put(path, json={"response": "nonsense", "revision": 1})
        yield owner.post(f"{address}/answers/{item['n']}", data=form_fields(item))
        yield owner.post(f"{address}/answers", data={f"a{item['n']}": "nonsense"})
    yield owner.get(f"/api{address}")
    yield owner.get(address)
    yield owner.get(f"{address}/check")
    yield owner.get(f"{address}/result")
    yield owner.get(f"/api{address}/result")
    yield owner.post(f"/api{address}/hand-in", json={"answers": {"1": 1}})
    yield owner.get("/api/openapi.json")
    yield owner.get("/healthz")
    yield owner.get("/nowhere")
    yield owner.get("/questions/orchard.yaml")
    yield owner.get("/static/../../../questions/orchard.yaml")
    for name in site.extensions["byline.assets"].named:
        yield owner.get(f"/static/{name}")


def test_no_secret_before_handing_in(site: Flask, owner: Browser) -> None:
    replies = list(before_handing_in(site, owner))
    assert {200, 303, 400, 404, 409} <= {reply.status_code for reply in replies}
    found = {
        secret: reply.request.path for reply in replies for secret in secrets_in(everything(reply))
    }
    assert found == {}


def test_the_test_would_see_a_secret() -> None:
    assert len(list(secrets_in(orchard()))) > 100


def test_a_broken_key_is_not_told_by_an_error(
    site: Flask, owner: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> str:
        raise KeyError("Qx-because-facts-choice-1")

    monkeypatch.setitem(site.view_functions, "home.contents", broken)
    assert list(secrets_in(everything(owner.get("/")))) == []


def test_evidence_is_not_marked_before_handing_in(owner: Browser) -> None:
    address = start_practice(owner)
    for reply in (owner.get(address), owner.get(f"/api{address}")):
        for quote in ("nineteen trees", "picked whatever was left", "carried ladders"):
            assert reply.text.count(quote) == 1
        assert "evidence" not in reply.text


def test_asking_for_the_sentence_shows_every_question_the_same_ones(program: Program) -> None:
    document = program.open_attempt(blueprint={"facts": 6, "cite": True, "confidence": True})
    address = f"/api/attempts/{document['id']}"
    sentence = document["article"]["sentences"][0]["id"]
    for item in document["paper"]["items"]:
        sent = {"response": first_answer(item), "revision": 0, "cite": sentence}
        program.send("PUT", f"{address}/answers/{item['n']}", sent)
        program.send("PUT", f"{address}/answers/{item['n']}", sent | {"cite": None})
        program.send("PUT", f"{address}/answers/{item['n']}", sent | {"cite": "nowhere"})
    program.send("GET", address)
    assert {200, 201, 400, 409} == {reply.status_code for reply in program.seen}
    for reply in program.seen:
        assert list(secrets_in(everything(reply))) == []
        assert not any(tell in reply.text for tell in ("evidence", "found"))
        # The quotation stands in its paragraph and in its sentence, and nowhere else.
        places = 2 if "sentences" in (reply.get_json(force=True).get("article") or {}) else 0
        assert reply.text.count("nineteen trees") == places
    # "multiple" has no evidence in this bank: a question must not be told by what it asks.
    assert {item["kind"] for item in document["paper"]["items"]} == set(FORMS)
    assert all(item["cite"] is True for item in document["paper"]["items"])


def test_afterwards_everything_the_rules_allow_is_there(owner: Browser) -> None:
    address = start_practice(owner, length=18)
    assert owner.post(f"{address}/hand-in").status_code == 303
    page, document = owner.get(f"{address}/result"), owner.get(f"/api{address}/result")
    assert {"because", "row-because"} <= told_by(page)
    assert told_by(document) == {"because", "row-because", "reason", "why", "right", "right-too",
                                 "hint"}  # fmt: skip
    for private in ("waive", "absent", "note", "claim", "misreading", "does", "not-stated"):
        assert f"Qx-{private}" not in page.text + document.text


def told_by(reply: TestResponse) -> set[str]:
    """The fields whose words a reply holds."""
    assert reply.status_code == 200
    field = re.compile(r"Qx-([a-z-]+?)-(?:facts|sourcing|framing)-")
    return set(field.findall(reply.text))


def test_another_paper_of_the_same_bank_stays_closed(owner: Browser) -> None:
    done, opened = start_practice(owner), start_practice(owner)
    owner.post(f"{done}/hand-in")
    assert list(secrets_in(everything(owner.get(opened)))) == []
    assert owner.get(f"/api{opened}/result").status_code == 409


def test_options_differ_in_nothing_but_their_text(owner: Browser) -> None:
    address = start_practice(owner, length=6)
    page = Page(owner.get(address).text)
    items = paper_of(owner, address)["paper"]["items"]
    assert {item["kind"] for item in items} <= set(FORMS)
    for item in items:
        rows = page.css(f'input[name="a{item["n"]}"], input[name^="a{item["n"]}."]')
        shapes = {shape(row, item) for row in rows}
        assert len(rows) >= 2, item
        assert len(shapes) == (3 if item["kind"] == "statements" else 1), (item["kind"], shapes)


def shape(field: Node, item: dict[str, Any]) -> str:
    """The markup around a field, without ids and texts."""
    label = field.parent
    assert label is not None
    markup = str(label.html)
    for option in [*item["options"], *item.get("rows", [])]:
        markup = markup.replace(option["id"], "ID") if len(option["id"]) == 10 else markup
    markup = re.sub(r">[^<]*<", "><", markup)
    return re.sub(r'\b(id|for|aria-\w+)="[^"]*"', r'\1=""', markup)


def test_the_order_of_options_says_nothing(program: Program) -> None:
    """Over many papers the right option comes first about as often as chance has it."""
    first = total = 0
    for seed in range(60):
        for item in program.open_attempt(seed=seed)["paper"]["items"]:
            if item["kind"] == "choice":
                total += 1
                first += item["options"][0]["text"].startswith("Right")
    assert 0.2 < first / total < 0.47
