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
    seeds = [_shuffle(question, 0, chance) for question in questions]
    balance = _Balance(chance)
    movable: list[tuple[int, int]] = []
    for number, question in enumerate(questions):
        place = _key(question, seeds[number])
        if place is None:
            continue
        if _is_fixed(question, place, chance):
            balance.count(*place)
        else:
            movable.append((place[1], number))
    for width, number in sorted(movable):
        question = questions[number]
        position = balance.next_position(width, question.id)
        seeds[number] = _seed_for(question, position, chance)
    return seeds


def _shuffle(question: Question, attempt: int, chance: Chance) -> int:
    return chance.below(SHUFFLES, "shuffle", question.id, attempt)


def _key(question: Question, shuffle: int) -> tuple[int, int] | None:
    return kind_of(question).key_position(question.definition, shuffle)


def _is_fixed(question: Question, place: tuple[int, int], chance: Chance) -> bool:
    return all(
        _key(question, _shuffle(question, attempt, chance)) == place for attempt in range(1, _STILL)
    )


def _seed_for(question: Question, position: int, chance: Chance) -> int:
    """The first shuffle seed that puts the key in this position."""
    for attempt in range(_TRIES):
        shuffle = _shuffle(question, attempt, chance)
        place = _key(question, shuffle)
        if place is not None and place[0] == position:
            break
    return shuffle


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
