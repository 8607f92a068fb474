"""What every response carries: the policy for browsers, the request's id, and compression."""

from collections.abc import Callable
from gzip import compress
from typing import TYPE_CHECKING, Any, Final

from flask import Flask, Response, g, request

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

CONTENT_SECURITY_POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)

EVERYWHERE: Final = (
    ("Content-Security-Policy", CONTENT_SECURITY_POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=()"),
)

TRANSPORT: Final = ("Strict-Transport-Security", "max-age=31536000")

WORTH_PACKING = 1024
"""Bytes from which a text is sent compressed."""

PACKABLE: Final = frozenset(
    {"application/json", "application/problem+json", "text/javascript", "image/svg+xml"}
)


def is_packable(media_type: str | None) -> bool:
    """Whether bodies of this media type are text that compresses well."""
    return media_type is not None and (media_type.startswith("text/") or media_type in PACKABLE)


def accepts_gzip() -> bool:
    """Whether the browser takes gzip; a refusal (`gzip;q=0`) counts."""
    return "gzip" in request.headers.get("Accept-Encoding", "") and (
        request.accept_encodings.quality("gzip") > 0
    )


def with_policy(environ: "WSGIEnvironment", start_response: "StartResponse") -> "StartResponse":
    """A `start_response` that adds the policy to every answer, also to that of a server error.

    Below Flask, where headers are a plain list: it costs next to nothing there.
    """
    policy = (*EVERYWHERE, TRANSPORT) if environ["wsgi.url_scheme"] == "https" else EVERYWHERE

    def start(
        status: str, headers: list[tuple[str, str]], error: Any = None, /
    ) -> Callable[[bytes], object]:
        return start_response(status, [*headers, *policy], error)

    return start


def add_headers(response: Response) -> Response:
    """Keep a response out of caches, unless its view said how to, and give it the request's id."""
    headers = response.headers
    if "Cache-Control" not in headers:
        # For what is made for one person: nothing between us and the browser may keep it.
        headers["Cache-Control"] = "no-store"
        response.vary.update(("Accept-Language", "Cookie"))
    headers["X-Request-ID"] = g.request_id
    return response


def pack(response: Response) -> Response:
    """Compress a text that is long enough, for a browser that takes it."""
    if (
        response.direct_passthrough
        or "Content-Encoding" in response.headers
        or not is_packable(response.mimetype)
    ):
        return response
    body = response.get_data()
    if len(body) < WORTH_PACKING:
        return response
    response.vary.add("Accept-Encoding")
    if accepts_gzip():
        response.set_data(compress(body, 5, mtime=0))
        response.headers["Content-Encoding"] = "gzip"
    return response


def install(app: Flask) -> None:
    """Give every response of the application its headers."""
    app.after_request(add_headers)
    app.after_request(pack)
