"""What holds for every route, also for those that are added later: `school` must know them."""

from collections.abc import Iterator

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from app.config import Settings
from app.web.site.headers import CONTENT_SECURITY_POLICY
from tests.web.cast import Browser, browser_of, start_practice
from tests.web.school import ACCESS, DONE, OPEN, Class, Route, replies, routes, school_dump


def test_the_table_knows_every_route(site: Flask) -> None:
    assert routes(site) == sorted(ACCESS)


def test_access(school: Class, stranger: Browser) -> None:
    start_practice(stranger)
    found = {route: (*statuses(school, stranger, route, row[3]), row[3])
             for route, row in ACCESS.items()}  # fmt: skip
    assert found == ACCESS


def statuses(school: Class, stranger: Browser, route: Route, state: str) -> Iterator[int]:
    """Yield what a route says to the owner, to a stranger and to a newcomer."""
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
    """What a reply says, without the address that was asked for."""
    return reply.text.replace(reply.request.path, "")


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


def test_looking_changes_nothing(school: Class) -> None:
    before = list(school_dump(school))
    assert len(before) > 10
    for method, rule in routes(school.site):
        if method == "GET":
            for state in (OPEN, DONE):
                for looking in ("GET", "HEAD", "OPTIONS"):
                    school.call(school.owner, (looking, rule), state)
    assert list(school_dump(school)) == before


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


def test_a_program_needs_no_origin(site: Flask) -> None:
    client = site.test_client(use_cookies=False)
    assert client.post("/api/attempts", json={"bank": "orchard"}).status_code == 201


def test_the_database_is_the_settings(site: Flask, settings: Settings) -> None:
    assert site.extensions["byline.services"].store.file == settings.data / "byline.sqlite3"
