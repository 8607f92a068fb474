"""The description of the API in OpenAPI 3.1, at /api/openapi.json."""

from functools import cache
from json import dumps
from typing import Any, Final

from flask import Blueprint, Response
from pydantic import BaseModel

from app.web.api.bodies import Answer, LastAnswers, NewAttempt, Resumption
from app.web.api.components import all_schemas, named
from app.web.api.documents import (
    AttemptDocument,
    HandedInDocument,
    MoreTimeDocument,
    OpenedAttemptDocument,
    ResultDocument,
    ResumedDocument,
    SavedAnswerDocument,
    TimeLeftDocument,
)
from app.web.site.documents import ProblemDocument
from app.web.site.error_pages import title_of

description = Blueprint("openapi", __name__, url_prefix="/api")

Part = dict[str, Any]

TITLE: Final = "Byline"
VERSION: Final = "1"

ATTEMPT: Final[Part] = {
    "name": "attempt_id",
    "in": "path",
    "required": True,
    "schema": {"type": "string"},
    "description": "The id that opening the attempt gave.",
}
NUMBER: Final[Part] = {
    "name": "n",
    "in": "path",
    "required": True,
    "schema": {"type": "integer", "minimum": 0},
    "description": "The number of the question in the paper, from 1.",
}
KEYS: Final[list[dict[str, list[str]]]] = [{"token": []}, {"cookie": []}]

ALWAYS: Final = (500, 503)
"""What any route may answer."""


@description.get("/openapi.json")
def describe() -> Response:
    """The description itself."""
    return Response(described_text(), mimetype="application/json")


@cache
def described_text() -> str:
    """The description as JSON."""
    return dumps(api_description(), ensure_ascii=False)


def api_description() -> Part:
    """The whole document."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": TITLE,
            "version": VERSION,
            "summary": "Practise a bank: open an attempt, save answers, hand in, see the result.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": "/"}],
        "paths": paths(),
        "components": {"schemas": all_schemas(), "securitySchemes": security()},
    }


def security() -> Part:
    """The two ways to present the key of an attempt."""
    return {
        "token": {
            "type": "http",
            "scheme": "bearer",
            "description": "The `token` that opening the attempt gave.",
        },
        "cookie": {
            "type": "apiKey",
            "in": "cookie",
            "name": "byline_student",
            "description": "A browser's own key (`__Host-byline_student` under TLS).",
        },
    }


def paths() -> dict[str, Part]:
    """Every route, as the application has them."""
    one = "/api/attempts/{attempt_id}"
    return {
        "/api/attempts": {"post": opening()},
        "/api/resume": {"post": resuming()},
        one: {"get": own("showAttempt", "The paper and the stored answers.", AttemptDocument)},
        f"{one}/time": {
            "get": own("showTime", "The state and the time that is left.", TimeLeftDocument)
        },
        f"{one}/more-time": {
            "post": own("addTime", "Five more minutes, in a practice.", MoreTimeDocument, 403, 409)
        },
        f"{one}/answers/{{n}}": {"put": saving(), "parameters": [ATTEMPT, NUMBER]},
        f"{one}/hand-in": {"post": finishing()},
        f"{one}/result": {
            "get": own(
                "showResult", "The profile and the key, after handing in.", ResultDocument, 409
            )
        },
        "/api/openapi.json": {"get": itself()},
    }


def opening() -> Part:
    """POST /api/attempts."""
    reply = success("The paper that was drawn.", OpenedAttemptDocument, 201, (400, 403, 404, 413))
    return body(NewAttempt) | {
        "operationId": "openAttempt",
        "summary": "Open a practice attempt.",
        "description": "Without our cookie the reply has a `token`, shown once.",
        "responses": reply,
    }


def resuming() -> Part:
    """POST /api/resume."""
    return body(Resumption) | {
        "operationId": "resume",
        "summary": "Go on with a paper by its resume code.",
        "description": "Without our cookie the reply has a `token`. Only codes that are not there "
        "are counted: 429 after 20 in a minute from one network address.",
        "responses": success(
            "The paper of the code.", ResumedDocument, 200, (400, 403, 404, 413, 429)
        ),
    }


def saving() -> Part:
    """PUT /api/attempts/{attempt_id}/answers/{n}."""
    return body(Answer) | {
        "operationId": "saveAnswer",
        "summary": "Save one answer. The reply comes after it is on disk.",
        "description": "409 when a newer answer is stored (`revision` and `response` say which; "
        "this one is kept beside it), when the attempt was handed in, or when its time is up. "
        "Sending the same answer again is safe.",
        "responses": success("Saved.", SavedAnswerDocument, 200, (400, 403, 404, 409, 413)),
        "security": KEYS,
    }


def finishing() -> Part:
    """POST /api/attempts/{attempt_id}/hand-in."""
    operation = own(
        "handIn", "Hand in; a second time changes nothing.", HandedInDocument, 400, 403, 413
    )
    return operation | body(LastAnswers, required=False)


def itself() -> Part:
    """GET /api/openapi.json."""
    return {
        "operationId": "describe",
        "summary": "This description.",
        "responses": {
            "200": {
                "description": "OpenAPI 3.1.",
                "content": {"application/json": {"schema": {"type": "object"}}},
            }
        },
    }


def own(name: str, summary: str, schema: type[BaseModel], *refusals: int) -> Part:
    """An operation on an attempt, for a caller that has its key."""
    return {
        "operationId": name,
        "summary": summary,
        "parameters": [ATTEMPT],
        "responses": success(summary, schema, 200, (404, *refusals)),
        "security": KEYS,
    }


def body(schema: type[BaseModel], *, required: bool = True) -> Part:
    """A JSON body of one shape."""
    content = {"application/json": {"schema": named(schema)}}
    return {"requestBody": {"required": required, "content": content}}


def success(text: str, schema: type[BaseModel], status: int, refusals: tuple[int, ...]) -> Part:
    """The replies of an operation: one that is fine, and the ways to be refused."""
    replies: Part = {
        str(status): {
            "description": text,
            "content": {"application/json": {"schema": named(schema)}},
        }
    }
    for refusal in sorted({*refusals, *ALWAYS}):
        replies[str(refusal)] = {
            "description": title_of(refusal),
            "content": {"application/problem+json": {"schema": named(ProblemDocument)}},
        }
    return replies
