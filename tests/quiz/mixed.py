"""A bank as teachers make them: hand-written questions of several kinds beside many families."""

from app.domain.bank import Bank
from app.domain.question import Question
from app.domain.skill import SKILLS, SUB_SKILLS
from tests.quiz.banks import bank, question

KINDS_BY_TURNS = ("choice", "multiple", "choice", "order", "choice", "numeric", "statements")
FACT_VS_OPINION = "facts/fact-vs-opinion"


def written(each: int = 4) -> list[Question]:
    """`each` hand-written questions of every skill and level, of the kinds and parts by turns."""
    cells = [(skill, level) for skill in SKILLS for level in (1, 2, 3) for _ in range(each)]
    return [
        question(
            f"w{n:03}",
            FACT_VS_OPINION
            if skill == "facts" and n % 2
            else f"{skill}/{SUB_SKILLS[skill][n % 5]}",
            level,
            kind=KINDS_BY_TURNS[n % len(KINDS_BY_TURNS)],
        )
        for n, (skill, level) in enumerate(cells)
    ]


def part(skill: str, n: int) -> str:
    """The sub-skill of the nth question; of those on facts, half tell fact from opinion."""
    if skill == "facts" and n % 2:
        return FACT_VS_OPINION
    return f"{skill}/{SUB_SKILLS[skill][n % 5]}"


def made(size: int = 6) -> list[Question]:
    """Five families of `size` questions for every skill and level, alike ones in groups."""
    return [
        question(
            f"{skill}-{level}-{family}.{n}",
            skill,
            level,
            kind="classify" if family == 0 else "choice",
            family=f"{skill}-{level}-{family}",
            group=f"{skill}-{family % 2}",
        )
        for skill in SKILLS
        for level in (1, 2, 3)
        for family in range(5)
        for n in range(size)
    ]


def mixed_bank(each: int = 4) -> Bank:
    """Written questions and made ones."""
    return bank([*written(each), *made()])
