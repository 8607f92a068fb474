"""What a paper is drawn to: its numbers, what is always in it, and the kinds to draw from."""

from dataclasses import dataclass

from app.quiz.allocation import Demand


@dataclass(frozen=True, slots=True)
class Request:
    """A blueprint as the drawing reads it; two that ask for the same are equal.

    `always` are ids of questions that are in the paper whatever their kind; `kinds` limits the
    others, and none at all means every kind.
    """

    demand: Demand
    always: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
