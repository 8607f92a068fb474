"""Only our own pages may have a browser change something."""

import pytest
from flask import Flask

from app.errors import NotPermitted
from app.web.site import origin

COOKIE = {"Cookie": "byline_student=" + "k" * 43}


def verdict(headers: dict[str, str], method: str = "POST", base: str = "http://quiz.test") -> bool:
    """Whether a request with these headers is let through."""
    with Flask("pages").test_request_context("/", method=method, base_url=base, headers=headers):
        try:
            origin.refuse_foreign_requests()
        except NotPermitted:
            return False
        return True


@pytest.mark.parametrize(
    ("headers", "passes"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Sec-Fetch-Site": "none"}, True),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://quiz.test"}, False),
        ({"Origin": "http://quiz.test"}, True),
        ({"Origin": "http://QUIZ.test:80"}, True),
        ({"Origin": "https://quiz.test"}, True),
        ({"Origin": "http://quiz.test:8000"}, False),
        ({"Origin": "http://evil.test"}, False),
        ({"Origin": "http://quiz.test.evil.test"}, False),
        ({"Origin": "http://quiz.test@evil.test"}, False),
        ({"Origin": "null"}, False),
        ({"Origin": "http://[bad"}, False),
        ({"Origin": "http://quiz.test:99999999"}, False),
        ({"Origin": "ftp://quiz.test"}, False),
        ({"Origin": "null", "Referer": "http://quiz.test/"}, False),
        ({"Referer": "http://quiz.test/attempts/1"}, True),
        ({"Referer": "http://evil.test/http://quiz.test/"}, False),
        ({}, True),
    ],
)
def test_the_evidence_decides(headers: dict[str, str], passes: bool) -> None:
    assert verdict(headers) is passes


def test_a_cookie_alone_is_no_evidence() -> None:
    assert not verdict(COOKIE)
    assert not verdict({"Cookie": "__Host-byline_student=" + "k" * 43})
    assert verdict(COOKIE | {"Origin": "http://quiz.test"})
    assert verdict({"Cookie": "other=1"})


def test_under_tls_a_plain_page_is_foreign() -> None:
    assert not verdict({"Origin": "http://quiz.test"}, base="https://quiz.test")
    assert verdict({"Origin": "https://quiz.test"}, base="https://quiz.test")
    assert verdict({"Origin": "https://quiz.test"}, base="https://quiz.test:443")


def test_an_ipv6_address_is_a_host_too() -> None:
    assert verdict({"Origin": "http://[::1]:8000"}, base="http://[::1]:8000")


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_looking_is_free(method: str) -> None:
    assert verdict({"Sec-Fetch-Site": "cross-site"} | COOKIE, method=method)
