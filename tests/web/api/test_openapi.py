"""The description and the API are the same thing: every route, every reply, every body."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate
from werkzeug.test import TestResponse

from app.errors import Unavailable
from app.kinds import KINDS
from app.web.api.openapi import ALWAYS, api_description
from tests.contract.sampling import responses, settled
from tests.web.cast import Program, first_answer

VARIABLE = re.compile(r"<(?:\w+:)?(\w+)>")


def test_it_is_openapi(program: Program) -> None:
    document = program.send("GET", "/api/openapi.json").get_json()
    assert document == api_description()
    assert document["openapi"].startswith("3.1")
    validate(document)


def test_every_route_is_described_and_nothing_else(site: Flask) -> None:
    routes = {
        (VARIABLE.sub(r"{\1}", rule.rule), method.lower())
        for rule in site.url_map.iter_rules()
        if rule.rule.startswith("/api/")
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    described = {
        (path, method)
        for path, operations in api_description()["paths"].items()
        for method in operations
        if method != "parameters"
    }
    assert routes == described


def operation(site: Flask, method: str, path: str) -> Any:
    """The description of what was called."""
    rule, _ = site.url_map.bind("localhost").match(path, method, return_rule=True)
    return api_description()["paths"][VARIABLE.sub(r"{\1}", rule.rule)][method.lower()]


def faults(schema: Any, document: Any) -> list[str]:
    """What is wrong with a document, by a schema of the description."""
    whole = {"components": api_description()["components"]} | schema
    return [
        f"{error.json_path}: {error.message}"
        for error in Draft202012Validator(whole).iter_errors(document)
    ]


def described_reply(site: Flask, method: str, reply: TestResponse) -> list[str]:
    """Faults of a reply, by the description of its route and status."""
    described = operation(site, method, reply.request.path)["responses"]
    content = described[str(reply.status_code)]["content"][reply.mimetype]
    return faults(content["schema"], reply.get_json(force=True))


Step = tuple[str, TestResponse]
"""The method of a call, and its reply."""

TOO_MUCH = {"answers": "a" * 2_000_000}
ASKS_ALL = {"facts": 6, "sourcing": 6, "framing": 6, "cite": True, "confidence": True}


def journey(program: Program) -> Iterator[Step]:
    """Yield a whole practice with a time limit, in which every kind of reply is met."""
    document = program.open_attempt(blueprint=ASKS_ALL, time_limit=10)
    yield "POST", program.seen[-1]
    address = f"/api/attempts/{document['id']}"
    yield "GET", program.send("GET", f"{address}/result")
    yield "GET", program.send("GET", f"{address}/time")
    yield "POST", program.send("POST", f"{address}/more-time")
    yield from answers(program, address, document)
    yield "GET", program.send("GET", address)
    code = document["resume_code"]
    yield "POST", program.send("POST", "/api/resume", {"code": code})
    program.token = program.seen[-1].get_json()["token"]
    yield "POST", program.send("POST", f"{address}/hand-in", {"answers": []})
    yield "POST", program.send("POST", f"{address}/hand-in", TOO_MUCH)
    yield "POST", program.send("POST", f"{address}/hand-in")
    yield "POST", program.send("POST", f"{address}/hand-in")
    yield "POST", program.send("POST", f"{address}/more-time")
    yield "GET", program.send("GET", f"{address}/result")
    yield "PUT", program.send("PUT", f"{address}/answers/1", {"response": None, "revision": 1})


def answers(program: Program, address: str, document: Any) -> Iterator[Step]:
    """Yield answers with what is asked beside them, and answers that are refused."""
    sentence = document["article"]["sentences"][0]["id"]
    for item in document["paper"]["items"]:
        path = f"{address}/answers/{item['n']}"
        beside = {"cite": sentence} | ({"confidence": 2} if "confidence" in item else {})
        given = {"response": first_answer(item), "revision": 0} | beside
        yield "PUT", program.send("PUT", path, given)
        yield "PUT", program.send("PUT", path, {"response": None, "revision": 0})
        yield "PUT", program.send("PUT", path, {"response": "nonsense", "revision": "1"})
    yield "PUT", program.send("PUT", f"{address}/answers/99", {"response": None, "revision": 0})
    yield "PUT", program.send("PUT", f"{address}/answers/1", {"response": "a" * 5000})


def refusals(program: Program) -> Iterator[Step]:
    """Yield calls that are refused wherever they are made, and a plain attempt between them."""
    for path, body in (("attempts", {"bank": "nowhere"}), ("resume", {"code": "22222222"})):
        yield "POST", program.send("POST", f"/api/{path}", body)
        yield "POST", program.send("POST", f"/api/{path}", {"seed": "x"})
        yield "POST", program.send("POST", f"/api/{path}", TOO_MUCH)
    yield "POST", program.send("POST", "/api/attempts", {"bank": "orchard", "blueprint": {}})
    for _ in range(20):
        yield "POST", program.send("POST", "/api/resume", {"code": "22222222"})
    document = program.open_attempt()
    address = f"/api/attempts/{document['id']}"
    yield "POST", program.seen[-1]
    yield "POST", program.send("POST", f"{address}/more-time")
    yield "GET", program.send("GET", f"{address}/time")
    yield "GET", program.send("GET", "/api/openapi.json")
    for path, method in (("", "GET"), ("/time", "GET"), ("/result", "GET"), ("/hand-in", "POST")):
        yield method, program.send(method, f"/api/attempts/nobodys{path}")
    yield "POST", program.send("POST", "/api/attempts/nobodys/more-time")
    yield from foreign(program, address)


def foreign(program: Program, address: str) -> Iterator[Step]:
    """Yield every call that may change something, as another site's page would make it."""
    browser = program.site.test_client()
    headers = {"Origin": "https://elsewhere.example"}
    for method, path in (
        ("POST", "/api/attempts"),
        ("POST", "/api/resume"),
        ("POST", f"{address}/more-time"),
        ("PUT", f"{address}/answers/1"),
        ("POST", f"{address}/hand-in"),
    ):
        yield method, browser.open(path, method=method, headers=headers, json={})


def test_every_reply_is_as_described(site: Flask) -> None:
    met: dict[tuple[str, str], set[str]] = {}
    for method, reply in [*journey(Program(site)), *refusals(Program(site))]:
        assert described_reply(site, method, reply) == [], (method, reply.request.path)
        called = operation(site, method, reply.request.path)["operationId"]
        met.setdefault(called, set()).add(str(reply.status_code))
    always = set(map(str, ALWAYS))
    assert met == {
        one["operationId"]: set(one["responses"]) - always
        for operations in api_description()["paths"].values()
        for method, one in operations.items()
        if method != "parameters"
    }


@pytest.mark.parametrize("status", ALWAYS)
def test_a_failure_is_as_described(
    site: Flask, program: Program, monkeypatch: pytest.MonkeyPatch, status: int
) -> None:
    fault = Unavailable("Not saved.") if status == Unavailable.status else ValueError("a bug")

    def broken() -> None:
        raise fault

    monkeypatch.setitem(site.view_functions, "api.open_attempt", broken)
    reply = program.send("POST", "/api/attempts", {"bank": "orchard"})
    assert reply.status_code == status
    assert described_reply(site, "POST", reply) == []


@pytest.mark.parametrize("name", KINDS)
def test_what_a_kind_presents_and_takes_is_as_described(name: str) -> None:
    kind = KINDS[name]
    common = {"n": 1, "kind": name, "skill": "facts", "level": 1, "prompt": "Which?"}
    for sample in kind.samples():
        definition = settled(kind, sample)
        item = common | kind.present(definition, 1)
        assert faults({"$ref": "#/components/schemas/Item"}, item) == []
        for response in responses(sample):
            answer = {"response": kind.read(definition, response), "revision": 0}
            saved = {"n": 1, "saved_at": "2026-01-01T00:00:00+00:00"} | answer
            assert faults({"$ref": "#/components/schemas/StoredAnswer"}, saved) == []
            assert of_kind(name).is_valid(answer["response"]) or response is None


def of_kind(name: str) -> Draft202012Validator:
    """What the description says of a response to a question of a kind."""
    kinds = api_description()["components"]["schemas"]["Response"]["anyOf"]
    return Draft202012Validator(next(one for one in kinds if one["title"] == name))


@pytest.mark.parametrize(
    ("name", "body", "fits"),
    [
        ("NewAttempt", {"bank": "orchard"}, True),
        ("NewAttempt", {"bank": "orchard", "seed": 1, "blueprint": {"facts": 1}}, True),
        ("NewAttempt", {"bank": "orchard", "score": 1}, False),
        ("NewAttempt", {"seed": 1}, False),
        ("Answer", {"response": None, "revision": 0}, True),
        ("Answer", {"response": {"row": "true"}, "revision": 3}, True),
        ("Answer", {"response": "x", "revision": -1}, False),
        ("Answer", {"revision": 0}, False),
        ("LastAnswers", {}, True),
        ("LastAnswers", {"answers": {"3": {"response": "x", "revision": 0}}}, True),
        ("LastAnswers", {"answers": {"x": {"response": "x", "revision": 0}}}, False),
    ],
)
def test_bodies_are_as_described(program: Program, name: str, body: Any, fits: bool) -> None:
    assert (faults({"$ref": f"#/components/schemas/{name}"}, body) == []) is fits
    document = program.open_attempt()
    address = f"/api/attempts/{document['id']}"
    calls = {
        "NewAttempt": ("POST", "/api/attempts"),
        "Answer": ("PUT", f"{address}/answers/1"),
        "LastAnswers": ("POST", f"{address}/hand-in"),
    }
    reply = program.send(*calls[name], body)
    named = [error["field"] for error in reply.get_json(force=True).get("errors", [])]
    assert bool(named) is not fits
