"""The end of a request, however its bytes arrive."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.cli.arrival import HEADER_BYTES, Arrival

LIMIT = 100
NEXT = b"GET /next HTTP/1.1\r\n"


def request(header: str, body: bytes = b"") -> bytes:
    lines = ["POST / HTTP/1.1", "Host: quiz", *header.split("|"), "", ""]
    return "\r\n".join(lines).encode() + body


WHOLE = {
    "no body": b"GET / HTTP/1.1\r\nHost: quiz\r\n\r\n",
    "a body": request("Content-Length: 5", b"a=b&c"),
    "a body that looks like a header": request("content-length:8", b"\r\n\r\n\r\n\r\n"),
    "a length with zeros before it": request(f"Content-Length: {'0' * 30}5", b"a=b&c"),
    "an empty body": request("Content-Length: 0"),
    "chunks": request("Transfer-Encoding: chunked", b"3\r\na=b\r\n2;x=y\r\n&c\r\n0\r\n\r\n"),
    "trailers": request("Transfer-Encoding: chunked", b"1\r\na\r\n0\r\nX-More: yes\r\n\r\n"),
    "a body at the limit": request("Content-Length: 100", b"x" * LIMIT),
    "chunks at the limit": request(
        "Transfer-Encoding: chunked", b"64\r\n" + b"x" * LIMIT + b"\r\n0\r\n\r\n"
    ),
}


def arrived(*pieces: bytes) -> Arrival:
    arrival = Arrival(LIMIT)
    for piece in pieces:
        if not arrival.is_whole:
            arrival.add(piece)
    return arrival


@given(whole=st.sampled_from(sorted(WHOLE.values())), data=st.data())
def test_the_end_is_found_wherever_the_pieces_are_cut(whole: bytes, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(whole)), max_size=5)))
    pieces = [whole[a:b] for a, b in zip([0, *cuts], [*cuts, len(whole)], strict=True)]
    arrival = arrived(*pieces)
    assert (arrival.is_whole, arrival.end) == (True, len(whole))
    assert not arrival.is_oversized
    assert not arrived(whole[:-1]).is_whole


@pytest.mark.parametrize("whole", WHOLE.values(), ids=WHOLE)
def test_what_follows_belongs_to_the_next_request(whole: bytes) -> None:
    arrival = arrived(whole + NEXT)
    assert bytes(arrival.received[arrival.end :]) == NEXT


@pytest.mark.parametrize(
    "oversized",
    [
        request("Content-Length: 101"),
        request(f"Content-Length: {'9' * 5000}"),
        request("Transfer-Encoding: chunked", b"65\r\n" + b"x" * 101),
        request("Transfer-Encoding: chunked", b"32\r\n" + b"x" * 50 + b"\r\n33\r\n" + b"x" * 51),
    ],
)
def test_what_is_larger_than_is_read_is_handed_on_at_once(oversized: bytes) -> None:
    arrival = arrived(oversized)
    assert arrival.is_whole
    assert arrival.is_oversized
    assert not arrived(oversized[:-1]).is_oversized or b"Length: " in oversized


@pytest.mark.parametrize(
    "endless",
    [
        b"GET / HTTP/1.1\r\nCookie: " + b"x" * HEADER_BYTES,
        request("Transfer-Encoding: chunked", b"0\r\nX-More: " + b"x" * HEADER_BYTES),
    ],
)
def test_a_header_without_end_is_refused(endless: bytes) -> None:
    arrival = arrived(endless)
    assert (arrival.is_refused, arrival.is_whole) == (True, False)


@pytest.mark.parametrize("chunks", [b"x\r\n", b"\r\n", b"1\r\nab\r\n", b"-1\r\n", b"1\nab"])
def test_malformed_chunks_are_handed_on_to_be_refused(chunks: bytes) -> None:
    assert arrived(request("Transfer-Encoding: chunked", chunks)).is_whole


def test_a_client_that_waits_to_send_its_body_is_known() -> None:
    waiting = request("Expect: 100-continue|Content-Length: 5")
    arrival = arrived(waiting)
    assert arrival.waits_for_continue
    assert not arrival.is_whole
