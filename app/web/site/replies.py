"""The two kinds of success: a JSON document, and the way on after a form was posted."""

from json import dumps
from typing import Any

from flask import Response, request


def json_reply(document: Any, status: int = 200) -> Response:
    """A JSON document, as short as it can be written."""
    text = dumps(document, ensure_ascii=False, separators=(",", ":"))
    return Response(text, status, mimetype="application/json")


def see_other(path: str) -> Response:
    """303: look there with GET. `path` is one of our own, made by us, never taken from outside."""
    return Response(status=303, headers={"Location": request.script_root + path})
