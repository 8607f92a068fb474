"""How long a bank of 2,000 questions takes to check: read, validated and linted with every rule.

`python -m tests.load.bench_linting` prints CPU seconds for 1,000 and for 2,000 questions, the best
of several rounds. It is the time of this one process, so other programs hardly disturb it. The
texts of the questions are made of 4,096 different words, as a real bank of that size would be.
"""

import sys

from app.domain.bank import Snapshot
from app.library.reading import read_snapshot
from app.library.reading_result import Reading
from app.lint.run import lint
from tests.load.bench_reading import article, cpu_seconds

QUESTIONS = 2_000
ROUNDS = 3
LIMIT = 3.0
"""CPU seconds for all questions."""

GROWTH = 2.5
"""How many times longer twice the questions may take; n log n would be 2.2."""

_SYLLABLES = [
    "ba",
    "de",
    "fi",
    "go",
    "ku",
    "lam",
    "mer",
    "nis",
    "or",
    "pla",
    "quin",
    "rost",
    "sel",
    "tav",
    "vor",
    "wend",
]


def word(number: int) -> str:
    """One of 4,096 words, neighbours being unlike each other."""
    mixed = number * 2_654_435_761 % 4_096
    return "".join(_SYLLABLES[mixed >> shift & 15] for shift in (0, 4, 8))


def question(number: int) -> str:
    """A question in words that few others have."""
    first, second, third, fourth, fifth = (word(number * 5 + place) for place in range(5))
    return f"""\
  - id: question-{number}
    kind: choice
    skill: facts/explicit-information
    level: {number % 3 + 1}
    prompt: What did the {first} say about the {second} of event {number}?
    answer: It was near the {third} town.
    distractors:
      It was near the {fourth} gate.: No gate is there.
      It was under the {fifth} roof.: Nor is a roof.
    evidence: Event {number} took place in "Town {number}"
    because: The text names town {number}.
"""


def large_bank(questions: int = QUESTIONS) -> str:
    """A sound bank, just under the limit of 1 MiB when it has 2,000 questions."""
    return (
        "byline: 1\ntitle: A large bank\nlanguage: en\nfamilies: {builtin: false}\n"
        "article:\n  title: Events\n  type: news report\n  text: |\n"
        f"{article()}\n"
        "sources: {writer: {name: the writer, type: writer}}\n"
        f"questions:\n{''.join(map(question, range(questions)))}"
    )


def check(text: str) -> Reading:
    """Read and lint a bank."""
    return lint(read_snapshot(Snapshot(text), "large", "large.yaml")).reading


def measure(text: str) -> float:
    """The best CPU seconds of several checks."""
    return min(cpu_seconds(lambda: check(text)) for _ in range(ROUNDS))


def main() -> int:
    """Print the figures; 1 when a check takes too long, or the bank is not sound."""
    reading = check(large_bank())
    if reading.bank is None or len(reading.bank.questions) != QUESTIONS:
        print("The generated bank is not sound:", *reading.problems[:3], sep="\n  ")
        return 1
    half, whole = measure(large_bank(QUESTIONS // 2)), measure(large_bank())
    print(f"{QUESTIONS // 2:,} questions   {half:.2f} s")
    print(f"{QUESTIONS:,} questions   {whole:.2f} s (limit {LIMIT:g})")
    print(f"growth            {whole / half:.2f} (limit {GROWTH:g})")
    return int(whole >= LIMIT or whole / half >= GROWTH)


if __name__ == "__main__":
    sys.exit(main())
