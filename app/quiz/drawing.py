"""Drawing a paper from a bank version, a blueprint and a seed: the same three, the same paper.

Questions stand in the order of their levels, and within a level facts come first, then sourcing,
then framing: who has found what a text says is ready to judge how it says it. Skills thus mix
over the paper, and questions of one skill and level are in an order of chance.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from app.domain.bank import Bank
from app.domain.chance import Chance
from app.domain.kind import Json
from app.errors import BadInput, ImpossibleBlueprint
from app.quiz.blueprint import Blueprint
from app.quiz.choosing import choose
from app.quiz.key_positions import shuffles
from app.quiz.pool import Candidate, pool_of
from app.quiz.shortage import explain, remembered


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


def draw(
    bank: Bank, blueprint: Blueprint, seed: int, avoid: Collection[str] = frozenset()
) -> DrawnPaper:
    """Draw a paper; questions of `avoid` (ids) come in only as far as the bank is too small.

    Raises ImpossibleBlueprint, with the reasons, when the bank cannot give such a paper.
    """
    chance = Chance(seed)
    ordered = _in_order(_chosen(bank, blueprint, seed, avoid), chance)
    seeds = shuffles([bank.by_id[entry.id] for entry in ordered], chance)
    items = tuple(
        DrawnItem(n, entry.id, shuffle)
        for n, (entry, shuffle) in enumerate(zip(ordered, seeds, strict=True), start=1)
    )
    return DrawnPaper(bank.version, blueprint, seed, items)


def _chosen(
    bank: Bank, blueprint: Blueprint, seed: int, avoid: Collection[str]
) -> Sequence[Candidate]:
    pool, always = pool_of(bank, blueprint.kinds), blueprint.always
    reasons = remembered(pool, blueprint.demand, always)
    if not reasons and pool.by_id.keys() >= set(always):
        chosen = choose(pool, blueprint.demand, always, seed, avoid)
        if chosen is not None:
            return chosen
    raise ImpossibleBlueprint(reasons or explain(pool, blueprint.demand, always))


def _in_order(chosen: Sequence[Candidate], chance: Chance) -> list[Candidate]:
    return sorted(
        chosen,
        key=lambda entry: (entry.level, entry.skill, chance.number("order", entry.id), entry.id),
    )
