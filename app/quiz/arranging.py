"""The order of a paper: from easy to hard, with what is alike spread out."""

from collections.abc import Callable, Hashable, Sequence
from typing import Final

from app.domain.chance import Chance
from app.domain.question import Question
from app.kinds import kind_of

PER_ROW: Final = 12
"""To decide on a row takes as long as to read so many words."""

WORK: Final = 1.5
"""The longest question of a paper is harder than the shortest one by so many levels."""

WINDOW: Final = 4
"""The next question is one of so many, counted from the easiest that is left."""

LIKENESS: Final[tuple[tuple[int, Callable[[Question], Hashable]], ...]] = (
    (4, lambda question: question.group or question.family or question.id),
    (4, lambda question: question.kind),
    (3, lambda question: str(question.skill)),
    (2, lambda question: question.skill.skill),
)
"""What two questions may have in common, and by how many places that sets them apart."""


def arranged(questions: Sequence[Question], chance: Chance) -> list[Question]:
    """The questions in the order in which a paper asks them."""
    left = _from_easy_to_hard(questions, chance)
    order: list[Question] = []
    while left:
        # Not by likeness alone: a question further on must be less alike by more than the way.
        ways = range(min(WINDOW, len(left)))
        order.append(left.pop(min(ways, key=lambda way: (way + _likeness(order, left[way]), way))))
    return _twins_parted(order)


def work_of(question: Question) -> int:
    """What a question takes to read and decide, in words read."""
    anatomy = kind_of(question).anatomy(question.definition)
    texts = [question.prompt, *(one.text for one in (*anatomy.options, *anatomy.rows))]
    return sum(len(text.split()) for text in texts) + PER_ROW * len(anatomy.rows)


def _from_easy_to_hard(questions: Sequence[Question], chance: Chance) -> list[Question]:
    """By level and by rank in work, the rank counting `WORK` levels from first to last."""
    lots = {question.id: chance.number("order", question.id) for question in questions}
    by_work = sorted(questions, key=lambda question: (work_of(question), lots[question.id]))
    ranks = {question.id: rank for rank, question in enumerate(by_work)}
    whole = max(1, len(questions) - 1)
    return sorted(
        questions,
        key=lambda question: (
            question.level * whole + WORK * ranks[question.id],
            lots[question.id],
        ),
    )


def _likeness(order: Sequence[Question], question: Question) -> int:
    if not order:
        return 0
    return sum(cost for cost, trait in LIKENESS if trait(order[-1]) == trait(question))


def _twins_parted(order: list[Question]) -> list[Question]:
    """The same order, but for a question of the family of the one before it, moved to the front."""
    for place in range(1, len(order)):
        if _are_twins(order[place - 1], order[place]):
            twin = order.pop(place)
            order.insert(_place_apart(order, twin, place), twin)
    return order


def _place_apart(order: Sequence[Question], twin: Question, place: int) -> int:
    """The nearest place where neither neighbour is of the question's family; else the same."""
    spots = (
        spot
        for spot in range(len(order) + 1)
        if not any(_are_twins(twin, other) for other in order[max(0, spot - 1) : spot + 1])
    )
    return min(spots, key=lambda spot: (abs(spot - place), spot), default=place)


def _are_twins(one: Question, other: Question) -> bool:
    return bool(one.family) and one.family == other.family
