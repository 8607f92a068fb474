"""The three skills, their fifteen sub-skills and the three levels."""

from dataclasses import dataclass
from typing import Final

SUB_SKILLS: Final[dict[str, tuple[str, ...]]] = {
    "facts": (
        "explicit-information",
        "quantity-and-certainty",
        "fact-vs-opinion",
        "supported-inference",
        "claim-and-evidence",
    ),
    "sourcing": (
        "content-type-and-author",
        "attribution",
        "source-type",
        "source-chain",
        "source-evaluation",
    ),
    "framing": (
        "word-choice",
        "metaphor-and-exemplar",
        "certainty-and-agency",
        "selection-and-emphasis",
        "frame-functions",
    ),
}

SKILLS: Final[tuple[str, ...]] = tuple(SUB_SKILLS)

SUB_SKILL_NAMES: Final[tuple[str, ...]] = tuple(
    f"{skill}/{part}" for skill, parts in SUB_SKILLS.items() for part in parts
)

LEVELS: Final[tuple[int, ...]] = (1, 2, 3)
"""1 locate · 2 combine or apply · 3 evaluate (after the reading processes of PISA)."""


@dataclass(frozen=True, slots=True)
class SubSkill:
    """A sub-skill and the skill it belongs to, written `sourcing/source-chain`."""

    skill: str
    part: str

    @classmethod
    def named(cls, name: str) -> "SubSkill":
        """Take a full name such as `facts/explicit-information`; KeyError when there is none."""
        if name not in SUB_SKILL_NAMES:
            raise KeyError(name)
        skill, part = name.split("/")
        return cls(skill, part)

    def __str__(self) -> str:
        return f"{self.skill}/{self.part}"
