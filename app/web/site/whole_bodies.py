"""Request bodies: whole, or refused before a view changes anything."""

from io import BytesIO

from flask import Flask, current_app, request

from app.errors import BadInput, TooLarge


def refuse_cut_bodies() -> None:
    """Have a body that ends too soon refused.

    A server that sets `wsgi.input_terminated` promises that the body has an end, not that the end
    is where Content-Length says; without that promise Werkzeug compares, and raises
    ClientDisconnected (400).
    """
    environ = request.environ
    if environ.pop("wsgi.input_terminated", False) and not has_length():
        body = read_chunks()
        environ["wsgi.input"] = BytesIO(body)
        environ["CONTENT_LENGTH"] = str(len(body))
        environ.pop("HTTP_TRANSFER_ENCODING", None)


def has_length() -> bool:
    """Whether the request says how long its body is; a transfer coding takes precedence."""
    environ = request.environ
    return bool(environ.get("CONTENT_LENGTH")) and not environ.get("HTTP_TRANSFER_ENCODING")


def read_chunks() -> bytes:
    """A body that came in chunks, read to its end, so that its length is known from here on.

    Raises BadInput for chunks that are malformed or cut short, TooLarge beyond what any request
    may bring.
    """
    limit: int = current_app.config["MAX_CONTENT_LENGTH"]
    try:
        body: bytes = request.environ["wsgi.input"].read(limit + 1)
    except Exception as error:  # each server has its own
        raise BadInput("The body of the request is malformed or not whole.") from error
    if len(body) > limit:
        raise TooLarge("The body of the request is larger than anything that is read here.")
    return body


def install(app: Flask) -> None:
    """Look at every request's body before its view does."""
    app.before_request(refuse_cut_bodies)
