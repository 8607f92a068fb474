"""Files have addresses of their own, are kept by browsers, and nothing else is served."""

from gzip import decompress
from pathlib import Path

import pytest
from flask import Flask

from app.web.site import assets, error_pages, headers, logs

STYLE = "p { margin: 0 }\n" * 200


@pytest.fixture
def site(tmp_path: Path) -> Flask:
    (tmp_path / "parts").mkdir()
    (tmp_path / "paper.css").write_text(STYLE)
    (tmp_path / "parts" / "small.js").write_text("1;\n")
    (tmp_path / ".hidden").write_text("secret")
    site = Flask("pages", static_folder=None)
    for part in (logs, headers, error_pages):
        part.install(site)
    site.extensions[assets.SHELF] = assets.read_shelf([tmp_path])
    site.register_blueprint(assets.assets)
    return site


def url(site: Flask, name: str) -> str:
    with site.test_request_context("/"):
        return assets.asset_url(name)


def test_an_address_changes_with_the_content(site: Flask, tmp_path: Path) -> None:
    before = url(site, "paper.css")
    (tmp_path / "paper.css").write_text("p { margin: 1px }\n")
    site.extensions[assets.SHELF] = assets.read_shelf([tmp_path])
    assert url(site, "paper.css") != before
    assert url(site, "parts/small.js").startswith("/static/parts/small.")


def test_a_named_file_is_kept_for_ever(site: Flask) -> None:
    reply = site.test_client().get(url(site, "paper.css"))
    assert reply.text == STYLE
    assert reply.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert reply.headers["Content-Type"] == "text/css; charset=utf-8"
    assert "Cookie" not in reply.headers["Vary"]


def test_a_plain_name_is_asked_for_anew(site: Flask) -> None:
    client = site.test_client()
    reply = client.get("/static/paper.css")
    assert reply.headers["Cache-Control"] == "public, no-cache"
    again = client.get("/static/paper.css", headers={"If-None-Match": reply.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["Cache-Control"] == "public, no-cache"


def test_text_goes_out_compressed_where_it_is_taken(site: Flask) -> None:
    client = site.test_client()
    reply = client.get("/static/paper.css", headers={"Accept-Encoding": "br, gzip"})
    assert decompress(reply.data).decode() == STYLE
    assert reply.headers["Vary"] == "Accept-Encoding"
    refused = client.get("/static/paper.css", headers={"Accept-Encoding": "gzip;q=0"})
    assert refused.text == STYLE


@pytest.mark.parametrize(
    "name", [".hidden", "../assets.py", "%2e%2e/assets.py", "parts", "nothing.css", "a\\b", "%00"]
)
def test_nothing_else_is_served(site: Flask, name: str) -> None:
    assert site.test_client().get(f"/static/{name}").status_code == 404


def test_a_template_cannot_name_what_is_not_there(site: Flask) -> None:
    with pytest.raises(KeyError):
        url(site, "missing.css")
