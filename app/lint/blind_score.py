"""What a test-wise program earns in a bank without its article, by each cue and by all."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.lint.asked import Asked, asked_of
from app.lint.blind_cues import CUES, Cue
from app.lint.cue_score import CueScore, Pick, mean
from app.lint.view import BankView


@dataclass(frozen=True, slots=True)
class BlindScore:
    """The mean of the points, from 0 to 1, over `questions` of one right answer, and by chance.

    `won` are the ids of the questions in which a cue was better than chance, by the cue. `against`
    is the mean for a student who avoids what the cues pick; `cues` is what each is worth alone.
    """

    questions: int
    points: float
    chance: float
    won: Mapping[str, tuple[str, ...]]
    against: float = 0.0
    cues: tuple[CueScore, ...] = ()

    @property
    def above(self) -> float:
        """The points above chance; negative when cues lead astray."""
        return self.points - self.chance

    @property
    def gain(self) -> float:
        """How far above chance the better of the two ways is: by the cues or against them."""
        return max(self.points, self.against) - self.chance


FOLLOWED: Final = (
    "it sounds like the question",
    "it is the longest",
    "it is the cautious one",
    "the others are absolute",
    "it has most in common with the others",
    "other questions speak of it",
)
"""What a student goes by who knows the handbooks, the surest first."""


def score_of(bank: BankView) -> BlindScore | None:
    """What cues earn in a bank, worked out once; None without a question of one right answer."""
    if _score not in bank.kept:
        bank.kept[_score] = _score(bank)
    kept: BlindScore | None = bank.kept[_score]
    return kept


def _score(bank: BankView) -> BlindScore | None:
    asked = asked_of(bank)
    if not asked:
        return None
    picks = {cue.because: _picks(cue, asked) for cue in CUES}
    scores = (CueScore(cue, tuple(picks[cue.because].values()), len(asked)) for cue in CUES)
    followed = {one.question.id: _first(one, picks) for one in asked}
    chance = {one.question.id: 1 / len(one.options) for one in asked}
    points = [pick.points if pick else chance[name] for name, (_, pick) in followed.items()]
    against = [pick.against if pick else chance[name] for name, (_, pick) in followed.items()]
    return BlindScore(
        len(asked),
        mean(points),
        mean(list(chance.values())),
        dict(_won(followed)),
        mean(against),
        tuple(score for score in scores if score.picks),
    )


_Picks = Mapping[str, Mapping[str, Pick]]
"""The picks by cue and question."""


def _first(asked: Asked, picks: _Picks) -> tuple[str, Pick | None]:
    """The first cue that a student follows in a question, and what it picks; else no cue."""
    name = asked.question.id
    return next(((cue, picks[cue][name]) for cue in FOLLOWED if name in picks[cue]), ("", None))


def _won(followed: Mapping[str, tuple[str, Pick | None]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for cue in FOLLOWED:
        won = [name for name, (by, pick) in followed.items() if by == cue and pick and pick.right]
        if won:
            yield cue, tuple(won)


def _picks(cue: Cue, asked: Sequence[Asked]) -> Mapping[str, Pick]:
    """What a cue picks in each question in which it does not find all options alike."""
    picks = {}
    for one in asked:
        scores = cue.scores(one)
        best = [place for place, score in enumerate(scores) if score == max(scores)]
        if len(best) < len(scores):
            right = any(one.options[place].right for place in best)
            name = one.question.id
            picks[name] = Pick(name, len(scores), len(best), right)
    return picks
