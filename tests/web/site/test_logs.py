"""One line for a request, with its id, and nothing of a person in it."""

import io
import json
import logging
import re
from collections.abc import Iterator

import pytest
from flask import Flask

from app.web.site import logs
from tests.web.cast import Browser, Program, first_answer

LINE = re.compile(
    r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z INFO byline\.requests request "
    r"id=(?P<id>\S+) method=GET rule=/attempts/<attempt_id> status=404 ms=[\d.]+$"
)


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the program writes while the test runs."""
    target = io.StringIO()
    logs.start_logging(stream=target)
    yield target
    logs.start_logging()


def test_a_request_leaves_one_line_with_its_rule(owner: Browser, log: io.StringIO) -> None:
    reply = owner.get("/attempts/some-secret-id")
    match = LINE.fullmatch(log.getvalue().strip())
    assert match is not None, log.getvalue()
    assert match["id"] == reply.headers["X-Request-ID"]


def test_the_log_can_be_json(owner: Browser) -> None:
    target = io.StringIO()
    logs.start_logging(as_json=True, stream=target)
    owner.get("/nowhere")
    entry = json.loads(target.getvalue())
    logs.start_logging()
    assert entry["rule"] == "-"
    assert entry["status"] == 404
    assert entry["time"].endswith("Z")


@pytest.mark.parametrize(
    ("sent", "kept"),
    [("proxy-1.a_b", True), ("short", False), ("a" * 65, False), ("spaces in it", False)],
)
def test_an_id_from_outside_is_kept_when_it_is_harmless(
    owner: Browser, sent: str, kept: bool
) -> None:
    reply = owner.get("/nowhere", headers={"X-Request-ID": sent})
    assert (reply.headers["X-Request-ID"] == sent) is kept


def test_nothing_of_a_person_is_logged(program: Program, owner: Browser, log: io.StringIO) -> None:
    attempt = program.open_attempt()
    address = f"/api/attempts/{attempt['id']}"
    items = attempt["paper"]["items"]
    for item in items:
        path = f"{address}/answers/{item['n']}"
        program.send("PUT", path, {"response": first_answer(item), "revision": 0})
    program.send("PUT", f"{address}/answers/1", {"response": "Name-of-a-child", "revision": 0})
    program.send("POST", f"{address}/hand-in")
    program.send("GET", f"{address}/result?name=Name-of-a-child")
    owner.post("/practice/orchard", data={"length": "6", "name": "Name-of-a-child"})
    owner.get("/Name-of-a-child", headers={"User-Agent": "Name-of-a-child"})
    key = owner.get_cookie("byline_student")
    assert key is not None
    written = log.getvalue()
    assert written.count("\n") == len(items) + 6
    private = [program.token, attempt["id"], key.value, "Name-of-a-child", "127.0.0.1"]
    private += [option["id"] for item in items for option in item["options"] if len(item) > 9]
    assert [word for word in private if word in written] == []


def test_a_fault_leaves_its_places_but_not_its_words(
    site: Flask, owner: Browser, log: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = "the answer was Name-of-a-child"

    def broken() -> str:
        raise ValueError(said)

    monkeypatch.setitem(site.view_functions, "home.contents", broken)
    reply = owner.get("/")
    written = log.getvalue()
    assert reply.status_code == 500
    assert "in broken" in written
    assert "fault=ValueError" in written
    assert reply.headers["X-Request-ID"] in written
    assert "Name-of-a-child" not in written


def test_what_is_not_saved_leaves_its_cause(site: Flask, owner: Browser, log: io.StringIO) -> None:
    file = site.extensions["byline.services"].store.file
    file.unlink()
    reply = owner.get("/healthz")
    assert reply.status_code == 503
    assert str(file) not in reply.text
    [line] = [line for line in log.getvalue().splitlines() if "unavailable" in line]
    assert f"cause=the database file {file} was deleted or replaced" in line
    assert reply.headers["X-Request-ID"] in line


def test_a_line_stays_a_line() -> None:
    record = logging.makeLogRecord({"msg": "two\nlines\r", "levelname": "INFO", "name": "byline"})
    assert "\n" not in logs.PlainLines().format(record)
    assert "\n" not in logs.JsonLines().format(record)
