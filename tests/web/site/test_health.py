"""Alive, and able to write."""

import pytest
from flask import Flask

from app.errors import Unavailable
from tests.web.cast import Browser


def test_all_is_well(owner: Browser) -> None:
    reply = owner.get("/healthz")
    assert (reply.status_code, reply.get_json()) == (200, {"status": "ok"})


def test_a_store_that_does_not_take_it_is_unwell(
    site: Flask, owner: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full() -> None:
        raise Unavailable("The disk is full.")

    monkeypatch.setattr(site.extensions["byline.services"].store, "prove_writable", full)
    reply = owner.get("/healthz")
    assert reply.status_code == 503
    assert reply.mimetype == "application/problem+json"
