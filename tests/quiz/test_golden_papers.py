"""Papers that must stay what they are: (bank version, blueprint, seed) names one paper for ever.

If a test here fails, students' papers could no longer be drawn again: change the program back, or
give bank versions a new number of drawing. Never mend the numbers.
"""

import pytest

from app.domain.bank import Bank
from app.quiz.blueprint import Blueprint
from app.quiz.drawing import draw
from tests.quiz.banks import bank, question


def golden_bank() -> Bank:
    return bank(
        [
            question("a1", "facts", 1, about=["fire"]),
            question("a2", "facts", 1, enemies=["b1"]),
            question("a3", "facts", 2, answer="1999", options=["1987", "1999", "2004"]),
            question("a4", "facts", 3, kind="statements"),
            question("b1", "sourcing", 1, about=["smoke"]),
            question("b2", "sourcing", 2, about=["fire"]),
            question("b3", "sourcing", 2, kind="multiple"),
            question("b4", "sourcing", 3, answer="both", distractors=["one", "the other"]),
            question("c1", "framing", 1),
            question("c2", "framing", 2, family="device"),
            question("c3", "framing", 2, family="device"),
            question("c4", "framing", 3, family="device"),
        ]
    )


Items = list[tuple[str, int]]

GOLDEN: list[tuple[Blueprint, int, frozenset[str], Items]] = [
    (
        Blueprint(2, 2, 2),
        0,
        frozenset(),
        [
            ("a2", 847912914),
            ("c1", 1570647336),
            ("b3", 2106931712),
            ("c2", 919187944),
            ("a4", 1914024081),
            ("b4", 751883756),
        ],
    ),
    (
        Blueprint(2, 2, 2),
        1,
        frozenset(),
        [
            ("a2", 1719060326),
            ("c1", 1888117384),
            ("b2", 810225491),
            ("c2", 643038451),
            ("a4", 1090738409),
            ("b4", 1412145600),
        ],
    ),
    (
        Blueprint(2, 2, 2),
        20_260_101,
        frozenset(),
        [
            ("a1", 1098372036),
            ("c1", 228378849),
            ("b3", 303978388),
            ("c2", 1780441046),
            ("a4", 964959675),
            ("b4", 127073165),
        ],
    ),
    (
        Blueprint(2, 2, 2),
        1,
        frozenset({"a1", "b4", "c2", "c4"}),
        [
            ("a2", 1719060326),
            ("c1", 1888117380),
            ("b2", 810225491),
            ("b3", 2059977707),
            ("c3", 685059864),
            ("a4", 1090738409),
        ],
    ),
    (
        Blueprint(3, 0, 1),
        -7,
        frozenset(),
        [("a2", 1047359662), ("a3", 1993441348), ("c3", 852930194), ("a4", 1446874458)],
    ),
    (
        Blueprint(1, 2, 2, levels={1: 0.2, 2: 0.4, 3: 0.4}),
        2**70,
        frozenset(),
        [
            ("a2", 1370682530),
            ("b2", 1491149556),
            ("c3", 2090989140),
            ("b4", 1942054616),
            ("c4", 1698557190),
        ],
    ),
    (
        Blueprint(1, 1, 1, kinds=("choice",), always=("b3",)),
        5,
        frozenset(),
        [("a1", 216386603), ("b3", 977320932), ("c4", 808674982)],
    ),
]


@pytest.mark.parametrize(("blueprint", "seed", "avoid", "items"), GOLDEN)
def test_golden_papers(
    blueprint: Blueprint, seed: int, avoid: frozenset[str], items: Items
) -> None:
    paper = draw(golden_bank(), blueprint, seed, avoid)
    assert [(item.question, item.shuffle) for item in paper.items] == items
