"""Drawing a paper from a bank version, a blueprint and a seed: the same three, the same paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from app.domain.bank import Bank
from app.domain.chance import Chance
from app.domain.kind import Json
from app.domain.question import Question
from app.errors import BadInput, ImpossibleBlueprint
from app.quiz.arranging import arranged
from app.quiz.blueprint import Blueprint
from app.quiz.choosing import choose
from app.quiz.pool import pool_of
from app.quiz.shortage import why_impossible

SHUFFLES: Final = 2**31
"""Shuffle seeds lie below this, so that every reader of JSON can hold them."""


@dataclass(frozen=True, slots=True)
class DrawnItem:
    """One question of a paper: its number from 1, its id, and the seed that shuffles it."""

    n: int
    question: str
    shuffle: int

    def as_json(self) -> dict[str, Json]:
        """The item as JSON."""
        return {"n": self.n, "question": self.question, "shuffle": self.shuffle}


@dataclass(frozen=True, slots=True)
class DrawnPaper:
    """The questions that one student gets, in order; `version` names the bank version."""

    version: str
    blueprint: Blueprint
    seed: int
    items: tuple[DrawnItem, ...]

    def as_json(self) -> dict[str, Json]:
        """The paper as JSON, from which `from_json` makes the same paper."""
        return {
            "version": self.version,
            "blueprint": self.blueprint.as_json(),
            "seed": self.seed,
            "items": [item.as_json() for item in self.items],
        }

    @classmethod
    def from_json(cls, raw: Json) -> "DrawnPaper":
        """A paper that `as_json` wrote; BadInput for anything else."""
        try:
            items = tuple(_item(entry) for entry in raw["items"])
            blueprint = Blueprint.from_json(raw["blueprint"])
            return cls(str(raw["version"]), blueprint, int(raw["seed"]), items)
        except (KeyError, TypeError, ValueError) as fault:
            raise BadInput("This is not a drawn paper.") from fault


def _item(raw: Any) -> DrawnItem:
    return DrawnItem(int(raw["n"]), str(raw["question"]), int(raw["shuffle"]))


def draw(bank: Bank, blueprint: Blueprint, seed: int, avoid: Sequence[str] = ()) -> DrawnPaper:
    """Draw a paper.

    `avoid` are ids of questions that the student has seen, the longest ago first: as few of them
    come in as can be, and of these those seen longest ago. Raises ImpossibleBlueprint, with the
    reasons, when the bank cannot give such a paper.
    """
    chance = Chance(seed)
    questions = arranged(_chosen(bank, blueprint, seed, avoid), chance)
    items = tuple(
        # A number of its own for each question: one key's place tells nothing of the next one's.
        DrawnItem(n, question.id, chance.below(SHUFFLES, "shuffle", question.id))
        for n, question in enumerate(questions, start=1)
    )
    return DrawnPaper(bank.version, blueprint, seed, items)


def _chosen(bank: Bank, blueprint: Blueprint, seed: int, avoid: Sequence[str]) -> list[Question]:
    pool, request = pool_of(bank), blueprint.request
    chosen = choose(pool, request, seed, avoid)
    if chosen is None:
        raise ImpossibleBlueprint(why_impossible(pool, request))
    return [bank.by_id[entry.id] for entry in chosen]
