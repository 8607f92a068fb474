"""The key in the cookie: who gets it, how it is kept, and what else is taken for one."""

import pytest
from flask import Flask

from tests.web.cast import Browser, browser_of, start_practice


def test_the_cookie_is_out_of_reach_for_scripts(owner: Browser) -> None:
    reply = owner.post("/practice/orchard", data={"length": "6"})
    parts = reply.headers["Set-Cookie"].split("; ")
    assert parts[0].startswith("byline_student=")
    assert {"HttpOnly", "Path=/", "SameSite=Lax", "Max-Age=15552000"} <= set(parts)
    assert "Secure" not in parts
    assert "Domain" not in reply.headers["Set-Cookie"]


def test_under_tls_it_belongs_to_this_host_alone(site: Flask) -> None:
    browser = browser_of(site)
    reply = browser.post(
        "/practice/orchard",
        data={"length": "6"},
        base_url="https://localhost",
        headers={"Origin": "https://localhost"},
    )
    parts = reply.headers["Set-Cookie"].split("; ")
    assert parts[0].startswith("__Host-byline_student=")
    assert {"Secure", "HttpOnly", "Path=/"} <= set(parts)
    page = browser.get(str(reply.location), base_url="https://localhost")
    assert page.status_code == 200


def test_one_browser_has_one_key(owner: Browser) -> None:
    addresses = [start_practice(owner), start_practice(owner)]
    assert [owner.get(address).status_code for address in addresses] == [200, 200]


@pytest.mark.parametrize("value", ["", "short", "x" * 200, "é" * 43, "a b" * 20, "'" * 43])
def test_what_we_never_made_is_no_key(owner: Browser, value: str) -> None:
    address = start_practice(owner)
    owner.set_cookie("byline_student", value)
    assert owner.get(address).status_code == 404
    assert owner.get(start_practice(owner)).status_code == 200


def test_a_header_opens_the_pages_too(site: Flask, owner: Browser) -> None:
    address = start_practice(owner)
    key = owner.get_cookie("byline_student")
    assert key is not None
    program = site.test_client(use_cookies=False)
    reply = program.get(address, headers={"Authorization": f"Bearer {key.value}"})
    assert reply.status_code == 200
    assert "Set-Cookie" not in reply.headers
