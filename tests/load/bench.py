"""What a practice attempt costs the server, beside a floor that does as much for it.

`python -m tests.load.bench` drives whole attempts (open, paper, answers saved one by one, hand in,
result) by concurrent clients against `byline serve`, against the floor (`tests/load/floor.py`), and
against the floor with plain SQLite. The three run at the same time and are driven in turns, so
that other programs disturb all alike. CPU is that of the servers' processes by the kernel's
accounts, so the clients do not count; it is Linux only.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Final

from app.cli.progress import Progress
from tests.load.processes import cpu_seconds, free_port, memory, server
from tests.load.students import STAGES, VIEWS, Student

BANK: Final = "remote-plots"
FLOOR, PLAIN, BYLINE = "floor", "plain SQLite", "byline"

COUNTED: Final = {"start": 1, "paper": VIEWS, "save": 12, "finish": 1, "result": VIEWS}
"""Requests of each stage."""

LOOKS: Final = {"paper": VIEWS, "result": VIEWS}
"""Stages that are measured several times over; an attempt has each once."""


@dataclass
class Side:
    """A server that is measured.

    `rounds` holds, for each round, the CPU seconds of each stage; `wall` the seconds by the clock
    while clients were driving, `seconds` how long each request took, `start` the seconds until the
    server answered.
    """

    name: str
    pid: int
    port: int
    start: float
    rounds: list[dict[str, float]] = field(default_factory=list)
    wall: float = 0.0
    seconds: list[float] = field(default_factory=list)

    def milliseconds(self, clients: int) -> list[dict[str, float]]:
        """CPU milliseconds of one request of each stage, and of an attempt, for each round."""
        return [
            {stage: 1000 * took[stage] / (clients * COUNTED[stage]) for stage in COUNTED}
            | {"attempt": 1000 * sum(took[stage] / LOOKS.get(stage, 1) for stage in took) / clients}
            for took in self.rounds
        ]


def drive(side: Side, clients: int, pool: ThreadPoolExecutor, *, counted: bool) -> None:
    """One round of attempts: all clients do a stage before any does the next."""
    students, took = [Student(side.port, BANK) for _ in range(clients)], {}
    for stage in STAGES:
        before, begun = cpu_seconds(side.pid), perf_counter()
        list(pool.map(stage, students))
        took[stage.__name__] = cpu_seconds(side.pid) - before
        side.wall += (perf_counter() - begun) if counted else 0
        if stage is Student.start:
            list(map(Student.choose, students))
    for student in students:
        student.connection.close()
        side.seconds += student.seconds if counted else []
    if counted:
        side.rounds.append(took)


@contextmanager
def running(name: str) -> Iterator[Side]:
    """One of the three servers, with a data folder of its own."""
    port = free_port()
    with TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "gunicorn", "-c", "python:tests.load.floor"]
        command += ["--bind", f"127.0.0.1:{port}"]
        environ = {"FLOOR_DATA": folder, "FLOOR_PLAIN": "1" if name == PLAIN else "0"}
        if name == BYLINE:
            command = [sys.executable, "-m", "app", "serve", "--host", "127.0.0.1"]
            command += ["--port", str(port)]
            environ = {"BYLINE_DATA": folder}
        with server(command, environ, port, "/") as (pid, start):
            yield Side(name, pid, port, start)


def table(sides: Sequence[Side], clients: int) -> Iterator[str]:
    """The lines of the report: milliseconds by stage, and their ratios to the floor's."""
    measured = {side.name: side.milliseconds(clients) for side in sides}
    columns = [*COUNTED, "attempt"]
    yield f"{'CPU ms, median':<22}" + "".join(f"{name:>18}" for name in columns)
    for side in sides:
        values = [median(one[name] for one in measured[side.name]) for name in columns]
        yield f"{side.name:<22}" + "".join(f"{value:>18.2f}" for value in values)
    for floor in (FLOOR, PLAIN):
        cells = [ratios(measured[BYLINE], measured[floor], name) for name in columns]
        yield f"{'byline / ' + floor:<22}" + "".join(f"{cell:>18}" for cell in cells)


def ratios(ours: Sequence[dict[str, float]], theirs: Sequence[dict[str, float]], name: str) -> str:
    """The least, the median and the largest ratio of the rounds."""
    found = [one[name] / (other[name] or 0.01) for one, other in zip(ours, theirs, strict=True)]
    return f"{min(found):.2f} {median(found):.2f} {max(found):.2f}"


def clocks(side: Side) -> str:
    """What the clock and the memory say of a side."""
    hundredths = [1000 * cut for cut in quantiles(side.seconds, n=100)]
    return (
        f"{side.name:<22}{len(side.seconds) / side.wall:>8.0f} requests/s, p50 {hundredths[49]:.1f}"
        f" ms, p99 {hundredths[98]:.1f} ms, {memory(side.pid):.0f} MB, start {side.start:.2f} s"
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure the three, print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--clients", type=int, default=30, choices=range(1, 201), metavar="1-200")
    parser.add_argument("--rounds", type=int, default=5, choices=range(2, 101), metavar="2-100")
    size = parser.parse_args(arguments)
    with ExitStack() as together:
        sides = [together.enter_context(running(name)) for name in (FLOOR, PLAIN, BYLINE)]
        pool = together.enter_context(ThreadPoolExecutor(size.clients))
        progress = together.enter_context(Progress())
        # A first round warms the caches and does not count.
        for number in progress.over("rounds", range(size.rounds + 1), size.rounds + 1):
            for side in sides:
                drive(side, size.clients, pool, counted=number > 0)
        lines = [*table(sides, size.clients), *map(clocks, sides)]
    print("\n".join(lines))


if __name__ == "__main__":
    main()
