"""How many planted faults the tests find: `python -m tests.mutation`, or `make mutants`.

A sample of the faults of the core is tried over the tests that mirror it. Survivors are printed
with file, line and change; the exit code is 1 when fewer than 93 % are killed, or the tests of a
room fail without a fault.
"""

import argparse
import ast
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Final

from app.cli.progress import Progress
from tests.mutation.faults import Fault, faults_of
from tests.mutation.trials import Trials, room_of

ROOT: Final = Path(__file__).parents[2]
CORE: Final = (
    "domain",
    "language",
    "kinds",
    "bank",
    "quiz",
    "lint",
    "families",
    "classroom",
    "store",
)
PROCESSES: Final = 2
LEAST: Final = 0.93


def sample(root: Path, rooms: tuple[str, ...], count: int, seed: int) -> list[Fault]:
    """Return `count` faults, or all if there are fewer; the same for the same tree and seed."""
    faults = list(faults_of(root, rooms))
    Random(seed).shuffle(faults)
    return [fault for fault in faults if _parses(root, fault)][:count]


def _parses(root: Path, fault: Fault) -> bool:
    """Whether the module is still Python; a changed number in a pattern may not be."""
    try:
        ast.parse(fault.planted((root / fault.path).read_bytes()))
    except SyntaxError:
        return False
    return True


def tried(faults: list[Fault], trials: Trials, seconds: float) -> Iterator[tuple[Fault, bool]]:
    """Yield each fault with whether it was killed.

    Those not begun in time are left out, and those in rooms whose tests fail without a fault.
    """
    end = monotonic() + seconds

    def kills(fault: Fault) -> bool | None:
        in_vain = room_of(fault.path) in trials.broken or monotonic() >= end
        return None if in_vain else trials.kills(fault)

    with ThreadPoolExecutor(PROCESSES) as pool:
        list(pool.map(trials.measure, sorted({room_of(fault.path) for fault in faults})))
        for fault, killed in zip(faults, pool.map(kills, faults), strict=True):
            if killed is not None:
                yield fault, killed


def report(results: Sequence[tuple[Fault, bool]], asked: int) -> Iterator[str]:
    """Yield the survivors, in the order of the tree, and the share of the killed."""
    survivors = sorted((fault for fault, killed in results if not killed), key=_place)
    yield from map(str, survivors)
    killed = len(results) - len(survivors)
    yield f"{killed} of {len(results)} faults killed: {killed / max(1, len(results)):.1%}"
    if asked > len(results):
        yield f"{asked - len(results)} faults were not tried."


def _place(fault: Fault) -> tuple[str, int]:
    return fault.path, fault.start


def main(arguments: Sequence[str] | None = None) -> int:
    """Plant, test and report."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("rooms", nargs="*", metavar="ROOM", help=f"of {', '.join(CORE)}; else all")
    parser.add_argument("--seed", type=int, default=0, help="another seed tries other faults")
    parser.add_argument("--count", type=int, default=200, help="how many faults [200]")
    parser.add_argument("--minutes", type=float, default=30, help="begin none after so long [30]")
    asked = parser.parse_args(arguments)
    faults = sample(ROOT, tuple(asked.rooms) or CORE, asked.count, asked.seed)
    with TemporaryDirectory() as folder, Progress() as progress:
        trials = Trials(ROOT)
        for number in range(PROCESSES):
            trials.add_copy(Path(folder) / str(number))
        found = tried(faults, trials, 60 * asked.minutes)
        results = list(progress.over("faults", found, len(faults)))
    for room, failure in trials.broken.items():
        print(f"{room} is left out, for a test fails without a fault: {failure}")
    print(*report(results, len(faults)), sep="\n")
    killed = sum(killed for _, killed in results)
    return int(bool(trials.broken) or killed < LEAST * len(results))


if __name__ == "__main__":
    sys.exit(main())
