"""What one cue is worth in a bank, for a student who goes by it and for one who avoids it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from app.lint.binomial import binomial_tail
from app.lint.blind_cues import Cue


@dataclass(frozen=True, slots=True)
class Pick:
    """What one cue does with one question: the options that it picks, and which is right.

    `of` is the number of options, `best` of those that are picked; `right`: the key is among them.
    """

    question: str
    of: int
    best: int
    right: bool

    @property
    def points(self) -> float:
        """What a student earns on average who picks one of the best."""
        return self.right / self.best

    @property
    def against(self) -> float:
        """What a student earns on average who picks one of the others."""
        return (not self.right) / (self.of - self.best)

    @property
    def chance(self) -> float:
        """What guessing earns on average."""
        return 1 / self.of


@dataclass(frozen=True)
class CueScore:
    """What one cue is worth in a bank: its picks, in a bank of `total` questions to choose in."""

    cue: Cue
    picks: tuple[Pick, ...]
    total: int

    @cached_property
    def points(self) -> float:
        """The mean of the points over the questions in which the cue picks."""
        return mean([pick.points for pick in self.picks])

    @cached_property
    def against(self) -> float:
        """The same for a student who avoids what the cue picks."""
        return mean([pick.against for pick in self.picks])

    @cached_property
    def chance(self) -> float:
        """The same for a student who guesses."""
        return mean([pick.chance for pick in self.picks])

    @cached_property
    def gain(self) -> float:
        """How far above chance the better of the two ways is, as a share of all points."""
        return (max(self.points, self.against) - self.chance) * len(self.picks) / self.total

    @cached_property
    def pays_to_avoid(self) -> bool:
        """Whether going against the cue earns more than going by it."""
        return self.against > self.points

    @cached_property
    def won(self) -> tuple[str, ...]:
        """The ids of the questions in which the better way earns more than chance."""
        return tuple(pick.question for pick in self.picks if pick.right is not self.pays_to_avoid)

    @cached_property
    def luck(self) -> float:
        """The probability of so many hits, or more, if the cue had nothing to do with the key.

        Each question has its own chance; their mean serves for all, which overstates the tail
        (Hoeffding 1956) and so accuses less.
        """
        hit = mean([pick.best / pick.of for pick in self.picks])
        chance = 1 - hit if self.pays_to_avoid else hit
        return binomial_tail(len(self.won), len(self.picks), chance) if self.picks else 1.0


def mean(values: Sequence[float]) -> float:
    """The mean of some numbers, 0 of none."""
    return sum(values) / len(values) if values else 0.0
