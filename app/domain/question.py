"""A question: what every kind has in common, around a definition that only its kind can read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.domain.article import Span
from app.domain.problem import Path
from app.domain.skill import SubSkill


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of the article that settle a question, or one row of it.

    `row` is the id of the row that it settles; None when it settles the question as a whole.
    """

    span: Span
    quote: str
    row: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One item, validated. `definition` belongs to the module of its kind, which alone reads it.

    `level` is 1 to 3; `about` holds the ids of the claims and devices that it rests on; `family`
    is empty when it was written by hand, `group` names the group of alike families to which that
    belongs, and a paper takes a family the more readily the greater its `weight` is; `reassures` is
    true for a question on base rates or on what was prevented; `waive` maps a lint rule to the
    reason for waiving it; `origin` leads from the bank to what it was made from: its own entry, or
    the annotation.
    """

    id: str
    kind: str
    skill: SubSkill
    level: int
    prompt: str
    definition: Any
    because: str
    evidence: tuple[Evidence, ...] = ()
    absent: tuple[str, ...] = ()
    hint: str = ""
    about: frozenset[str] = frozenset()
    enemies: frozenset[str] = frozenset()
    family: str = ""
    group: str = ""
    weight: int = 1
    reassures: bool = False
    waive: Mapping[str, str] = field(default_factory=dict)
    origin: Path = ()
