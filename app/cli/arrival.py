"""Finding the end of an HTTP/1.1 request among the bytes that have arrived of it.

Only the framing of RFC 9112 (sections 6 and 7.1) is read here, so that a server knows when a
request is whole. What is malformed counts as whole: the server's own parser refuses it.
"""

import re
from typing import Final

HEADER_BYTES: Final = 64 * 1024
"""The most that the header of a request may weigh."""

END_OF_HEADER: Final = b"\r\n\r\n"
LENGTH: Final = re.compile(rb"\r\ncontent-length:[ \t]*0*(\d*)[ \t]*\r\n", re.IGNORECASE)
DIGITS: Final = 18

CHUNKED: Final = re.compile(rb"\r\ntransfer-encoding:", re.IGNORECASE)
CONTINUE: Final = re.compile(rb"\r\nexpect:[ \t]*100-continue[ \t]*\r\n", re.IGNORECASE)
CHUNK_SIZE: Final = re.compile(rb"([0-9A-Fa-f]{1,16})[^\r\n]*\r\n")


class Arrival:
    """The bytes of one request so far; `body_limit` is the most that its body may weigh.

    `is_whole` once the request can be handed on; the first `end` bytes are then its own.
    `is_oversized` when it is whole only in this sense: its body is larger than is read.
    `is_refused` when its header, or what comes after its chunks, is larger than any.
    """

    def __init__(self, body_limit: int) -> None:
        self.received = bytearray()
        self.is_whole = False
        self.is_oversized = False
        self.is_refused = False
        self.end = 0
        self.waits_for_continue = False
        self._limit = body_limit
        self._body = 0
        self._chunked = False
        self._next_chunk = 0
        self._payload = 0

    @property
    def has_header(self) -> bool:
        """Whether the header has arrived."""
        return self._body > 0

    def add(self, piece: bytes) -> None:
        """Add the bytes that came next."""
        searched = max(0, len(self.received) - len(END_OF_HEADER))
        self.received += piece
        if not self.has_header:
            self._find_header(searched)
        if self.has_header and not self.is_whole:
            self._find_end()

    def _find_header(self, searched: int) -> None:
        place = self.received.find(END_OF_HEADER, searched)
        if place < 0:
            self.is_refused = len(self.received) > HEADER_BYTES
            return
        self._body = place + len(END_OF_HEADER)
        header = bytes(self.received[: self._body])
        self._chunked = CHUNKED.search(header) is not None
        self.waits_for_continue = CONTINUE.search(header) is not None
        length = LENGTH.search(header)
        if length and not self._chunked:
            # A length of so many digits is beyond every limit, whatever it is.
            self._payload = int(length[1][:DIGITS] or b"0")
        self._next_chunk = self._body

    def _find_end(self) -> None:
        if self._chunked:
            self._read_chunks()
        elif self._payload > self._limit:
            self._finish(len(self.received), oversized=True)
        elif len(self.received) >= self._body + self._payload:
            self._finish(self._body + self._payload)

    def _read_chunks(self) -> None:
        while not self.is_whole:
            size = CHUNK_SIZE.match(self.received, self._next_chunk)
            if size is None:
                self._await_chunk_size()
                return
            length, start = int(size[1], 16), size.end()
            if length == 0:
                self._find_trailers(start - len(b"\r\n"))
                return
            if self._payload + min(length, len(self.received) - start) > self._limit:
                self._finish(len(self.received), oversized=True)
            elif len(self.received) < start + length + len(b"\r\n"):
                return
            else:
                self._payload += length
                self._next_chunk = start + length + len(b"\r\n")

    def _await_chunk_size(self) -> None:
        """Wait for the rest of a line; one that cannot be a chunk's size is handed on."""
        line = self.received[self._next_chunk :]
        if b"\n" in line or len(line) > HEADER_BYTES:
            self._finish(len(self.received))

    def _find_trailers(self, start: int) -> None:
        place = self.received.find(END_OF_HEADER, start)
        if place >= 0:
            self._finish(place + len(END_OF_HEADER))
        else:
            self.is_refused = len(self.received) - start > HEADER_BYTES

    def _finish(self, end: int, *, oversized: bool = False) -> None:
        self.is_whole = True
        self.is_oversized = oversized
        self.end = end
