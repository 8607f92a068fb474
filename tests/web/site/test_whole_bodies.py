"""A body that is cut, malformed or too large is refused and changes nothing."""

import json
from io import BytesIO
from typing import Any
from urllib.parse import urlencode

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from tests.web.cast import Browser, all_forms, first_answer, items_of, start_practice, stored

# As gunicorn serves: the stream ends by itself, wherever the connection ended.
ENDS = {"wsgi.input_terminated": True}
FORM = "application/x-www-form-urlencoded"


class Chunks(BytesIO):
    """A body in chunks, of which one is malformed."""

    def read(self, _size: int | None = -1, /) -> bytes:
        raise OSError("Invalid chunk size")


@pytest.fixture
def paper(owner: Browser) -> str:
    return start_practice(owner)


def form_of(owner: Browser, paper: str) -> bytes:
    """The whole form of a paper, as a browser sends it."""
    fields = MultiDict(all_forms(items_of(owner, paper)))
    return urlencode(list(fields.items(multi=True))).encode()


def send(owner: Browser, path: str, body: bytes, length: int, **more: Any) -> TestResponse:
    return owner.open(
        path,
        method=more.pop("method", "POST"),
        input_stream=BytesIO(body),
        content_type=more.pop("content_type", FORM),
        environ_overrides={**ENDS, "CONTENT_LENGTH": str(length)},
    )


@pytest.mark.parametrize("way", ["answers", "answers/1", "hand-in"])
@pytest.mark.parametrize("cut", ["&r4=", "&r6=", "r1="])
def test_a_cut_form_is_refused_and_changes_nothing(
    owner: Browser, paper: str, way: str, cut: str
) -> None:
    whole = form_of(owner, paper)
    half = whole[: whole.index(cut.encode())]
    reply = send(owner, f"{paper}/{way}", half, len(whole))
    assert reply.status_code == 400
    assert not stored(owner, paper)
    assert send(owner, f"{paper}/{way}", whole, len(whole)).status_code == 303
    assert len(stored(owner, paper)) == 6


def test_a_cut_answer_in_json_is_refused_even_where_it_is_json(owner: Browser, paper: str) -> None:
    answer = {"response": first_answer(items_of(owner, paper)[0]), "revision": 0}
    whole = json.dumps(answer).encode() + b" " * 8
    put = {"method": "PUT", "content_type": "application/json"}
    reply = send(owner, f"/api{paper}/answers/1", whole[:-4], len(whole), **put)
    assert (reply.status_code, stored(owner, paper)) == (400, {})
    assert send(owner, f"/api{paper}/answers/1", whole, len(whole), **put).status_code == 200


def in_chunks(owner: Browser, path: str, stream: BytesIO) -> TestResponse:
    """Send a body without its length."""
    environ = {
        **ENDS,
        "wsgi.input": stream,
        "HTTP_TRANSFER_ENCODING": "chunked",
        "CONTENT_LENGTH": "",
    }
    return owner.post(path, content_type=FORM, environ_overrides=environ)


def test_a_body_in_chunks_is_taken(owner: Browser, paper: str) -> None:
    reply = in_chunks(owner, f"{paper}/answers", BytesIO(form_of(owner, paper)))
    assert reply.status_code == 303
    assert len(stored(owner, paper)) == 6


@pytest.mark.parametrize("more", [0, 1024 * 1024])
def test_a_body_in_chunks_beyond_a_limit_is_too_large(
    owner: Browser, paper: str, more: int
) -> None:
    whole = form_of(owner, paper) + b"&filler=" + b"x" * (300 * 1024 + more)
    assert in_chunks(owner, f"{paper}/hand-in", BytesIO(whole)).status_code == 413
    assert not stored(owner, paper)
    assert owner.get(paper).status_code == 200


def test_malformed_chunks_are_refused(site: Flask, owner: Browser, paper: str) -> None:
    reply = in_chunks(owner, f"{paper}/hand-in", Chunks())
    assert reply.status_code == 400
    assert site.test_client().get("/").status_code == 200
    assert owner.get(paper).status_code == 200
