"""What went wrong, as a page for people and as problem+json (RFC 9457) for programs.

The one place where exceptions become responses. A page that itself fails falls back to a few
plain lines, so that an id always reaches the person.
"""

from dataclasses import dataclass, field
from html import escape
from http import HTTPStatus
from json import dumps
from typing import Any, Final

from flask import Flask, Response, g, render_template, request
from werkzeug.exceptions import HTTPException

from app.errors import AttemptClosed, BylineError, NotPermitted, StaleAnswer
from app.web.language import gettext, marked
from app.web.logs import log_fault

PROBLEM_JSON: Final = "application/problem+json"
RETRY_AFTER: Final = {429: "10", 503: "2"}
"""Seconds after which a program may try again."""

RESENT: Final = frozenset({429, 500, 503})
"""Where sending the same form again is safe and may well succeed."""

WORDS: Final = {
    400: (
        marked("That could not be understood"),
        marked("The request was not in a form that this page knows. Go back and try again."),
    ),
    403: (
        marked("That was not carried out"),
        marked("The request came from another site. Open the page here and try again."),
    ),
    404: (
        marked("Nothing here"),
        marked(
            "There is no such page, or it belongs to another browser. Check the address, or start "
            "from the first page."
        ),
    ),
    405: (
        marked("That cannot be done here"),
        marked("This address does not take that kind of request."),
    ),
    409: (
        marked("Something changed in the meantime"),
        marked("What you sent was kept, but it no longer fits what is stored."),
    ),
    413: (
        marked("That is too much at once"),
        marked("What was sent is larger than anything this page needs, so it was not read."),
    ),
    429: (
        marked("One moment, please"),
        marked("Too many requests came at once. Wait a few seconds and try again."),
    ),
    500: (
        marked("Something went wrong here"),
        marked("This is our fault, not yours. What was saved before is still saved."),
    ),
    503: (
        marked("Not saved yet"),
        marked("The server could not store this just now. Nothing was lost; please try again."),
    ),
}

CLOSED: Final = (
    marked("This paper has been handed in"),
    marked("Later answers are kept, but they do not count. You can look at the result."),
)


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing that went wrong, before it becomes a page or JSON.

    `message` is for a program (a full English sentence); `more` are further members of the JSON;
    `headers` go out with either form.
    """

    status: int
    message: str
    more: dict[str, Any] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    closed: bool = False


def trouble_of(fault: Exception) -> Trouble:
    """Sort an exception; whatever nobody foresaw is a 500 without any of its words."""
    if isinstance(fault, HTTPException) and (fault.code or 500) < 500:
        headers = {name: text for name, text in fault.get_headers() if name == "Allow"}
        return Trouble(fault.code or 400, fault.description or "", headers=headers)
    if isinstance(fault, BylineError) and fault.status != HTTPStatus.INTERNAL_SERVER_ERROR:
        retry = RETRY_AFTER.get(fault.status)
        headers = {"Retry-After": retry} if retry else {}
        closed = isinstance(fault, AttemptClosed)
        return Trouble(fault.status, fault.message, more_about(fault), headers, closed)
    if isinstance(fault, HTTPException) and fault.code in RETRY_AFTER:
        headers = {"Retry-After": RETRY_AFTER[fault.code]}
        return Trouble(fault.code, WORDS[fault.code][1], headers=headers)
    return Trouble(500, WORDS[500][1])


def more_about(fault: BylineError) -> dict[str, Any]:
    """What a program can do something with, beside the message."""
    if isinstance(fault, StaleAnswer):
        kind = "urn:problem-type:byline:stale-answer"
        return {"type": kind, "revision": fault.revision, "response": fault.response}
    if isinstance(fault, AttemptClosed):
        return {"type": "urn:problem-type:byline:attempt-closed"}
    errors = getattr(fault, "errors", None)
    return {"errors": list(errors)} if errors else {}


def answer_trouble(fault: Exception) -> Response:
    """Answer a request that failed."""
    trouble = trouble_of(fault)
    if trouble.status == HTTPStatus.INTERNAL_SERVER_ERROR:
        cause = getattr(fault, "original_exception", None) or fault
        log_fault((type(cause), cause, cause.__traceback__))
    response = as_json(trouble) if wants_json() else as_page(trouble, fault)
    response.headers.extend(trouble.headers)
    return response


def wants_json() -> bool:
    """Whether a program asks: everything below /api is for programs."""
    return request.path.startswith("/api/") or request.path == "/healthz"


def as_json(trouble: Trouble) -> Response:
    """The trouble as a problem document of RFC 9457."""
    document = {
        "type": "about:blank",
        "title": title_of(trouble.status),
        "status": trouble.status,
        "detail": trouble.message,
        "request_id": g.request_id,
    } | trouble.more
    return Response(dumps(document), trouble.status, mimetype=PROBLEM_JSON)


def title_of(status: int) -> str:
    """The standard's phrase for a status."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Error"


def as_page(trouble: Trouble, fault: Exception) -> Response:
    """The trouble as a page; as a few plain lines when the page itself fails."""
    try:
        page = render_template("error.html", **page_words(trouble, fault))
    except Exception as second:  # noqa: BLE001  # whatever it is, the person needs an answer
        log_fault((type(second), second, second.__traceback__))
        page = plain_page(trouble)
    return Response(page, trouble.status, mimetype="text/html")


def page_words(trouble: Trouble, fault: Exception) -> dict[str, Any]:
    """What error.html shows: never the words of an exception that nobody foresaw."""
    title, message = WORDS.get(trouble.status, WORDS[400])
    if trouble.closed:
        title, message = CLOSED
    elif isinstance(fault, BylineError) and not isinstance(fault, NotPermitted):
        message = trouble.message if trouble.status in (400, 409) else message
    return {
        "status": trouble.status,
        "title": gettext(title),
        "message": gettext(message),
        "request_id": g.request_id,
        "actions": actions(trouble),
        "resend": form_to_resend(trouble.status),
    }


def actions(trouble: Trouble) -> list[dict[str, str]]:
    """Ways on from the error page, the best first: `{"label", "url"}` each."""
    attempt_id = (request.view_args or {}).get("attempt_id")
    ways = []
    if attempt_id is not None and trouble.closed:
        ways.append((gettext("See the result"), f"/attempts/{attempt_id}/result"))
    elif attempt_id is not None and trouble.status != HTTPStatus.NOT_FOUND:
        ways.append((gettext("Back to the paper"), f"/attempts/{attempt_id}"))
    ways.append((gettext("First page"), "/"))
    return [{"label": label, "url": f"{request.script_root}{url}"} for label, url in ways]


def form_to_resend(status: int) -> dict[str, Any] | None:
    """The posted form again, so that one click sends it once more; None where that is no help."""
    if status not in RESENT or request.method != "POST":
        return None
    return {"action": request.script_root + request.path, "fields": list(request.form.items(True))}


def plain_page(trouble: Trouble) -> str:
    """The least that still says what happened and by which id to ask."""
    title, message = WORDS.get(trouble.status, WORDS[400])
    return (
        "<!DOCTYPE html><html lang=en><meta charset=utf-8>"
        f"<title>{escape(title)}</title><h1>{escape(title)}</h1><p>{escape(message)}</p>"
        f"<p>{trouble.status} · {escape(g.request_id)}</p></html>"
    )


def install(app: Flask) -> None:
    """Answer every exception here."""
    app.register_error_handler(Exception, answer_trouble)
