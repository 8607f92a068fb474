"""The practice as JSON: for the paper page's own script, and for other programs.

`openapi` describes every route here; a test holds the two together.
"""

from typing import Any

from flask import Blueprint, Response, request

from app.classroom.answering import save_answer, stored_answers
from app.classroom.handing_in import hand_in, see_result
from app.classroom.opening import open_practice
from app.classroom.resuming import resume
from app.classroom.sitting import Sitting
from app.quiz.blueprint import Blueprint as PaperBlueprint
from app.quiz.presenting import present_item, present_sentences, solve_item
from app.web.api.bodies import ANSWER_BYTES, Answer, LastAnswers, NewAttempt, Resumption, read_body
from app.web.api.documents import (
    AttemptDocument,
    HandedInDocument,
    MoreTimeDocument,
    OpenedAttemptDocument,
    ResultDocument,
    ResumedDocument,
    SavedAnswerDocument,
    StoredAnswerDocument,
    TimeLeftDocument,
)
from app.web.site.credentials import cookie_key, find_own_sitting, new_key, recall_own_sitting
from app.web.site.current import the_services
from app.web.site.documents import Document, ResponseDocument
from app.web.site.time_left import add_time, time_document, time_now
from app.web.student.paper_contexts import Context, article_context, attempt_context
from app.web.student.paper_lengths import usual_blueprint
from app.web.student.result_contexts import profile_context
from app.web.student.resume import address_hash

api = Blueprint("api", __name__, url_prefix="/api")


@api.post("/attempts")
def open_attempt() -> Response:
    """Open a practice; it belongs to a browser's own key, or to a new token."""
    services, wish = the_services(), read_body(NewAttempt)
    blueprint = (
        usual_blueprint(services.folder.find(wish.bank))
        if wish.blueprint is None
        else PaperBlueprint.from_json(wish.blueprint)
    )
    browser_key = cookie_key()
    key = browser_key or new_key()
    sitting = open_practice(
        services,
        wish.bank,
        key=key,
        blueprint=blueprint,
        seed=wish.seed,
        time_limit=wish.time_limit,
    )
    # A cookie's key is out of reach for scripts, and stays so.
    token = {} if browser_key else {"token": key}
    code = {"resume_code": attempt_context(sitting)["code"]}
    opened = OpenedAttemptDocument(id=sitting.id, **token, **code, **paper_facts(sitting))
    reply = document_reply(opened, 201)
    reply.headers["Location"] = f"{request.script_root}/api/attempts/{sitting.id}"
    return reply


@api.post("/resume")
def go_on() -> Response:
    """Find the paper of a resume code; the browser's key, or a new token, reaches it from now."""
    wish = read_body(Resumption)
    browser_key = cookie_key()
    key = browser_key or new_key()
    sitting = resume(the_services(), wish.code, key=key, address_hash=address_hash())
    token = {} if browser_key else {"token": key}
    return document_reply(ResumedDocument(id=sitting.id, **token))


@api.get("/attempts/<attempt_id>")
def show_attempt(attempt_id: str) -> Response:
    """The paper with the answers that are stored."""
    sitting = find_own_sitting(attempt_id)
    answers = [
        StoredAnswerDocument(
            n=answer.n,
            response=ResponseDocument(answer.response),
            **saved_facts(answer),
            **answer.backing.as_json(),
        )
        for answer in stored_answers(the_services(), sitting).values()
    ]
    return document_reply(
        AttemptDocument(id=sitting.id, state=sitting.state, answers=answers, **paper_facts(sitting))
    )


@api.get("/attempts/<attempt_id>/time")
def show_time(attempt_id: str) -> Response:
    """The state of an attempt and the time that is left: little, for pages that ask often."""
    sitting = find_own_sitting(attempt_id)
    time = time_document(sitting.deadline_at)
    return document_reply(TimeLeftDocument(state=sitting.state, **time))


@api.post("/attempts/<attempt_id>/more-time")
def add_minutes(attempt_id: str) -> Response:
    """Give a practice with a time limit some minutes more."""
    time = time_document(add_time(recall_own_sitting(attempt_id)))
    return document_reply(MoreTimeDocument(**time))


@api.put("/attempts/<attempt_id>/answers/<int:n>")
def save(attempt_id: str, n: int) -> Response:
    """Save one answer; the reply is sent after the store's COMMIT."""
    answer = read_body(Answer, limit=ANSWER_BYTES)
    sitting = recall_own_sitting(attempt_id)
    given = answer.given()
    saved = save_answer(the_services(), sitting, n, given.response, given.revision, given.backing)
    return document_reply(SavedAnswerDocument(**saved_facts(saved), **time_now(sitting)))


@api.post("/attempts/<attempt_id>/hand-in")
def finish(attempt_id: str) -> Response:
    """Hand in, with the answers that were not saved yet; a second time changes nothing."""
    last = read_body(LastAnswers) if request.get_data() else LastAnswers()
    sitting = recall_own_sitting(attempt_id)
    given = {int(n): answer.given() for n, answer in last.answers.items()}
    done = hand_in(the_services(), sitting, given)
    address = f"{request.script_root}/api/attempts/{done.id}/result"
    return document_reply(HandedInDocument(state=done.state, result_url=address))


@api.get("/attempts/<attempt_id>/result")
def show_result(attempt_id: str) -> Response:
    """The profile and the key of every question; 409 before handing in."""
    sitting = find_own_sitting(attempt_id)
    result = see_result(the_services(), sitting)
    profile = profile_context(result.profile)
    skills = {skill.pop("skill"): without_nothing(skill) for skill in profile.pop("skills")}
    items = [
        solve_item(sitting.bank, marked, sitting.paper.blueprint) | {"response": marked.response}
        for marked in result.items
    ]
    return document_reply(
        ResultDocument(skills=skills, items=items, late=result.late, **without_nothing(profile))
    )


def document_reply(document: Document, status: int = 200) -> Response:
    """A JSON document, with the members that were set."""
    text = document.model_dump_json(exclude_unset=True)
    return Response(text, status, mimetype="application/json")


def paper_facts(sitting: Sitting) -> Context:
    """What every student of this paper may see, and nothing of its key."""
    bank, blueprint = sitting.bank, sitting.paper.blueprint
    items = [present_item(bank, item, blueprint) for item in sitting.paper.items]
    article = article_context(bank.article)
    if blueprint.cite:
        article["sentences"] = present_sentences(bank)
    return {"paper": {"items": items}, "article": article} | time_document(sitting.deadline_at)


def saved_facts(answer: Any) -> Context:
    """The revision of a stored answer, and when it was stored (UTC)."""
    return {"revision": answer.revision, "saved_at": answer.saved_at.isoformat()}


def without_nothing(facts: Context) -> Context:
    """The members that are not null."""
    return {name: value for name, value in facts.items() if value is not None}
