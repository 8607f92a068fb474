"""The description and the API are the same thing: every route, every reply, every body."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate
from werkzeug.test import TestResponse

from app.kinds import KINDS
from app.web.api.openapi import api_description
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


def journey(program: Program) -> Iterator[tuple[str, TestResponse]]:
    """Yield a whole practice with everything that can go wrong in it."""
    program.open_attempt(blueprint={"facts": 6, "sourcing": 6, "framing": 6})
    yield "POST", program.seen[-1]
    document = program.seen[-1].get_json()
    address = f"/api/attempts/{document['id']}"
    yield "GET", program.send("GET", address)
    yield "GET", program.send("GET", f"{address}/result")
    for item in document["paper"]["items"]:
        path, response = f"{address}/answers/{item['n']}", first_answer(item)
        yield "PUT", program.send("PUT", path, {"response": response, "revision": 0})
        yield "PUT", program.send("PUT", path, {"response": None, "revision": 0})
        yield "PUT", program.send("PUT", path, {"response": "nonsense", "revision": "1"})
    yield "PUT", program.send("PUT", f"{address}/answers/99", {"response": None, "revision": 0})
    yield "PUT", program.send("PUT", f"{address}/answers/1", {"response": "a" * 5000})
    yield "GET", program.send("GET", address)
    yield "POST", program.send("POST", f"{address}/hand-in", {"answers": []})
    yield "POST", program.send("POST", f"{address}/hand-in")
    yield "GET", program.send("GET", f"{address}/result")
    yield "PUT", program.send("PUT", f"{address}/answers/1", {"response": None, "revision": 1})
    yield "POST", program.send("POST", "/api/attempts", {"bank": "nowhere"})
    yield "POST", program.send("POST", "/api/attempts", {"seed": "x"})
    yield "GET", program.send("GET", "/api/openapi.json")


def test_every_reply_is_as_described(site: Flask, program: Program) -> None:
    steps = list(journey(program))
    assert {200, 201, 400, 404, 409, 413} <= {reply.status_code for _, reply in steps}
    for method, reply in steps:
        assert described_reply(site, method, reply) == [], (method, reply.request.path)


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
            stored = api_description()["components"]["schemas"]["Attempt"]
            assert faults(stored["properties"]["answers"]["items"], saved) == []


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
