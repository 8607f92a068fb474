"""The blueprint: how many questions of which skill and level make a paper."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any, Final

from app.domain.bank import Bank
from app.domain.kind import Json
from app.domain.skill import LEVELS, SKILLS
from app.errors import BadInput
from app.kinds import KINDS
from app.quiz.allocation import Demand, largest_remainder
from app.quiz.pool import pool_of
from app.quiz.request import Request
from app.quiz.shortage import explain

MOST: Final = 100
"""The most questions of one skill that a paper can ask for."""

USUAL_LEVELS: Final = {1: 0.3, 2: 0.4, 3: 0.3}
"""The shares of the levels that a paper aims at when its blueprint names none."""


@dataclass(frozen=True)
class Blueprint:
    """What a paper is made of.

    `levels` maps a level to its share of the paper, met exactly (by largest remainder); without
    it, about `USUAL_LEVELS` as far as the bank allows. `kinds` limits what is drawn; `always`
    holds questions that are in every paper, whatever their kind, and count for their skill.
    The order of `kinds` and `always` means nothing, and all kinds are as good as none.
    `cite` asks for the sentence that settles each question, `confidence` how sure the student is.
    """

    facts: int = 4
    sourcing: int = 4
    framing: int = 4
    levels: Mapping[int, float] | None = None
    kinds: tuple[str, ...] = ()
    always: tuple[str, ...] = ()
    cite: bool = False
    confidence: bool = False

    def __post_init__(self) -> None:
        """Bring what may be written in several ways into one form: equal blueprints are equal."""
        kinds = tuple(sorted(set(self.kinds), key=list(KINDS).index))
        object.__setattr__(self, "kinds", kinds if len(kinds) < len(KINDS) else ())
        object.__setattr__(self, "always", tuple(sorted(set(self.always))))
        if self.levels is not None:
            levels = {level: share for level, share in sorted(self.levels.items()) if share}
            object.__setattr__(self, "levels", levels)

    @classmethod
    def from_json(cls, raw: Json) -> "Blueprint":
        """Read a blueprint strictly; BadInput with every reason why it is none."""
        if not isinstance(raw, dict):
            raise BadInput("A blueprint is an object such as {“facts”: 4, “sourcing”: 4}.")
        faults = [f"A blueprint has no “{name}”." for name in raw if name not in _READERS]
        fields: dict[str, Any] = {}
        for name in _READERS.keys() & raw.keys():
            try:
                fields[name] = _READERS[name](name, raw[name])
            except BadInput as fault:
                faults.append(fault.message)
        if faults:
            raise BadInput(" ".join(sorted(faults)))
        blueprint = cls(**fields)
        if not blueprint.total:
            raise BadInput("A blueprint asks for at least one question.")
        return blueprint

    def as_json(self) -> dict[str, Json]:
        """The blueprint as JSON; what is not used is left out."""
        raw: dict[str, Json] = dict(zip(SKILLS, self.counts, strict=True))
        if self.levels is not None:
            raw["levels"] = {str(level): share for level, share in sorted(self.levels.items())}
        if self.kinds:
            raw["kinds"] = list(self.kinds)
        if self.always:
            raw["always"] = list(self.always)
        raw |= {name: True for name in ("cite", "confidence") if getattr(self, name)}
        return raw

    @property
    def counts(self) -> tuple[int, int, int]:
        """The numbers of questions in the order of `SKILLS`."""
        return self.facts, self.sourcing, self.framing

    @property
    def total(self) -> int:
        """The number of questions in the paper."""
        return sum(self.counts)

    @cached_property
    def demand(self) -> Demand:
        """The paper in numbers."""
        shares = self.levels or USUAL_LEVELS
        exact = [Fraction(shares.get(level, 0)).limit_denominator(10_000) for level in LEVELS]
        return Demand(
            self.counts, largest_remainder(self.total, exact), exact=self.levels is not None
        )

    @cached_property
    def request(self) -> Request:
        """The paper as the drawing reads it."""
        return Request(self.demand, self.always, self.kinds)


def shortages(bank: Bank, blueprint: Blueprint) -> tuple[str, ...]:
    """Why the bank cannot give such a paper, each reason in a sentence; empty when it can."""
    return explain(pool_of(bank), blueprint.request)


def _count(name: str, raw: Json) -> int:
    if not _is_whole(raw) or not 0 <= raw <= MOST:
        raise BadInput(f"“{name}” is a whole number from 0 to {MOST}.")
    return int(raw)


def _is_whole(raw: Json) -> bool:
    return isinstance(raw, int) and not isinstance(raw, bool)


def _shares(_name: str, raw: Json) -> dict[int, float]:
    if not isinstance(raw, dict) or not raw or not raw.keys() <= {str(level) for level in LEVELS}:
        raise BadInput("“levels” is an object with the keys “1”, “2” and “3”.")
    if not all(_is_share(share) for share in raw.values()):
        raise BadInput("Each share in “levels” is a number from 0 to 1.")
    total = sum(raw.values())
    if not math.isclose(total, 1, abs_tol=0.011):
        raise BadInput(f"The shares in “levels” add up to {total:g}, and not to 1.")
    return {int(level): float(share) for level, share in sorted(raw.items())}


def _is_share(raw: Json) -> bool:
    return isinstance(raw, int | float) and not isinstance(raw, bool) and 0 <= raw <= 1


def _names(name: str, raw: Json) -> tuple[str, ...]:
    if not isinstance(raw, list) or not all(isinstance(entry, str) for entry in raw):
        raise BadInput(f"“{name}” is a list of texts.")
    if len(set(raw)) < len(raw):
        raise BadInput(f"“{name}” names something twice.")
    return tuple(raw)


def _kinds(name: str, raw: Json) -> tuple[str, ...]:
    kinds = _names(name, raw)
    unknown = [f"“{kind}”" for kind in kinds if kind not in KINDS]
    if unknown:
        known = ", ".join(KINDS)
        raise BadInput(f"There is no kind {_or(unknown)}; the kinds are {known}.")
    return kinds


def _or(words: Sequence[str]) -> str:
    return " or ".join(words)


def _yes_or_no(name: str, raw: Json) -> bool:
    if not isinstance(raw, bool):
        raise BadInput(f"“{name}” is true or false.")
    return raw


_READERS: Final[Mapping[str, Callable[[str, Json], Any]]] = {
    **dict.fromkeys(SKILLS, _count),
    "levels": _shares,
    "kinds": _kinds,
    "always": _names,
    "cite": _yes_or_no,
    "confidence": _yes_or_no,
}
