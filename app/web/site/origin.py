"""Refusing requests that a page of another site makes a browser send.

There are no form tokens, so nothing can expire under a long form. A browser says itself where a
request comes from, and no page can forge it: Sec-Fetch-Site (Fetch Metadata, sent to https and
localhost), Origin (sent with every POST), Referer (the last resort). A program that sends none of
them is served as long as it does not come with our cookie, which only a browser would add unasked.
"""

from urllib.parse import urlsplit

from flask import Flask, request

from app.errors import NotPermitted
from app.web.site.credentials import bears_cookie

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
PORTS = {"http": 80, "https": 443}


def refuse_foreign_requests() -> None:
    """Raise NotPermitted when a request that may change something comes from another site."""
    if request.method not in SAFE_METHODS and not is_own():
        raise NotPermitted("This request came from another site, so it was not carried out.")


def is_own() -> bool:
    """Whether the evidence at hand says that our own page, or no page at all, sent the request."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in ("same-origin", "none")
    source = request.headers.get("Origin") or request.headers.get("Referer")
    if source is not None:
        return is_same_origin(source)
    return not bears_cookie()


def is_same_origin(address: str) -> bool:
    """Whether an address (`Origin`, or a whole URL) is on the host and port that we answer to.

    A page under https may write to us where we seem to be http: a proxy ends TLS in front of us.
    """
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return False
    if parts.scheme not in PORTS or (request.is_secure and parts.scheme != "https"):
        return False
    netloc = parts.hostname or ""
    if ":" in netloc:
        netloc = f"[{netloc}]"
    if port is not None and port != PORTS[parts.scheme]:
        netloc = f"{netloc}:{port}"
    return netloc == request.host.lower()


def install(app: Flask) -> None:
    """Check every request before anything else looks at it."""
    app.before_request(refuse_foreign_requests)
