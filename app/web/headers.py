"""What every response carries: the policy for browsers, the request's id, and compression."""

from gzip import compress
from typing import Final

from flask import Flask, Response, g, request

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


def add_headers(response: Response) -> Response:
    """Set the headers of every response; a view that set its own Cache-Control keeps it."""
    headers = response.headers
    headers.extend(EVERYWHERE)
    if "Cache-Control" not in headers:
        # For what is made for one person: nothing between us and the browser may keep it.
        headers["Cache-Control"] = "no-store"
        headers["Vary"] = f"{headers['Vary']}, Cookie" if "Vary" in headers else "Cookie"
    if request.is_secure:
        headers.add(*TRANSPORT)
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
