"""How much longer a bank of 2,000 questions takes to read than YAML's own C loader takes.

`python -m tests.load.bench_reading` prints both times and their ratio. It is CPU time of this one
process, the best of several rounds in turn, so other programs hardly disturb it. The loader is
timed with the garbage collector off, as the reader works: that is the harder comparison.
"""

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

import yaml

from app.domain.bank import Snapshot
from app.library.reading import read_file, read_snapshot
from app.library.reading_result import Reading

REMOTE_PLOTS = Path(__file__).parents[2] / "questions" / "remote-plots.yaml"
QUESTIONS = 2_000
ROUNDS = 5
LIMIT = 6.0
FAMILIES_LIMIT = 1.0
"""CPU seconds in which `remote-plots` is read, its families' questions made and read included."""

_PARAGRAPHS = 40
_SENTENCES = 50


def article() -> str:
    """Forty paragraphs in which every sentence is another."""
    return "\n\n".join(
        "    "
        + " ".join(
            f"Event {number} took place in “Town {number}” — nobody knows why."
            for number in range(paragraph * _SENTENCES, (paragraph + 1) * _SENTENCES)
        )
        for paragraph in range(_PARAGRAPHS)
    )


def question(number: int) -> str:
    """A question as teachers write them."""
    return f"""\
  - id: question-{number}
    kind: choice
    skill: facts/explicit-information
    level: {number % 3 + 1}
    prompt: Where did event {number} take place?
    answer: In town {number}
    distractors:
      In village {number}: The text has no villages.
      In town {number + 1}: That was another event.
      Nowhere: It did take place.
    evidence: Event {number} took place in "Town {number}"
    because: The text names town {number} for event {number}.
    about: [claim-{number % 100}]
"""


def claim(number: int) -> str:
    """A claim for questions to rest on."""
    return (
        f"  claim-{number}: {{says: Event {number} took place., status: reported fact, "
        f"chain: [writer], evidence: Event {number} took place}}\n"
    )


def large_bank() -> str:
    """A sound bank of 2,000 questions, just under the limit of 1 MiB."""
    return (
        "byline: 1\ntitle: A large bank\nlanguage: en\n"
        "article:\n  title: Events\n  type: news report\n  text: |\n"
        f"{article()}\n"
        "sources: {writer: {name: the writer, type: writer}}\n"
        f"claims:\n{''.join(map(claim, range(100)))}"
        f"questions:\n{''.join(map(question, range(QUESTIONS)))}"
    )


def cpu_seconds(work: Callable[[], object]) -> float:
    """CPU seconds that a piece of work takes, the garbage collector off."""
    gc.collect()
    gc.disable()
    begun = process_time()
    work()
    taken = process_time() - begun
    gc.enable()
    return taken


def measure(text: str) -> tuple[float, float]:
    """Best CPU seconds of YAML's C loader and of the reader, taken in turn."""

    def load() -> object:
        return yaml.load(text, Loader=yaml.CSafeLoader)

    def read() -> Reading:
        return read_snapshot(Snapshot(text), "large", "large.yaml")

    rounds = [(cpu_seconds(load), cpu_seconds(read)) for _ in range(ROUNDS)]
    return min(pair[0] for pair in rounds), min(pair[1] for pair in rounds)


def measure_families() -> tuple[float, float]:
    """Best CPU seconds of reading `remote-plots` with making questions, and from its snapshot."""
    bank = read_file(REMOTE_PLOTS).bank
    assert bank is not None
    rounds = [
        (
            cpu_seconds(lambda: read_file(REMOTE_PLOTS)),
            cpu_seconds(lambda: read_snapshot(bank.snapshot, bank.id, "remote-plots.yaml")),
        )
        for _ in range(ROUNDS)
    ]
    return min(pair[0] for pair in rounds), min(pair[1] for pair in rounds)


def main() -> int:
    """Print the figures; 1 when the reader takes too long, or finds fault with the bank."""
    text = large_bank()
    reading = read_snapshot(Snapshot(text), "large", "large.yaml")
    if reading.bank is None or len(reading.bank.questions) != QUESTIONS:
        print("The generated bank is not sound:", *reading.problems[:3], sep="\n  ")
        return 1
    floor, taken = measure(text)
    print(f"{QUESTIONS:,} questions, {len(text.encode()) / 1024:,.0f} kB")
    print(f"YAML's C loader alone   {floor:.3f} s")
    print(f"read and validated      {taken:.3f} s")
    print(f"ratio                   {taken / floor:.2f} (limit {LIMIT:g})")
    made, again = measure_families()
    print(f"remote-plots with its families' questions {made:.3f} s, from a snapshot {again:.3f} s")
    return int(taken / floor >= LIMIT or made >= FAMILIES_LIMIT)


if __name__ == "__main__":
    sys.exit(main())
