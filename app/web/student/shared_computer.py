"""Shared computers: whose the browser's key is, and how to be rid of what it holds."""

from typing import Final

from flask import Blueprint, Response, request

from app.classroom.sitting import Sitting
from app.web.site.credentials import drop_key
from app.web.site.environments import render_template
from app.web.site.replies import see_other
from app.web.student.forms import posted_form
from app.web.student.paper_contexts import over_context

shared_computer = Blueprint("shared_computer", __name__)

MINE: Final = "mine"
NEW: Final = "new"
"""The values of the field `whose`: the open paper is the student's own, or another's."""


@shared_computer.post("/not-me")
def not_me() -> Response:
    """Take the key and everything that was kept from the browser, and lead home."""
    return clear_storage(drop_key(see_other("/")))


def whose_page(held: Sitting) -> str:
    """Ask whose the open paper in this browser is; the answer comes with the form once more."""
    fields = [(name, value) for name, value in posted_form().items(multi=True) if name != "whose"]
    action = request.script_root + request.path
    return render_template("whose.html", **over_context(held), action=action, fields=fields)


def clear_storage(response: Response) -> Response:
    """Have the browser forget what our pages kept in it; a script does it where this is ignored."""
    response.headers["Clear-Site-Data"] = '"storage"'
    return response
