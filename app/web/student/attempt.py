"""An attempt while it is open: the paper, saving without JavaScript, the check, handing in."""

from collections.abc import Mapping

from flask import Blueprint, Response

from app.classroom.answering import GivenAnswer, StoredAnswer, save_answers, stored_answers
from app.classroom.handing_in import hand_in
from app.classroom.opening import open_practice
from app.classroom.resuming import renew_code
from app.classroom.sitting import Sitting
from app.formats.answers_file import (
    EXTENSION,
    MEDIA_TYPE,
    AnswersFile,
    FiledAnswer,
    write_answers_file,
)
from app.web.site.credentials import find_own_sitting, keep_cookie, needed_key
from app.web.site.current import the_services
from app.web.site.environments import render_template
from app.web.site.replies import see_other
from app.web.site.time_left import add_time, is_over, time_context
from app.web.student.forms import given_answers, posted_form
from app.web.student.paper_contexts import check_context, over_context, paper_context
from app.web.student.resume import posted_sitting

attempt = Blueprint("attempt", __name__)

Page = str | Response | tuple[str, int]


@attempt.get("/attempts/<attempt_id>")
def paper(attempt_id: str) -> Page:
    """The whole paper with the stored answers; after handing in, the way to the result."""
    sitting = find_own_sitting(attempt_id)
    return done_page(sitting) or paper_page(sitting, stored_answers(the_services(), sitting))


@attempt.get("/attempts/<attempt_id>/answers.json")
def download(attempt_id: str) -> Response:
    """The stored answers as a file; with the script, the page makes it itself, unsent ones too."""
    sitting = find_own_sitting(attempt_id)
    stored = stored_answers(the_services(), sitting)
    answers = tuple(
        FiledAnswer(one.n, one.response, one.revision, one.backing)
        for one in sorted(stored.values(), key=lambda one: one.n)
    )
    reply = Response(write_answers_file(AnswersFile(attempt_id, answers)), mimetype=MEDIA_TYPE)
    name = f"byline-answers-{sitting.bank.id}{EXTENSION}"
    reply.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return reply


@attempt.post("/attempts/<attempt_id>/answers")
def save_paper(attempt_id: str) -> Page:
    """Save every answer of the form, then show what is stored."""
    sitting = posted_sitting(attempt_id)
    return save_posted(sitting) or see_other(f"/attempts/{attempt_id}/check")


@attempt.post("/attempts/<attempt_id>/answers/<int:n>")
def save_question(attempt_id: str, n: int) -> Page:
    """Save every answer of the form, for a page shown anew would forget the others; back to n."""
    sitting = posted_sitting(attempt_id)
    sitting.item(n)
    return save_posted(sitting) or see_other(f"/attempts/{attempt_id}#q{n}")


@attempt.get("/attempts/<attempt_id>/check")
def check(attempt_id: str) -> Page:
    """What is answered and what is open, read from the store and not from the browser."""
    sitting = find_own_sitting(attempt_id)
    context = check_context(sitting, stored_answers(the_services(), sitting))
    return done_page(sitting) or render_template(
        "check.html", **context, time=time_context(sitting.deadline_at)
    )


@attempt.post("/attempts/<attempt_id>/hand-in")
def finish(attempt_id: str) -> Page:
    """Hand in, with the answers that the form carries; a second time changes nothing."""
    sitting = posted_sitting(attempt_id)
    hand_in(the_services(), sitting, given_answers(sitting, posted_form()))
    return see_other(f"/attempts/{attempt_id}/result")


@attempt.post("/attempts/<attempt_id>/more-time")
def more_time(attempt_id: str) -> Page:
    """Give a practice more minutes, and save what the form holds: the page is shown anew."""
    sitting = posted_sitting(attempt_id)
    add_time(sitting)
    return save_posted(sitting) or see_other(f"/attempts/{attempt_id}")


@attempt.post("/attempts/<attempt_id>/new-code")
def new_code(attempt_id: str) -> Page:
    """Give the paper another resume code, and save what the form holds: the page is shown anew."""
    sitting = find_own_sitting(attempt_id)
    renew_code(the_services(), sitting)
    conflict = save_posted(sitting) if sitting.is_open else None
    return conflict or see_other(f"/attempts/{attempt_id}")


@attempt.post("/attempts/<attempt_id>/again")
def again(attempt_id: str) -> Page:
    """Start anew with other questions, as far as the bank has them."""
    before = find_own_sitting(attempt_id)
    after = open_practice(
        the_services(),
        before.bank.id,
        key=needed_key(),
        blueprint=before.paper.blueprint,
        after=before.id,
        time_limit=before.attempt.time_limit,
    )
    return keep_cookie(see_other(f"/attempts/{after.id}"))


def save_posted(sitting: Sitting) -> Page | None:
    """Save what the posted form changes; the paper again, with status 409, where newer is stored.

    One answer that is refused keeps none of the others from being saved.
    """
    given = given_answers(sitting, posted_form())
    stored, conflicts = save_answers(the_services(), sitting, given)
    if not conflicts:
        return None
    sent = {n: given[n] for n in conflicts}
    return paper_page(find_own_sitting(sitting.id), stored, sent), 409


def paper_page(
    sitting: Sitting,
    stored: Mapping[int, StoredAnswer],
    sent: Mapping[int, GivenAnswer] | None = None,
) -> str:
    """The paper; `sent` are answers that were sent when newer ones were stored."""
    time = {"time": time_context(sitting.deadline_at)}
    return render_template("paper.html", **paper_context(sitting, stored, sent) | time)


def done_page(sitting: Sitting) -> Page | None:
    """What there is instead of a paper that cannot be worked on: its result, or the hand-in."""
    if not sitting.is_open:
        return see_other(f"/attempts/{sitting.id}/result")
    if is_over(sitting):
        return render_template("time-up.html", **over_context(sitting))
    return None
