"""Alive, and able to write: what a load balancer or a teacher's colleague asks."""

from flask import Blueprint, Response

from app.web.site.current import the_services
from app.web.site.replies import json_reply

health = Blueprint("health", __name__)


@health.get("/healthz")
def healthz() -> Response:
    """Make one small durable write that changes nothing; 503 when the store does not take it."""
    the_services().store.prove_writable()
    return json_reply({"status": "ok"})
