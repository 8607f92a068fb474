"""What an error reply says: its status, its words for people and its members for programs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, Final

from werkzeug.exceptions import HTTPException

from app.errors import (
    AttemptClosed,
    BylineError,
    Conflict,
    ImpossibleBlueprint,
    MalformedResponse,
    StaleAnswer,
    TimeUp,
)
from app.language.translatable import marked
from app.web.site.time_left import time_document

RETRY_AFTER: Final = {429: "10", 503: "2"}
"""Seconds after which a program may try again."""

WORDS: Final = {
    400: (
        marked("That could not be understood"),
        marked("This page did not understand what was sent. Go back and try again."),
    ),
    403: (
        marked("Nothing was changed"),
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
        marked("This page does not do that."),
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

WORDS_OF: Final[Mapping[type[Exception], tuple[str, str]]] = {
    MalformedResponse: (
        marked("An answer could not be understood"),
        marked(
            "One of the answers does not fit its question, so nothing was changed. Go back and "
            "answer it again."
        ),
    ),
    ImpossibleBlueprint: (
        marked("That quiz cannot be made"),
        marked("This article does not have enough questions. Go back and choose another length."),
    ),
    AttemptClosed: (
        marked("This quiz has been handed in"),
        marked("Later answers are kept, but they do not count. You can look at the result."),
    ),
    TimeUp: (
        marked("Time is up"),
        marked("What you sent now was kept, but it came too late to count. Go on and hand in."),
    ),
}
"""Exceptions with words of their own, which say more than those of their status.

What an exception itself says is for programs: it is English, and may speak of fields and ids.
"""

LOST: Final = (
    marked("This browser can no longer open your quiz"),
    marked(
        "Nothing is lost: what you sent is still on this page. Type the code of your quiz and send "
        "it again. The code is below the questions; your teacher can help."
    ),
)


@dataclass(frozen=True, slots=True)
class ErrorReply:
    """The reply to a request that failed, before it becomes a page or JSON.

    `message` is for a program (a full English sentence), `words` for a person (a title and a
    sentence, to be translated); `more` are further members of the JSON; `headers` go out with
    either form.
    """

    status: int
    message: str
    words: tuple[str, str]
    more: dict[str, Any] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    closed: bool = False


def reply_to(error: Exception) -> ErrorReply:
    """The reply to an exception; an unexpected one is a 500 without any of its words."""
    if isinstance(error, HTTPException):
        return _reply_to_request(error)
    if isinstance(error, BylineError) and error.status != HTTPStatus.INTERNAL_SERVER_ERROR:
        closed = isinstance(error, AttemptClosed)
        words = words_for(error, error.status)
        headers = _retry_header(error.status)
        return ErrorReply(error.status, error.message, words, more_about(error), headers, closed)
    return ErrorReply(500, WORDS[500][1], WORDS[500])


def _reply_to_request(error: HTTPException) -> ErrorReply:
    """The reply to what Flask and Werkzeug raise; only below 500 with their own words."""
    status = error.code or 500
    if status < 500:
        headers = {name: text for name, text in error.get_headers() if name == "Allow"}
        words = words_for(error, status)
        return ErrorReply(status, error.description or "", words, headers=headers)
    known = status if status in RETRY_AFTER else 500
    return ErrorReply(known, WORDS[known][1], WORDS[known], headers=_retry_header(known))


def _retry_header(status: int) -> dict[str, str]:
    retry = RETRY_AFTER.get(status)
    return {"Retry-After": retry} if retry else {}


def words_for(error: Exception, status: int) -> tuple[str, str]:
    """The words for a person: a title and a sentence in English, marked for translation."""
    own = (WORDS_OF[kind] for kind in type(error).__mro__ if kind in WORDS_OF)
    return next(own, WORDS.get(status, WORDS[400]))


def more_about(error: BylineError) -> dict[str, Any]:
    """What a program can do something with, beside the message."""
    if isinstance(error, Conflict):
        return about_conflict(error) | time_document(error.deadline_at)
    errors = getattr(error, "errors", None)
    return {"errors": list(errors)} if errors else {}


def about_conflict(error: Conflict) -> dict[str, Any]:
    """Which conflict it is, and what is stored instead."""
    if isinstance(error, StaleAnswer):
        kind = "urn:problem-type:byline:stale-answer"
        return {
            "type": kind,
            "revision": error.revision,
            "response": error.response,
        } | error.backing
    if isinstance(error, AttemptClosed):
        return {"type": "urn:problem-type:byline:attempt-closed"}
    if isinstance(error, TimeUp):
        return {"type": "urn:problem-type:byline:time-up"}
    return {}
