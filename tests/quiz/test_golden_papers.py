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
            ("a2", 1341100181),
            ("c1", 904239401),
            ("b3", 729269810),
            ("c2", 1528120876),
            ("a4", 583787964),
            ("b4", 597912571),
        ],
    ),
    (
        Blueprint(2, 2, 2),
        1,
        frozenset(),
        [
            ("a2", 1238057172),
            ("c1", 1990793314),
            ("b2", 148261471),
            ("c2", 1490293410),
            ("a4", 1001887610),
            ("b4", 1810794425),
        ],
    ),
    (
        Blueprint(2, 2, 2),
        20_260_101,
        frozenset(),
        [
            ("a1", 621519388),
            ("c1", 1895830123),
            ("b3", 711874317),
            ("c2", 1533695981),
            ("a4", 957697512),
            ("b4", 602654353),
        ],
    ),
    (
        Blueprint(2, 2, 2),
        1,
        frozenset({"a1", "b4", "c2", "c4"}),
        [
            ("a2", 1238057172),
            ("c1", 29778415),
            ("b2", 148261471),
            ("b3", 2127395222),
            ("c3", 1635317274),
            ("a4", 1001887610),
        ],
    ),
    (
        Blueprint(3, 0, 1),
        -7,
        frozenset(),
        [("a2", 1629623574), ("a3", 1023028677), ("c3", 564675793), ("a4", 2063873352)],
    ),
    (
        Blueprint(1, 2, 2, levels={1: 0.2, 2: 0.4, 3: 0.4}),
        2**70,
        frozenset(),
        [
            ("a2", 805556770),
            ("b2", 1068967393),
            ("c3", 1028900622),
            ("b4", 312468357),
            ("c4", 1149939339),
        ],
    ),
    (
        Blueprint(1, 1, 1, kinds=("choice",), always=("b3",)),
        5,
        frozenset(),
        [("a1", 899941536), ("b3", 410877723), ("c4", 1630837337)],
    ),
]


@pytest.mark.parametrize(("blueprint", "seed", "avoid", "items"), GOLDEN)
def test_golden_papers(
    blueprint: Blueprint, seed: int, avoid: frozenset[str], items: Items
) -> None:
    paper = draw(golden_bank(), blueprint, seed, avoid)
    assert [(item.question, item.shuffle) for item in paper.items] == items
