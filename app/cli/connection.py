"""A connection of a browser, with what has arrived of its next request."""

from contextlib import suppress
from time import monotonic
from typing import Any, Final, Protocol

from gunicorn.workers.gthread import TConn

from app.cli.arrival import Arrival
from app.web.application import BODY_BYTES

HEADER_SECONDS: Final = 10
"""How long the header of a request may take to arrive, and a new connection to say anything."""

REQUEST_SECONDS: Final = 30
"""How long a whole request may take: the longest form over a slow mobile network."""

CONTINUE: Final = b"HTTP/1.1 100 Continue\r\n\r\n"


class Loop(Protocol):
    """What a connection needs of its worker."""

    def linger(self, connection: "Connection") -> None:
        """Read on for a while, then close."""


class Connection(TConn):  # type: ignore[misc]  # gunicorn has no types
    """A connection that receives its requests whole."""

    def __init__(self, worker: Loop, *given: Any) -> None:
        super().__init__(*given)
        self.worker = worker
        self.arrival = Arrival(BODY_BYTES)
        self.request = b""
        self.surplus = b""
        self.deadline = 0.0

    def init(self) -> None:
        """Give the parser the request that has arrived, before it would read the socket."""
        super().init()
        # Nothing is left to wait for; what a parser may see differently ends all the same.
        self.sock.settimeout(HEADER_SECONDS)
        if self.request:
            self.parser.unreader.unread(self.request)
            self.request = b""

    def expect(self) -> None:
        """Begin to wait for a request."""
        self.sock.setblocking(False)
        self.arrival = Arrival(BODY_BYTES)
        self.deadline = monotonic() + HEADER_SECONDS

    def take(self, piece: bytes) -> bool:
        """Add what has arrived; whether the request is whole."""
        had_header = self.arrival.has_header
        self.arrival.add(piece)
        if self.arrival.has_header and not had_header:
            self.deadline += REQUEST_SECONDS - HEADER_SECONDS
            if self.arrival.waits_for_continue and not self.arrival.is_whole:
                self.send(CONTINUE)
        if self.arrival.is_whole:
            received, end = bytes(self.arrival.received), self.arrival.end
            self.request, self.surplus = received[:end], received[end:]
            if self.arrival.is_oversized:
                self.request = closing(self.request)
            self.data_ready = True
        return self.arrival.is_whole

    def send(self, reply: bytes) -> None:
        """Send a few bytes, if the connection takes them at once."""
        with suppress(OSError):
            self.sock.send(reply)

    def close(self, graceful: bool = False) -> None:
        """Close, or let the worker's loop read on for a while first: gunicorn's would wait."""
        if graceful:
            self.worker.linger(self)
        else:
            super().close()


def closing(request: bytes) -> bytes:
    """The request with the wish to close: its body is too large to be read to its end."""
    line, end, rest = request.partition(b"\r\n")
    return line + end + b"Connection: close\r\n" + rest
