"""How soon `byline check --watch` answers a saved file: a bank of 100 questions, by the clock.

`python -m tests.load.bench_watching` starts the command, saves the bank again and again, and prints
the milliseconds from each save to the last line of the report. Other programs disturb it.
"""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.load.bench_linting import large_bank
from tests.load.bench_reading import article

QUESTIONS = 100
SAVES = 20
LIMIT = 0.3
"""Seconds from a save to its report."""

END = "1 bank checked"
"""How the last line of every report begins."""


def bank_of(questions: int) -> str:
    """A bank of up to 100 questions on an article of 1,000 words, as real ones have."""
    return large_bank(questions).replace(article(), "\n\n".join(article().split("\n\n")[:2]))


def answers(path: Path, text: str, saves: int) -> Iterator[float]:
    """The seconds that each of several saves had to wait for its report."""
    command = [sys.executable, "-u", "-m", "app", "check", str(path), "--watch"]
    path.write_text(text)
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            _report(process)
            for number in range(saves):
                # Saves fall anywhere between two looks, as a person's do.
                time.sleep(0.2 + 0.01 * (number % 10))
                begun = time.perf_counter()
                path.write_text(f"{text}# {number}\n")
                _report(process)
                yield time.perf_counter() - begun
        finally:
            process.terminate()


def _report(process: "subprocess.Popen[str]") -> None:
    """Read on to the end of a report."""
    for line in process.stdout or ():
        if line.startswith(END):
            return
    raise RuntimeError("The check ended before its report.")


def main() -> int:
    """Print the figures; 1 when half of the saves wait too long."""
    with TemporaryDirectory() as folder:
        waits = sorted(answers(Path(folder) / "large.yaml", bank_of(QUESTIONS), SAVES))
    print(f"{SAVES} saves of {QUESTIONS} questions")
    print(f"median   {1000 * median(waits):.0f} ms (limit {1000 * LIMIT:.0f})")
    print(f"longest  {1000 * waits[-1]:.0f} ms")
    return int(median(waits) >= LIMIT)


if __name__ == "__main__":
    sys.exit(main())
