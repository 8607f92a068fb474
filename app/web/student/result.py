"""The result of an attempt that was handed in."""

from flask import Blueprint, Response

from app.classroom.handing_in import see_result
from app.web.site.credentials import find_own_sitting
from app.web.site.current import the_services
from app.web.site.environments import render_template
from app.web.site.replies import see_other
from app.web.student.result_contexts import result_context

result = Blueprint("result", __name__)


@result.get("/attempts/<attempt_id>/result")
def show(attempt_id: str) -> str | Response:
    """The profile and every question with its key; before handing in, the way to the paper."""
    sitting = find_own_sitting(attempt_id)
    if sitting.is_open:
        return see_other(f"/attempts/{attempt_id}")
    return render_template(
        "result.html", **result_context(sitting, see_result(the_services(), sitting))
    )
