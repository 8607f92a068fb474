"""Spreading the keys of a paper over the positions, so that no position is a good guess."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from app.domain.chance import Chance
from app.domain.question import Question
from app.kinds import kind_of

SHUFFLES: Final = 2**31
"""Shuffle seeds lie below this, so that every reader of JSON can hold them."""

_TRIES: Final = 400
_STILL: Final = 40
"""A key that so many shuffles leave in its place is fixed there: else once in 2**39 times."""


def shuffles(questions: Sequence[Question], chance: Chance) -> list[int]:
    """A shuffle seed for each question, so that the keys stand in every position equally often.

    Balanced among the questions with the same number of options (their counts differ by at most
    one, unless orders are fixed), and, where that leaves a choice, over the paper as a whole.
    """
    tries = [_Tries(question, chance) for question in questions]
    seeds = [one.first for one in tries]
    balance = _Balance(chance)
    movable: list[tuple[int, int]] = []
    for number, one in enumerate(tries):
        if one.width and one.is_fixed():
            balance.count(one.position, one.width)
        elif one.width:
            movable.append((one.width, number))
    for width, number in sorted(movable):
        position = balance.next_position(width, questions[number].id)
        seeds[number] = tries[number].with_key_at(position)
    return seeds


class _Tries:
    """The shuffles of one question in turn, and where each puts the key.

    `first` is the first of them and `position` its key's; `width` is the number of options, 0
    when the question has no single key.
    """

    def __init__(self, question: Question, chance: Chance) -> None:
        self._question = question
        self._kind = kind_of(question)
        self._start = chance.below(SHUFFLES, "shuffle", question.id)
        self._attempts = 0
        self._found: dict[int, int] = {}
        self.width = 0
        self.first = self._try()
        self.position = next(iter(self._found), 0)

    def _try(self) -> int:
        shuffle = (self._start + self._attempts) % SHUFFLES
        self._attempts += 1
        place = self._kind.key_position(self._question.definition, shuffle)
        if place is not None:
            self._found.setdefault(place[0], shuffle)
            self.width = place[1]
        return shuffle

    def is_fixed(self) -> bool:
        """Whether no shuffle moves the key."""
        while len(self._found) < 2 and self._attempts < _STILL:
            self._try()
        return len(self._found) < 2

    def with_key_at(self, position: int) -> int:
        """The first shuffle that puts the key in this position."""
        while position not in self._found and self._attempts < _TRIES:
            self._try()
        return self._found.get(position, self.first)


class _Balance:
    """How often each position has held a key so far."""

    def __init__(self, chance: Chance) -> None:
        self.chance = chance
        self.by_width: Counter[tuple[int, int]] = Counter()
        self.overall: Counter[int] = Counter()

    def count(self, position: int, width: int) -> None:
        """Note that a question of `width` options has its key in `position` (from 0)."""
        self.by_width[width, position] += 1
        self.overall[position] += 1

    def next_position(self, width: int, label: str) -> int:
        """The position that has held the fewest keys; chance decides between equals."""

        def rank(position: int) -> tuple[int, int, int]:
            draw = self.chance.number("position", label, position)
            return self.by_width[width, position], self.overall[position], draw

        position = min(range(width), key=rank)
        self.count(position, width)
        return position
