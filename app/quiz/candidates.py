"""The questions of a bank as the drawing sees them, each as one small frozen value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.question import Question
from app.domain.skill import LEVELS, SKILLS
from app.kinds import kind_of

CELLS: Final = tuple((skill, level) for skill in SKILLS for level in LEVELS)
"""Every skill with every level, in the order in which tables of nine numbers have them."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question as the drawing sees it.

    `cell` is its place in `CELLS`, `part` its sub-skill. A question written by hand has no
    `family` and no `group`. `verdict` is the id of the right option where all questions of a
    family have the same options, such as “It leaves this open”; else "".
    """

    id: str
    kind: str
    cell: int
    part: str
    family: str
    group: str
    weight: int
    verdict: str

    @property
    def skill(self) -> int:
        """The skill's place in `SKILLS`."""
        return self.cell // len(LEVELS)

    @property
    def level(self) -> int:
        """The level's place in `LEVELS`, from 0."""
        return self.cell % len(LEVELS)


def candidates_of(questions: Sequence[Question]) -> tuple[Candidate, ...]:
    """The candidates of some questions, in their order."""
    verdicts = verdicts_of(questions)
    return tuple(_candidate(question, verdicts.get(question.id, "")) for question in questions)


def _candidate(question: Question, verdict: str) -> Candidate:
    return Candidate(
        id=question.id,
        kind=question.kind,
        cell=CELLS.index((question.skill.skill, question.level)),
        part=str(question.skill),
        family=question.family,
        group=question.group or question.family,
        weight=question.weight,
        verdict=verdict,
    )


def verdicts_of(questions: Sequence[Question]) -> Mapping[str, str]:
    """The id of the right option by question, for families that offer the same options always."""
    offered: dict[str, set[frozenset[str]]] = {}
    right: dict[str, str] = {}
    for question in questions:
        if question.family:
            anatomy = kind_of(question).anatomy(question.definition)
            options = frozenset(option.id for option in anatomy.options)
            offered.setdefault(question.family, set()).add(options)
            if len(anatomy.right) == 1:
                (right[question.id],) = anatomy.right
    alike = {family for family, sets in offered.items() if len(sets) == 1}
    return {
        question.id: right[question.id]
        for question in questions
        if question.family in alike and question.id in right
    }
