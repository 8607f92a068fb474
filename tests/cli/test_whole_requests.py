"""Half-sent requests hold no other up: a real server, and connections that never finish."""

import signal
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from time import monotonic
from typing import Final

import pytest
from gunicorn.config import Config

from app.cli import whole_requests
from app.cli.connection import HEADER_SECONDS, REQUEST_SECONDS, Connection
from app.cli.whole_requests import WholeRequestWorker
from tests.cli.test_serve import get, serving

HALVES: Final = {
    "nothing": b"",
    "half a header": b"GET / HTTP/1.1\r\nHost: quiz\r\nX-Slow: ",
    "half a body": b"POST /resume HTTP/1.1\r\nHost: quiz\r\nContent-Length: 90\r\n\r\ncode=",
    "a length in many digits": b"POST /resume HTTP/1.1\r\nHost: quiz\r\n"
    b"Content-Length: 0000000000000000000000000000090\r\n\r\ncode=",
    "a length in other digits": b"POST /resume HTTP/1.1\r\nHost: quiz\r\n"
    b"Content-Length: \xb2\r\n\r\nc",
    "half a chunk": b"POST /resume HTTP/1.1\r\nHost: quiz\r\n"
    b"Transfer-Encoding: chunked\r\n\r\n9\r\n",
    "half of the next": b"GET /healthz HTTP/1.1\r\nHost: quiz\r\n\r\nGET / HTTP/1.1\r\n",
    "a body that is too large": b"POST /resume HTTP/1.1\r\nHost: quiz\r\n"
    b"Content-Length: 9000000\r\n\r\n",
}
EACH: Final = 40


@contextmanager
def hanging(port: int, half: bytes, number: int) -> Iterator[None]:
    """Connections that send half a request, and then nothing."""
    with ExitStack() as together:
        for _ in range(number):
            one = together.enter_context(socket.create_connection(("127.0.0.1", port), timeout=20))
            one.sendall(half)
        yield


def test_a_class_goes_on_while_hundreds_of_requests_hang(tmp_path: Path) -> None:
    with serving(tmp_path) as (child, _, port), ExitStack() as together:
        for half in HALVES.values():
            together.enter_context(hanging(port, half, EACH))
        for _ in range(30):
            assert get(port, "/healthz") == 200
        child.send_signal(signal.SIGTERM)
        assert child.wait(30) == 0


def test_requests_in_a_row_and_in_pieces_are_answered(tmp_path: Path) -> None:
    whole = b"GET /healthz HTTP/1.1\r\nHost: quiz\r\n\r\n"
    with (
        serving(tmp_path) as (_, _, port),
        socket.create_connection(("127.0.0.1", port), timeout=20) as one,
        one.makefile("rb") as replies,
    ):
        one.sendall(whole + whole + whole[:20])
        one.sendall(whole[20:].replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))
        assert replies.read().count(b'{"status":"ok"}') == 3


def test_a_client_that_waits_to_send_its_body_may_go_on(tmp_path: Path) -> None:
    with (
        serving(tmp_path) as (_, _, port),
        socket.create_connection(("127.0.0.1", port), timeout=20) as one,
    ):
        head = b"POST /resume HTTP/1.1\r\nHost: quiz\r\nConnection: close\r\n"
        form = b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 14\r\n"
        one.sendall(head + form + b"Expect: 100-continue\r\n\r\n")
        assert one.recv(25).startswith(b"HTTP/1.1 100 Continue")
        one.sendall(b"code=2222-2222")
        with one.makefile("rb") as reply:
            assert b"404 NOT FOUND" in reply.read()


@pytest.mark.parametrize(
    ("coding", "body", "status"),
    [
        ("chunked", b"x\r\nnonsense", 400),
        ("chunked", b"200000\r\n" + b"x" * 0x200000 + b"\r\n0\r\n\r\n", 413),
        ("chunked", b"E\r\ncode=2222-2222\r\n0\r\n\r\n", 404),
    ],
    ids=["no chunk", "too large", "right"],  # pytest hands the id on in the environment
)
def test_bodies_in_chunks(tmp_path: Path, coding: str, body: bytes, status: int) -> None:
    with serving(tmp_path) as (_, _, port):
        connection = HTTPConnection("127.0.0.1", port, timeout=20)
        connection.putrequest("POST", "/resume")
        connection.putheader("Transfer-Encoding", coding)
        connection.putheader("Content-Type", "application/x-www-form-urlencoded")
        connection.endheaders()
        connection.send(body)
        assert connection.getresponse().status == status
        connection.close()


class Loop:
    """As much of a selector as a worker needs: nothing arrives."""

    def __init__(self) -> None:
        self.registered: set[object] = set()

    def register(self, sock: object, *_: object) -> None:
        self.registered.add(sock)

    def unregister(self, sock: object) -> None:
        self.registered.remove(sock)


@pytest.fixture
def worker() -> Iterator[WholeRequestWorker]:
    """A worker that was not started."""
    made = WholeRequestWorker(0, 0, [], None, 30, Config(), None)
    made.poller = Loop()
    yield made
    made.tmp.close()


def connected(worker: WholeRequestWorker) -> tuple[Connection, socket.socket]:
    """A connection from which nothing has come yet, and its other end."""
    near, far = socket.socketpair()
    worker.nr_conns += 1
    connection = Connection(worker, worker.cfg, near, ("", 0), ("", 0))
    worker.expect(connection)
    return connection, far


@pytest.mark.parametrize(
    ("half", "seconds"), [("half a header", HEADER_SECONDS), ("half a body", REQUEST_SECONDS)]
)
def test_what_does_not_arrive_in_time_is_closed(
    worker: WholeRequestWorker, monkeypatch: pytest.MonkeyPatch, half: str, seconds: int
) -> None:
    begun = monotonic()
    connection, far = connected(worker)
    far.sendall(HALVES[half])
    worker.receive(connection, connection.sock)
    monkeypatch.setattr(whole_requests, "monotonic", lambda: begun + seconds - 1)
    worker.murder_pending()
    assert worker.arriving
    monkeypatch.setattr(whole_requests, "monotonic", lambda: begun + seconds + 1)
    worker.murder_pending()
    assert (worker.arriving, worker.nr_conns, worker.poller.registered) == ({}, 0, set())
    assert far.recv(100).startswith(b"HTTP/1.1 408")
    far.close()


def test_a_stop_does_not_wait_for_half_a_request(worker: WholeRequestWorker) -> None:
    _, far = connected(worker)
    worker._cap_keepalive(0)
    worker.murder_pending()
    assert worker.nr_conns == 0
    far.close()


def test_the_oldest_makes_room_where_there_would_be_too_many(worker: WholeRequestWorker) -> None:
    worker.worker_connections = 3
    first, far_first = connected(worker)
    second, far_second = connected(worker)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(True)
        far_third = socket.create_connection(listener.getsockname())
        worker.accept(listener)
    assert first not in worker.arriving.values()
    assert second in worker.arriving.values()
    assert worker.nr_conns == 2
    for connection in list(worker.arriving.values()):
        worker.drop(connection)
    for far in (far_first, far_second, far_third):
        far.close()


def test_unfinished_requests_hold_no_more_memory_than_there_is(
    worker: WholeRequestWorker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whole_requests, "WAITING_BYTES", 100)
    connection, far = connected(worker)
    far.sendall(HALVES["half a header"] + b"x" * 100)
    worker.receive(connection, connection.sock)
    assert worker.arriving == {}
    far.close()
