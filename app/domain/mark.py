"""The mark of one answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Standing = Literal["right", "partly", "wrong", "blank", "for your teacher"]


@dataclass(frozen=True, slots=True)
class Mark:
    """What an answer earned.

    `points` run from 0 to 1; `rule` names how they were made; `parts` maps the id of an option or
    row to whether it was treated rightly. `standing` sums it up in a word.
    """

    points: float
    rule: str
    standing: Standing
    parts: Mapping[str, bool] = field(default_factory=dict)


def standing_of(points: float) -> Standing:
    """Right for a whole point, wrong for none, partly for what is between."""
    if points >= 1:
        return "right"
    return "partly" if points > 0 else "wrong"


def blank_mark(rule: str) -> Mark:
    """What a question that was left open earns, under any rule: nothing."""
    return Mark(0.0, rule, "blank")
