"""A bank whose every secret field holds a word that no student may see before handing in.

The words start with `Qx`; the name after it says which field gave it away. Prompts and options
are hostile instead: markup that must arrive as text. Families make nothing of the annotation, of
which no word may be seen.
"""

import re
from collections.abc import Iterator
from typing import Final

HOSTILE: Final = "<b onmouseover=alert(1)>&\\\"'`{{ 7*191 }}"
"""As it is written in a double-quoted YAML text."""

HOSTILE_TEXT: Final = HOSTILE.replace('\\"', '"')

SKILLS: Final = {
    "facts": "explicit-information",
    "sourcing": "attribution",
    "framing": "word-choice",
}

HEAD: Final = """
byline: 1
title: "Orchard {hostile}"
language: en
summary: "Trees are counted {hostile}"
audience: "Anybody {hostile}"
licence: CC0-1.0
content_note:
  topics: ["weather {hostile}"]
  student: "Hail is told of {hostile}"
  teacher: Qx-note-for-teachers
article:
  title: "The orchard {hostile}"
  author: "A. Writer {hostile}"
  outlet: "The Gazette {hostile}"
  published: 2025-05-05
  url: https://example.org/orchard
  type: news report
  note: "Made for a test {hostile}"
  text: |
    The old orchard lost nineteen trees in one night of hail, the owner said on Monday.

    Neighbours carried ladders up the hill and picked whatever was left.

    {hostile_block}
  voices: {{1: owner, 2: writer}}
sources:
  owner: {{name: Qx-source-name, type: witness, note: Qx-source-note}}
  writer: {{name: Qx-writer-name, type: writer}}
claims:
  loss:
    says: Qx-claim-says.
    evidence: lost nineteen trees
    status: attributed
    chain: [owner, writer]
    certainty: Qx-certainty
    misreadings: {{Qx-misreading.: Qx-misreading-reason}}
not_stated:
  - {{says: Qx-not-stated., absent: [Qx-not-stated-absent], because: Qx-not-stated-because}}
devices:
  ladders: {{phrase: carried ladders, device: exemplar, does: Qx-does, plainer: Qx-plainer}}
families: {{builtin: false}}
questions:
"""

COMMON: Final = """
  - id: qx-id-{name}
    kind: {kind}
    skill: {skill}
    level: {level}
    prompt: "Prompt {name} {hostile}"
    because: Qx-because-{name}.
    hint: Qx-hint-{name}.
    waive: {{longest-option: Qx-waive-{name}}}
"""

KINDS: Final = {
    "choice": """
    evidence: {{quote: nineteen trees, paragraph: 1}}
    answer: "Right {name} {hostile}"
    distractors: {{"Wrong {name} {hostile}": Qx-reason-{name}, "Also wrong {name}": Qx-why-{name}}}
""",
    "multiple": """
    absent: [Qx-absent-{name}]
    answers: {{"Right {name} {hostile}": Qx-right-{name}, "Right too {name}": Qx-right-too-{name}}}
    distractors: {{"Wrong {name} {hostile}": Qx-reason-{name}}}
""",
    "statements": """
    statements:
      - says: "True {name} {hostile}"
        is: true
        evidence: picked whatever was left
        because: Qx-row-because-{name}
      - {{says: "Open {name}", is: not stated, absent: [Qx-row-absent-{name}]}}
""",
}

SECRET: Final = re.compile(r"(?:Qx|qx-id)-[\w-]*")
"""What `Qx-` and a question's id `qx-id-` stand in is secret until the paper is handed in."""


def orchard() -> str:
    """The bank as YAML: two of each kind for each skill."""
    hostile_block = HOSTILE_TEXT
    parts = [HEAD.format(hostile=HOSTILE, hostile_block=hostile_block)]
    parts += [question(skill, kind, n) for skill in SKILLS for kind in KINDS for n in (1, 2)]
    return "".join(part.lstrip("\n") for part in parts)


def question(skill: str, kind: str, n: int) -> str:
    """One question as YAML."""
    words = {
        "name": f"{skill}-{kind}-{n}",
        "kind": kind,
        "skill": f"{skill}/{SKILLS[skill]}",
        "level": str(n),
        "hostile": HOSTILE,
    }
    return "".join(part.format(**words).lstrip("\n") for part in (COMMON, KINDS[kind]))


def secrets_in(text: str) -> Iterator[str]:
    """Yield every secret word of the bank that stands in a text."""
    return (match[0] for match in SECRET.finditer(text))
