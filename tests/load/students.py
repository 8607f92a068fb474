"""Students who practise over HTTP, for the benchmark: one stage of an attempt after the other."""

import gzip
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from time import perf_counter
from typing import Any, Final

from tests.web.cast import first_answer

FORM: Final = {"Content-Type": "application/x-www-form-urlencoded"}
JSON: Final = {"Content-Type": "application/json"}
VIEWS: Final = 3
"""How often a student looks at the paper, and at the result."""


@dataclass
class Student:
    """A connection that is kept, a cookie, and how long each request took."""

    port: int
    bank: str
    cookie: str = ""
    place: str = ""
    answers: dict[int, Any] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.connection = HTTPConnection("127.0.0.1", self.port, timeout=30)

    def ask(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> bytes:
        """One request; the body of the reply. RuntimeError when the server refuses it."""
        origin = f"http://127.0.0.1:{self.port}"
        sent = {"Origin": origin, "Cookie": self.cookie, "Accept-Encoding": "gzip", **headers}
        begun = perf_counter()
        self.connection.request(method, path, body, sent)
        reply = self.connection.getresponse()
        read = reply.read()
        self.seconds.append(perf_counter() - begun)
        if reply.status not in (200, 303):
            raise RuntimeError(f"{method} {path} was answered {reply.status}: {read[:200]!r}")
        self._remember(reply)
        return gzip.decompress(read) if reply.getheader("Content-Encoding") == "gzip" else read

    def _remember(self, reply: HTTPResponse) -> None:
        self.cookie = (reply.getheader("Set-Cookie") or self.cookie).partition(";")[0]
        if reply.status == 303:
            self.place = reply.getheader("Location") or ""

    def start(self) -> None:
        """Open an attempt."""
        self.ask("POST", f"/practice/{self.bank}", b"length=12", FORM)

    def choose(self) -> None:
        """Choose a real answer to each question; what it costs the server is not measured."""
        document = json.loads(self.ask("GET", f"/api{self.place}", None, {}))
        self.answers = {item["n"]: first_answer(item) for item in document["paper"]["items"]}
        self.seconds.pop()

    def paper(self) -> None:
        """Look at the paper."""
        for _ in range(VIEWS):
            self.ask("GET", self.place, None, {})

    def save(self) -> None:
        """Save every answer, one by one."""
        for n, response in self.answers.items():
            body = json.dumps({"response": response, "revision": 0}).encode()
            self.ask("PUT", f"/api{self.place}/answers/{n}", body, JSON)

    def finish(self) -> None:
        """Hand in."""
        self.ask("POST", f"{self.place}/hand-in", b"", FORM)

    def result(self) -> None:
        """Look at the result."""
        for _ in range(VIEWS):
            self.ask("GET", self.place, None, {})


STAGES: Final[tuple[Callable[[Student], None], ...]] = (
    Student.start,
    Student.paper,
    Student.save,
    Student.finish,
    Student.result,
)
