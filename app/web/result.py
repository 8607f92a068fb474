"""The result of an attempt that was handed in."""

from flask import Blueprint, Response, render_template

from app.classroom.handing_in import see_result
from app.web.here import the_room
from app.web.replies import see_other
from app.web.reviews import result_context
from app.web.student import find_own_sitting

result = Blueprint("result", __name__)


@result.get("/attempts/<attempt_id>/result")
def show(attempt_id: str) -> str | Response:
    """The profile and every question with its key; before handing in, the way to the paper."""
    sitting = find_own_sitting(attempt_id)
    if sitting.is_open:
        return see_other(f"/attempts/{attempt_id}")
    return render_template(
        "result.html", **result_context(sitting, see_result(the_room(), sitting))
    )
