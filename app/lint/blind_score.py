"""What a test-wise program earns in a bank without its article."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BlindScore:
    """The mean of the points, from 0 to 1, over `questions` of one right answer, and by chance.

    `won` are the ids of the questions in which a cue was better than chance, by the cue.
    """

    questions: int
    points: float
    chance: float
    won: Mapping[str, tuple[str, ...]]

    @property
    def above(self) -> float:
        """The points above chance; negative when cues lead astray."""
        return self.points - self.chance
