"""What a server and its workers have used, from the kernel's own accounts (Linux)."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from socket import socket
from time import perf_counter, sleep

TICKS = os.sysconf("SC_CLK_TCK")


def family(pid: int) -> list[int]:
    """A process and all that descend from it."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(one for child in children for one in family(int(child)))]


def cpu_seconds(pid: int) -> float:
    """CPU seconds, user and system, of a process and its descendants."""
    return sum(_ticks(one) for one in family(pid)) / TICKS


def _ticks(pid: int) -> int:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    # Its own, and that of children that have ended: a worker that was replaced counts.
    return sum(int(field) for field in fields[11:15])


def memory(pid: int) -> float:
    """Megabytes that a process and its descendants have to themselves, shared parts divided."""
    return sum(_proportional(one) for one in family(pid)) / 1024


def _proportional(pid: int) -> int:
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    return 0


def free_port() -> int:
    """Return a port of the loopback that is free now."""
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def server(
    command: list[str], environ: dict[str, str], port: int, path: str
) -> Iterator[tuple[int, float]]:
    """Run a server until it answers; gives its process id and the seconds that it took.

    Raises RuntimeError when it does not answer within 20 seconds or stops before.
    """
    begun = perf_counter()
    child = subprocess.Popen(
        command,
        env={**os.environ, **environ},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while not _answers(port, path):
            if child.poll() is not None or perf_counter() - begun > 20:
                raise RuntimeError(f"{' '.join(command)} does not answer.")
            sleep(0.02)
        yield child.pid, perf_counter() - begun
    finally:
        child.terminate()
        child.wait(20)


def _answers(port: int, path: str) -> bool:
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", path)
        return connection.getresponse().status < 500
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
