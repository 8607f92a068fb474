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

GOLDEN: list[tuple[Blueprint, int, tuple[str, ...], Items]] = [
    (
        Blueprint(2, 2, 2),
        0,
        (),
        [
            ("a1", 821871985),
            ("b3", 2106931712),
            ("c2", 919187925),
            ("a4", 1914024081),
            ("b1", 1040542188),
            ("c4", 617759966),
        ],
    ),
    (
        Blueprint(2, 2, 2),
        1,
        (),
        [
            ("a1", 1494377565),
            ("b1", 28578740),
            ("a3", 77136090),
            ("c2", 643038451),
            ("b4", 1412145600),
            ("c4", 455028422),
        ],
    ),
    (
        Blueprint(2, 2, 2),
        20_260_101,
        (),
        [
            ("b1", 1237088129),
            ("a1", 1098372032),
            ("c3", 1449930389),
            ("a3", 1460653940),
            ("c4", 1730148394),
            ("b4", 127073164),
        ],
    ),
    (
        Blueprint(2, 2, 2),
        1,
        ("a1", "b4", "c2", "c4"),
        [
            ("c1", 1888117379),
            ("b3", 2059977707),
            ("a3", 77136090),
            ("b1", 28578740),
            ("a4", 1090738409),
            ("c3", 685059861),
        ],
    ),
    (
        Blueprint(3, 0, 1),
        -7,
        (),
        [("a1", 1758178977), ("c2", 1153693470), ("a4", 1446874458), ("a3", 1993441348)],
    ),
    (
        Blueprint(1, 2, 2, levels={1: 0.2, 2: 0.4, 3: 0.4}),
        2**70,
        (),
        [
            ("a2", 1370682515),
            ("b3", 1211380527),
            ("c3", 2090989139),
            ("b4", 1942054608),
            ("c4", 1698557189),
        ],
    ),
    (
        Blueprint(1, 1, 1, kinds=("choice",), always=("b3",)),
        5,
        (),
        [("a2", 613412534), ("b3", 977320932), ("c4", 808674978)],
    ),
]


@pytest.mark.parametrize(("blueprint", "seed", "avoid", "items"), GOLDEN)
def test_golden_papers(
    blueprint: Blueprint, seed: int, avoid: tuple[str, ...], items: Items
) -> None:
    paper = draw(golden_bank(), blueprint, seed, avoid)
    assert [(item.question, item.shuffle) for item in paper.items] == items
