"""One line for every request, in UTC, with its id, and nothing that belongs to a person.

A line names the rule (`/attempts/<attempt_id>`), never the address: an attempt's id is half of a
student's capability. Of an error it keeps the type and the places in the code, not the
message, which may quote an answer.
"""

import json
import logging
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import lru_cache
from os import urandom
from time import perf_counter
from traceback import format_tb
from types import TracebackType
from typing import Any, Final, TextIO

from flask import Flask, Response, g, request

ROOT: Final = "byline"
requests_log = logging.getLogger("byline.requests")
faults_log = logging.getLogger("byline.faults")

SAFE_ID: Final = re.compile(r"[A-Za-z0-9._-]{8,64}")
FIELDS: Final = "fields"

Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class PlainLines(logging.Formatter):
    """`2026-11-23T09:15:15.120Z INFO byline.requests request id=... method=PUT ...`."""

    def format(self, record: logging.LogRecord) -> str:
        """One line, and after it the places in the code that an error went through."""
        fields = dict(getattr(record, FIELDS, {}))
        places = fields.pop("places", "")
        words = [moment(record), record.levelname, record.name, record.getMessage()]
        words += [f"{name}={value}" for name, value in fields.items()]
        line = " ".join(words).replace("\r", "\\r").replace("\n", "\\n")
        return f"{line}\n{places}".rstrip()


class JsonLines(logging.Formatter):
    """The same as one JSON object in a line."""

    def format(self, record: logging.LogRecord) -> str:
        """One JSON object."""
        entry = {
            "time": moment(record),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        return json.dumps(entry | getattr(record, FIELDS, {}), ensure_ascii=False, default=str)


def moment(record: logging.LogRecord) -> str:
    """When it happened: ISO 8601 in UTC, to the millisecond."""
    second = int(record.created)
    return f"{written_second(second)}.{int((record.created - second) * 1000):03d}Z"


@lru_cache(maxsize=4)
def written_second(second: int) -> str:
    """A second since 1970 as ISO 8601; many lines share one."""
    return f"{datetime.fromtimestamp(second, UTC):%Y-%m-%dT%H:%M:%S}"


def start_logging(*, as_json: bool = False, stream: TextIO | None = None) -> None:
    """Send the program's log to a stream (stderr); calling it again replaces the way it goes."""
    log = logging.getLogger(ROOT)
    for old in [handler for handler in log.handlers if handler.name == ROOT]:
        log.removeHandler(old)
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.name = ROOT
    handler.setFormatter(JsonLines() if as_json else PlainLines())
    log.addHandler(handler)
    log.setLevel(logging.INFO)


def begin_request() -> None:
    """Give the request an id (the one that a proxy chose, when it is harmless) and its start."""
    given = request.headers.get("X-Request-ID")
    g.request_id = given if given and SAFE_ID.fullmatch(given) else urandom(8).hex()
    g.started = perf_counter()


def log_request(response: Response) -> Response:
    """Write the request's line."""
    rule = request.url_rule
    method = request.method
    fields = {
        "id": g.request_id,
        "method": method if method.isalpha() else "?",
        "rule": rule.rule if rule is not None else "-",
        "status": response.status_code,
        "ms": round((perf_counter() - g.started) * 1000, 1),
    }
    requests_log.info("request", extra={FIELDS: fields})
    return response


def log_error(error: Raised) -> None:
    """Write where in the code a request failed, without the words of the exception."""
    fields: dict[str, Any] = {
        "id": g.request_id,
        "rule": request.url_rule.rule if request.url_rule is not None else "-",
        "fault": getattr(error[0], "__qualname__", "-"),
        "places": "".join(places(error[1])),
    }
    faults_log.error("fault", extra={FIELDS: fields})


def log_unavailable(cause: str) -> None:
    """Write why a request was not saved."""
    fields = {
        "id": g.request_id,
        "rule": request.url_rule.rule if request.url_rule is not None else "-",
        "cause": cause,
    }
    faults_log.error("unavailable", extra={FIELDS: fields})


def places(error: BaseException | None) -> Iterator[str]:
    """The stack of an exception and of what caused it, the cause first, without messages."""
    if error is None:
        return
    yield from places(error.__cause__ or error.__context__)
    yield f"{type(error).__qualname__} through:\n"
    yield from format_tb(error.__traceback__)


def install(app: Flask) -> None:
    """Number every request, and write its line last."""
    app.before_request(begin_request)
    app.after_request(log_request)
