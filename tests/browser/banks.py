"""Small banks: two with the plain kinds, each the other's alternative, one with the other kinds."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

SUB_SKILLS: Final = {
    "facts": "explicit-information",
    "sourcing": "attribution",
    "framing": "word-choice",
}
PER_SKILL: Final = 8
HARBOUR: Final = (
    "The harbour wall will be closed for three weeks, the harbour office said on Tuesday.",
    "Boats may still land at the northern steps. “Nobody has to row home,” the office wrote.",
    "Two fishers, who asked not to be named, called the plan a joke. They sell on the wall.",
    "The mayor, Ada Brink, sees it differently. A hundred-year-old wall may be tired, she said.",
    "According to the office’s own count, 412 people cross the wall on a summer’s day.",
    "The work begins on the second of June and is to end before the regatta.",
)
GARDEN: Final = (
    "قالت المدرسة إن الحديقة الجديدة ستفتح أبوابها يوم الأحد.",
    "زرع التلاميذ عشرين شجرة، بحسب المعلمة ليلى.",
    "يقول أحد الجيران إن الحديقة أجمل ما في الحي.",
)


@dataclass(frozen=True, slots=True)
class Text:
    """What a bank is made of; `options` are a right answer and two wrong ones."""

    title: str
    language: str
    alternative: str
    paragraphs: tuple[str, ...]
    options: tuple[str, str, str]


TEXTS: Final = {
    "harbour": Text(
        "The wall", "en", "garden", HARBOUR, ("the office", "the fishers", "a mayor of long ago")
    ),
    "garden": Text("الحديقة", "ar", "harbour", GARDEN, ("المدرسة", "الجيران", "المعلمة")),
}


TASKS: Final = """
byline: 1
title: Tasks
language: en
article:
  title: Tasks
  type: news report
  text: |
    The ferry was late on Monday, the captain told the Gazette. It was “perhaps” the fog.
sources:
  captain: {name: the captain, type: witness}
  gazette: {name: the Gazette, type: news organisation}
questions:
  - id: match
    kind: match
    skill: facts/explicit-information
    pairs: {the ferry: late, the fog: perhaps}
    extra: [never]
  - id: classify
    kind: classify
    skill: facts/fact-vs-opinion
    categories: {A report: [It was late.], A guess: [It was the fog.]}
  - id: numeric
    kind: numeric
    skill: facts/quantity-and-certainty
    answer: 1
    unit: ferries
  - id: chain
    kind: chain
    skill: sourcing/source-chain
    chain: [captain, gazette]
    extra: [a gull, a sailor]
  - id: short-text
    kind: short_text
    skill: sourcing/attribution
    answers: [the captain]
  - id: order
    kind: order
    skill: framing/selection-and-emphasis
    sequence: [The fog came., The ferry was late., The captain told it.]
  - id: highlight
    kind: highlight
    skill: framing/certainty-and-agency
    paragraph: 1
    targets: [perhaps]
    decoys: [late, the captain]
"""
COMMON: Final = """\
    level: 1
    prompt: What about {id}?
    because: It stands there.
    evidence: The ferry was late
"""


def tasks_yaml() -> str:
    """The bank with one question of each of the other kinds."""
    lines = []
    for line in TASKS.splitlines(keepends=True):
        lines.append(line)
        if line.startswith("  - id: "):
            lines.append(COMMON.format(id=line.removeprefix("  - id: ").strip()))
    return "".join(lines)


def bank_yaml(text: Text) -> str:
    """The bank as a teacher would write it."""
    paragraphs = "\n\n".join(f"    {paragraph}" for paragraph in text.paragraphs)
    head = f"""
byline: 1
title: {text.title}
language: {text.language}
summary: Who says what about it?
audience: for tests
content_note:
  topics: [weather]
  student: It tells of wind and rain. You can take another article.
  alternative: {text.alternative}
article:
  title: {text.title}
  author: A. Writer
  outlet: The Gazette
  published: 2025-05-05
  url: https://example.org/
  type: news report
  note: Made for a test.
  text: |
{paragraphs}
  voices: {{1: office, 2: uncertain}}
sources:
  office: {{name: the office, type: organisation}}
questions:
"""
    return head + "".join(questions(text))


def questions(text: Text) -> Iterator[str]:
    """Enough for two different papers of twelve."""
    for skill, part in SUB_SKILLS.items():
        for number in range(PER_SKILL):
            paragraph = number % len(text.paragraphs)
            quote = text.paragraphs[paragraph].rpartition(". ")[2].rstrip(".")
            own = (choice, statements, multiple)[number % 3](text)
            yield f"""
  - id: {skill}-{number}
    skill: {skill}/{part}
    level: {number % 3 + 1}
    prompt: "{number}: {text.title}?"
    because: It stands there.
    evidence: {{quote: "{quote}", paragraph: {paragraph + 1}}}
{own}"""


def choice(text: Text) -> str:
    """The fields of a choice."""
    right, tempting, other = text.options
    return f"""    kind: choice
    answer: {right}
    distractors: {{{tempting}: It is near., {other}: It is far.}}
"""


def multiple(text: Text) -> str:
    """The fields of a question with two right answers."""
    right, also, wrong = text.options
    return f"""    kind: multiple
    answers: {{{right}: It says so., {also}: They say so.}}
    distractors: {{{wrong}: It is far.}}
"""


def statements(text: Text) -> str:
    """The fields of a question with three rows."""
    first, second, third = text.options
    return f"""    kind: statements
    statements:
      - {{says: {first}, is: true, because: It says so.}}
      - {{says: {second}, is: false}}
      - {{says: {third}, is: not stated, absent: [zeppelin]}}
"""
