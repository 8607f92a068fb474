"""Compression, and who is trusted about addresses; the rest is in `test_every_route`."""

from gzip import decompress

import pytest

from app.web.application import make_site
from tests.web.cast import Browser, start_practice


def test_a_page_goes_out_compressed(owner: Browser) -> None:
    address = start_practice(owner)
    plain = owner.get(address)
    packed = owner.get(address, headers={"Accept-Encoding": "gzip, br"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert decompress(packed.data) == plain.data
    assert int(packed.headers["Content-Length"]) == len(packed.data) < len(plain.data) / 2
    assert {"Accept-Encoding", "Cookie"} <= set(packed.headers["Vary"].split(", "))


@pytest.mark.parametrize("accepted", ["", "br", "gzip;q=0", "identity", "x-gzipped"])
def test_a_browser_that_takes_no_gzip_gets_plain_text(owner: Browser, accepted: str) -> None:
    reply = owner.get("/", headers={"Accept-Encoding": accepted})
    assert "Content-Encoding" not in reply.headers
    assert "<h1" in reply.text


def test_short_replies_stay_as_they_are(owner: Browser) -> None:
    reply = owner.get("/healthz", headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in reply.headers


def test_only_trusted_names_are_answered() -> None:
    client = make_site(trusted_hosts=["quiz.test"]).test_client()
    assert client.get("/nowhere", base_url="http://quiz.test").status_code == 404
    assert client.get("/nowhere", base_url="http://evil.test").status_code == 400


def test_forwarded_headers_are_believed_from_a_known_proxy_only() -> None:
    forwarded = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "quiz.test"}
    for proxies, believed in ((0, False), (1, True)):
        reply = make_site(proxies=proxies).test_client().get("/nowhere", headers=forwarded)
        assert ("Strict-Transport-Security" in reply.headers) is believed
