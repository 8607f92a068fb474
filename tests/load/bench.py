"""What a practice attempt costs the server, beside a bare Flask application that saves as often.

`python -m tests.load.bench` drives whole attempts (open, paper, 12 answers saved one by one, hand
in, result) by concurrent clients against `byline serve`, then the same number of requests against
the floor (`tests/load/floor.py`) on the same server, and prints both and their ratios. CPU is that
of the servers' processes by the kernel's accounts, so the clients do not count; it is Linux only.
"""

import argparse
import gzip
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from app.cli.progress import Progress
from tests.load.processes import cpu_seconds, free_port, memory, server

ANSWERS = 12
BANK = "remote-plots"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
JSON = {"Content-Type": "application/json"}


@dataclass
class Client:
    """One student: a connection that is kept, a cookie, and how long each request took."""

    port: int
    bank: str
    cookie: str = ""
    place: str = ""
    page: bytes = b""
    chosen: dict[int, Any] = field(default_factory=dict)
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

    def open(self) -> None:
        """Open an attempt and read its paper."""
        self.ask("POST", f"/practice/{self.bank}", b"length=12", FORM)
        self.page = self.ask("GET", self.place, None, {})

    def choose(self) -> None:
        """Choose the first option of each question and row that the page offers."""
        for box in LexborHTMLParser(self.page).css('input[type="radio"], input[type="checkbox"]'):
            name, value = box.attributes.get("name") or "", box.attributes.get("value")
            number, _, row = name.removeprefix("a").partition(".")
            if not name.startswith("a") or not number.isdigit():
                continue
            if row:
                self.chosen.setdefault(int(number), {}).setdefault(row, value)
            else:
                many = box.attributes["type"] == "checkbox"
                self.chosen.setdefault(int(number), [value] if many else value)

    def save(self) -> None:
        """Save twelve answers, one by one."""
        for n in range(1, ANSWERS + 1):
            body = json.dumps({"response": self.chosen.get(n), "revision": 0}).encode()
            self.ask("PUT", f"/api{self.place}/answers/{n}", body, JSON)

    def finish(self) -> None:
        """Hand in and read the result."""
        self.ask("POST", f"{self.place}/hand-in", b"", FORM)
        self.ask("GET", self.place, None, {})


STAGES: tuple[Callable[[Client], None], ...] = (Client.open, Client.save, Client.finish)


@dataclass
class Cost:
    """What a number of attempts took.

    `stages` holds CPU seconds by stage, `wall` seconds by the clock while clients were driving,
    `seconds` how long each request took, `start` the seconds until the server answered.
    """

    start: float
    attempts: int
    stages: dict[str, float] = field(default_factory=dict)
    wall: float = 0.0
    seconds: list[float] = field(default_factory=list)
    megabytes: float = 0.0

    @property
    def attempt(self) -> float:
        """CPU milliseconds of one whole attempt."""
        return 1000 * sum(self.stages.values()) / self.attempts

    @property
    def save(self) -> float:
        """CPU milliseconds of one saved answer."""
        return 1000 * self.stages["save"] / (self.attempts * ANSWERS)

    def row(self, name: str) -> str:
        """One line of the table."""
        hundredths = [1000 * cut for cut in quantiles(self.seconds, n=100)]
        numbers = (self.attempt, self.save, len(self.seconds) / self.wall, hundredths[49])
        shown = "".join(f"{number:>12.2f}" for number in numbers)
        return f"{name:<8}{shown}{hundredths[98]:>12.2f}{self.megabytes:>12.0f}{self.start:>12.2f}"


def drive(pid: int, port: int, cost: Cost, clients: int, rounds: int) -> Cost:
    """Rounds of attempts: all clients open, then all save, then all hand in.

    A first round warms the caches and does not count.
    """
    with ThreadPoolExecutor(clients) as pool, Progress() as progress:
        for number in progress.over("attempts", range(rounds + 1), rounds + 1):
            class_ = [Client(port, BANK) for _ in range(clients)]
            for stage in STAGES:
                took = _stage(pid, pool, stage, class_)
                if number:
                    _add(cost, stage.__name__, took)
            for client in class_:
                client.connection.close()
                cost.seconds += client.seconds if number else []
    cost.megabytes = memory(pid)
    return cost


def _stage(
    pid: int,
    pool: ThreadPoolExecutor,
    stage: Callable[[Client], None],
    class_: Iterable[Client],
) -> tuple[float, float]:
    """CPU seconds of the server, and seconds by the clock, of one stage of all clients."""
    before, begun = cpu_seconds(pid), perf_counter()
    list(pool.map(stage, class_))
    took = cpu_seconds(pid) - before, perf_counter() - begun
    if stage is Client.open:
        list(map(Client.choose, class_))
    return took


def _add(cost: Cost, stage: str, took: tuple[float, float]) -> None:
    cost.stages[stage] = cost.stages.get(stage, 0.0) + took[0]
    cost.wall += took[1]


def byline(size: argparse.Namespace) -> Cost:
    """The cost of attempts at `byline serve`, with a data folder of its own."""
    port = free_port()
    command = [sys.executable, "-m", "app", "serve", "--host", "127.0.0.1", "--port", str(port)]
    with TemporaryDirectory() as folder:
        environ = {"BYLINE_DATA": folder}
        with server(command, environ, port, "/healthz") as (pid, start):
            cost = Cost(start, size.clients * size.rounds)
            return drive(pid, port, cost, size.clients, size.rounds)


def floor(size: argparse.Namespace) -> Cost:
    """The cost of as many requests at the floor."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "-c", "python:tests.load.floor"]
    command += ["--bind", f"127.0.0.1:{port}"]
    with (
        TemporaryDirectory() as folder,
        server(command, {"FLOOR_DATA": folder}, port, "/attempts/floor") as (pid, start),
    ):
        cost = Cost(start, size.clients * size.rounds)
        return drive(pid, port, cost, size.clients, size.rounds)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure both, print the table and the ratios."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--clients", type=int, default=30, choices=range(1, 201), metavar="1-200")
    parser.add_argument("--rounds", type=int, default=10, choices=range(1, 101), metavar="1-100")
    size = parser.parse_args(arguments)
    bare, ours = floor(size), byline(size)
    titles = (
        "CPU ms/att.",
        "CPU ms/save",
        "requests/s",
        "p50 ms",
        "p99 ms",
        "memory MB",
        "start s",
    )
    print(f"{'':<8}" + "".join(f"{title:>12}" for title in titles))
    print(bare.row("floor"))
    print(ours.row("byline"))
    print(f"{'ratio':<8}{ours.attempt / bare.attempt:>12.2f}{ours.save / bare.save:>12.2f}")


if __name__ == "__main__":
    main()
