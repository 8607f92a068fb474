"""What went wrong, as a page for people and as problem+json (RFC 9457) for programs.

The one place where exceptions become responses. A page that itself fails falls back to a few
plain lines, so that an id always reaches the person.
"""

from html import escape
from http import HTTPStatus
from typing import Any, Final

from flask import Flask, Response, g, request
from werkzeug.http import HTTP_STATUS_CODES

from app.errors import Unavailable
from app.web.site.documents import ProblemDocument
from app.web.site.environments import render_template
from app.web.site.error_texts import LOST, ErrorReply, reply_to
from app.web.site.logs import log_error, log_unavailable
from app.web.site.reader_language import gettext
from app.web.site.regaining import CODE, REGAINED

PROBLEM_JSON: Final = "application/problem+json"
RESENT: Final = frozenset({429, 500, 503})
"""Where sending the same form again is safe and may well succeed."""


def answer_error(error: Exception) -> Response:
    """Answer a request that failed."""
    reply = reply_to(error)
    if reply.status == HTTPStatus.INTERNAL_SERVER_ERROR:
        cause = getattr(error, "original_exception", None) or error
        log_error((type(cause), cause, cause.__traceback__))
    if isinstance(error, Unavailable):
        log_unavailable(error.cause or type(error).__name__)
    response = as_json(reply) if wants_json() else as_page(reply)
    response.headers.extend(reply.headers)
    return response


def wants_json() -> bool:
    """Whether a program asks: everything below /api is for programs."""
    return request.path.startswith("/api/") or request.path == "/healthz"


def as_json(reply: ErrorReply) -> Response:
    """The reply as a problem document of RFC 9457."""
    document = {
        "type": "about:blank",
        "title": title_of(reply.status),
        "status": reply.status,
        "detail": reply.message,
        "request_id": g.request_id,
    } | reply.more
    # Not validated: whatever went wrong, a program needs an answer.
    problem = ProblemDocument.model_construct(**document)
    text = problem.model_dump_json(exclude_unset=True, warnings=False)
    return Response(text, reply.status, mimetype=PROBLEM_JSON)


def title_of(status: int) -> str:
    """The phrase for a status: by a table of Werkzeug's, for Python's own differs by version."""
    return HTTP_STATUS_CODES.get(status, "Error")


def as_page(reply: ErrorReply) -> Response:
    """The reply as a page; as a few plain lines when the page itself fails."""
    try:
        page = render_template("error.html", **page_words(reply))
    except Exception as second:  # noqa: BLE001  # whatever it is, the person needs an answer
        log_error((type(second), second, second.__traceback__))
        page = plain_page(reply)
    return Response(page, reply.status, mimetype="text/html")


def page_words(reply: ErrorReply) -> dict[str, Any]:
    """What error.html shows: never the words of an unexpected exception."""
    title, message = LOST if is_lost(reply.status) else reply.words
    return {
        "status": reply.status,
        "title": gettext(title),
        "message": gettext(message),
        "request_id": g.request_id,
        "actions": actions(reply),
        "resend": form_to_resend(reply.status),
    }


def actions(reply: ErrorReply) -> list[dict[str, str]]:
    """Ways on from the error page, the best first: `{"label", "url"}` each."""
    attempt_id = (request.view_args or {}).get("attempt_id")
    ways = []
    if attempt_id is not None and reply.closed:
        ways.append((gettext("See the result"), f"/attempts/{attempt_id}/result"))
    elif attempt_id is not None and reply.status != HTTPStatus.NOT_FOUND:
        ways.append((gettext("Back to the quiz"), f"/attempts/{attempt_id}"))
    ways.append((gettext("First page"), "/"))
    return [{"label": label, "url": f"{request.script_root}{url}"} for label, url in ways]


def form_to_resend(status: int) -> dict[str, Any] | None:
    """The posted form again, so that one click sends it once more; None where that is no help.

    `code`: it has to bring the paper's resume code, for its key is not with it.
    """
    if request.method != "POST" or not (status in RESENT or is_lost(status)):
        return None
    asks = is_lost(status) or CODE in request.form
    fields = [(name, value) for name, value in request.form.items(True) if name != CODE or not asks]
    return {"action": request.script_root + request.path, "fields": fields, "code": asks}


def is_lost(status: int) -> bool:
    """Whether a paper's form came without the key of the paper, or of no paper that there is."""
    return (
        status == HTTPStatus.NOT_FOUND and request.method == "POST" and request.endpoint in REGAINED
    )


def plain_page(reply: ErrorReply) -> str:
    """The least that still says what happened and by which id to ask."""
    title, message = reply.words
    return (
        "<!DOCTYPE html><html lang=en><meta charset=utf-8>"
        f"<title>{escape(title)}</title><h1>{escape(title)}</h1><p>{escape(message)}</p>"
        f"<p>{reply.status} · {escape(g.request_id)}</p></html>"
    )


def install(app: Flask) -> None:
    """Answer every exception here."""
    app.register_error_handler(Exception, answer_error)
