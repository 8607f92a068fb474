"""A worker that gives a request to a thread only when the whole of it has arrived.

gunicorn's own worker with threads lets a thread wait for the rest of a request, without an end:
sixteen phones that lose the network in the middle of one would stop a class. Here the main loop
receives, without blocking, and closes what does not arrive in time.
"""

from collections.abc import Iterable
from contextlib import suppress
from errno import EAGAIN, ECONNABORTED, EWOULDBLOCK
from functools import partial
from selectors import EVENT_READ
from socket import SHUT_WR, socket
from time import monotonic
from typing import Any, Final

from gunicorn.workers.gthread import ThreadWorker

from app.cli.connection import Connection

LINGER_SECONDS: Final = 2
"""How long a closed connection is read, so that its last response is not lost (RFC 9112, 9.6)."""

WAITING_BYTES: Final = 32 * 1024 * 1024
"""The most that all unfinished requests of a worker may hold in memory."""

PIECE: Final = 64 * 1024
NO_MORE: Final = b"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
TOO_SLOW: Final = b"HTTP/1.1 408 Request Timeout" + NO_MORE
TOO_LARGE: Final = b"HTTP/1.1 431 Request Header Fields Too Large" + NO_MORE


class WholeRequestWorker(ThreadWorker):  # type: ignore[misc]  # gunicorn has no types
    """gunicorn's worker with threads, whose main loop receives the requests."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.arriving: dict[socket, Connection] = {}
        self.lingering: dict[socket, Connection] = {}

    def accept(self, listener: socket) -> None:
        """Accept a connection and wait for its first request.

        Where there would be too many, the oldest unfinished request makes room.
        """
        if self.nr_conns + 1 >= self.worker_connections and self.arriving:
            self.drop(next(iter(self.arriving.values())))
        try:
            sock, address = listener.accept()
        except OSError as error:
            if error.errno not in (EAGAIN, ECONNABORTED, EWOULDBLOCK):
                raise
            return
        self.nr_conns += 1
        connection = Connection(self, self.cfg, sock, address, listener.getsockname())
        self.expect(connection)

    def on_client_socket_readable(self, conn: Connection, client: socket) -> None:
        """Wait for the rest of the next request on a connection that was kept."""
        self.poller.unregister(client)
        self.keepalived_conns.remove(conn)
        self.expect(conn)

    def finish_request(self, conn: Connection, fs: Any) -> None:
        """Keep or close a connection; the next request may have arrived with the last one."""
        # A stopping worker lets what is kept go; nothing that arrives now would be served.
        super().finish_request(conn, fs)
        if conn.surplus and conn in self.keepalived_conns:
            self.on_client_socket_readable(conn, conn.sock)

    def expect(self, connection: Connection) -> None:
        """Receive a request of a connection, now and whenever more of it arrives."""
        surplus, connection.surplus = connection.surplus, b""
        connection.expect()
        self.arriving[connection.sock] = connection
        self.poller.register(connection.sock, EVENT_READ, partial(self.receive, connection))
        if surplus and connection.take(surplus):
            self.hand_on(connection)
        else:
            self.receive(connection, connection.sock)

    def receive(self, connection: Connection, sock: socket) -> None:
        """Receive what has arrived; hand the request on when it is whole."""
        try:
            piece = sock.recv(PIECE)
        except (BlockingIOError, InterruptedError):
            return
        except OSError:
            piece = b""
        if not piece:
            self.drop(connection)
        elif connection.take(piece):
            self.hand_on(connection)
        elif connection.arrival.is_refused or self.waiting_bytes() > WAITING_BYTES:
            connection.send(TOO_LARGE)
            self.drop(connection)

    def waiting_bytes(self) -> int:
        """What the unfinished requests weigh together."""
        return sum(len(one.arrival.received) for one in self.arriving.values())

    def hand_on(self, connection: Connection) -> None:
        """Give a whole request to a thread."""
        self.stop_receiving(connection)
        self.enqueue_req(connection)

    def stop_receiving(self, connection: Connection) -> None:
        """Take a connection out of the loop."""
        del self.arriving[connection.sock]
        self.poller.unregister(connection.sock)

    def drop(self, connection: Connection) -> None:
        """Close a connection whose request never became whole."""
        self.stop_receiving(connection)
        self.nr_conns -= 1
        connection.close()

    def linger(self, connection: Connection) -> None:
        """Read a connection that was closed for a while, so that its end of it comes first."""
        with suppress(OSError):
            connection.sock.shutdown(SHUT_WR)
            connection.sock.setblocking(False)
            connection.deadline = monotonic() + LINGER_SECONDS
            self.poller.register(connection.sock, EVENT_READ, partial(self.drain, connection))
            self.lingering[connection.sock] = connection
            return
        connection.close()

    def drain(self, connection: Connection, sock: socket) -> None:
        """Throw away what still arrives; close at its end."""
        with suppress(BlockingIOError, InterruptedError):
            try:
                ended = not sock.recv(PIECE)
            except ConnectionError:
                ended = True
            if ended:
                self.end_lingering(connection)

    def end_lingering(self, connection: Connection) -> None:
        """Close a connection for good."""
        del self.lingering[connection.sock]
        self.poller.unregister(connection.sock)
        connection.close()

    def murder_pending(self) -> None:
        """Close the connections whose time is over; gunicorn calls this once a second."""
        super().murder_pending()
        for connection in overdue(self.arriving.values()):
            if connection.arrival.received:
                connection.send(TOO_SLOW)
            self.drop(connection)
        for connection in overdue(self.lingering.values()):
            self.end_lingering(connection)

    def _cap_keepalive(self, deadline: float) -> None:
        """Let a stop wait for unfinished requests no longer than for kept connections."""
        super()._cap_keepalive(deadline)
        for connection in self.arriving.values():
            connection.deadline = min(connection.deadline, deadline)


def overdue(connections: Iterable[Connection]) -> list[Connection]:
    """The connections whose deadline has passed."""
    now = monotonic()
    return [one for one in connections if one.deadline < now]
