"""Lots: fixed by their labels, alike for all, and a family comes as one."""

from collections import Counter

from app.quiz.dealing import Deal
from app.quiz.pool import make_pool
from tests.quiz.banks import bank, question

POOL = make_pool(
    bank(
        [
            *(question(f"w{n}") for n in range(4)),
            *(question(f"f.{n}", family="f") for n in range(3)),
            *(question(f"g.{n}", family="g") for n in range(3)),
        ]
    )
)


def test_the_labels_fix_the_lots() -> None:
    assert Deal.of(POOL, 5, 1).lots == Deal.of(POOL, 5, 1).lots
    assert Deal.of(POOL, 5, 1).lots != Deal.of(POOL, 5, 2).lots
    assert Deal.of(POOL, 5).order == tuple(Deal.of(POOL, 5).order)


def test_a_family_comes_as_one_after_what_is_hand_written() -> None:
    for seed in range(20):
        families = [POOL.cards[place].family for place in Deal.of(POOL, seed).order]
        assert families in (["", "", "", "", *"fffggg"], ["", "", "", "", *"gggfff"])


def test_every_hand_written_question_comes_first_as_often() -> None:
    first = Counter(Deal.of(POOL, seed).first(POOL.every) for seed in range(800))
    assert sum((count - 200) ** 2 / 200 for count in first.values()) < 16.3  # 3 df, p = 0.001


def test_by_lot_a_family_has_as_many_lots_as_questions() -> None:
    drawn = Counter(
        POOL.cards[Deal.of(POOL, seed).by_lot(POOL.every)].family for seed in range(1000)
    )
    assert abs(drawn[""] - 400) < 60
    assert abs(drawn["f"] - 300) < 60
