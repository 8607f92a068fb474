"""Who asks: the key that a student's browser keeps in a cookie, or a program in a header.

A key is a capability: nothing but its SHA-256 is stored, and the key with an attempt's id opens
that attempt. There are no accounts and no sessions.
"""

import re
from secrets import token_urlsafe

from flask import Response, request

from app.classroom.sitting import Sitting, find_sitting, recall_sitting
from app.errors import NotFound
from app.web.site.current import the_services

COOKIE = "byline_student"
HOST_COOKIE = f"__Host-{COOKIE}"
"""The cookie's name under TLS: a browser then takes it from this host alone."""

COOKIE_AGE = 180 * 24 * 60 * 60
"""Seconds that a browser keeps the key after the last start of a practice."""

KEY_FORM = re.compile(r"[A-Za-z0-9_-]{20,128}")


def new_key() -> str:
    """A fresh key of 256 bits."""
    return token_urlsafe(32)


def cookie_name() -> str:
    """The name under which this request's browser keeps the key."""
    return HOST_COOKIE if request.is_secure else COOKIE


def bears_cookie() -> bool:
    """Whether the request came with our cookie, as only a browser does of itself."""
    return COOKIE in request.headers.get("Cookie", "")


def cookie_key() -> str | None:
    """The key in the browser's cookie; None when there is none, or none that we could have made."""
    if not bears_cookie():
        return None
    return well_formed(request.cookies.get(cookie_name(), ""))


def bearer_key() -> str | None:
    """The key in `Authorization: Bearer ...`; None when there is none."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return well_formed(token.strip()) if scheme.lower() == "bearer" else None


def well_formed(key: str) -> str | None:
    """The key, when it looks like one."""
    return key if KEY_FORM.fullmatch(key) else None


def presented_key() -> str | None:
    """The key that came with the request; a header, which a program sets, goes before a cookie."""
    return bearer_key() or cookie_key()


def find_own_sitting(attempt_id: str) -> Sitting:
    """The attempt whose key came with the request.

    Raises NotFound, in the same words, for an unknown attempt, a wrong key and no key at all.
    """
    return find_sitting(the_services(), attempt_id, needed_key())


def recall_own_sitting(attempt_id: str) -> Sitting:
    """As `find_own_sitting`, but its state may be old: for saving, which looks where it counts."""
    return recall_sitting(the_services(), attempt_id, needed_key())


def needed_key() -> str:
    """The key that came with the request; NotFound, as for a wrong one, when none did."""
    key = presented_key()
    if key is None:
        raise NotFound("There is no such paper, or it was started in another browser.")
    return key


def keep_key(response: Response, key: str) -> Response:
    """Have the browser keep the key, for `COOKIE_AGE` from now."""
    response.set_cookie(
        cookie_name(),
        key,
        max_age=COOKIE_AGE,
        path="/",
        httponly=True,
        secure=request.is_secure,
        samesite="Lax",
    )
    return response


def drop_key(response: Response) -> Response:
    """Have the browser forget its key."""
    response.delete_cookie(
        cookie_name(), path="/", httponly=True, secure=request.is_secure, samesite="Lax"
    )
    return response


def keep_cookie(response: Response) -> Response:
    """Have a browser that brought a key keep it for longer; a program's reply gets no cookie."""
    key = None if bearer_key() else cookie_key()
    return keep_key(response, key) if key else response
