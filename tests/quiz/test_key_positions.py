"""Keys stand in every position equally often, in one paper and over many."""

from collections import Counter

import pytest

from app.domain.bank import Bank
from app.domain.chance import Chance
from app.domain.question import Question
from app.kinds import kind_of
from app.quiz.blueprint import Blueprint
from app.quiz.drawing import draw
from app.quiz.key_positions import SHUFFLES, shuffles
from tests.quiz.banks import bank, even_bank, question

CHI_SQUARE = {2: 13.8, 3: 16.3}  # by degrees of freedom, p = 0.001


def positions(questions: list[Question], seeds: list[int]) -> list[tuple[int, int]]:
    places = (
        kind_of(one).key_position(one.definition, seed)
        for one, seed in zip(questions, seeds, strict=True)
    )
    return [place for place in places if place is not None]


def spread(of: Bank, blueprint: Blueprint, seed: int) -> Counter[int]:
    items = draw(of, blueprint, seed).items
    questions = [of.by_id[item.question] for item in items]
    return Counter(place for place, _ in positions(questions, [item.shuffle for item in items]))


@pytest.mark.parametrize("seed", range(30))
def test_in_one_paper_each_position_holds_as_many_keys(seed: int) -> None:
    assert spread(even_bank(2), Blueprint(), seed) == {0: 3, 1: 3, 2: 3, 3: 3}


@pytest.mark.parametrize("seed", range(10))
def test_a_remainder_differs_by_one_at_most(seed: int) -> None:
    counts = spread(even_bank(2), Blueprint(5, 5, 4), seed)
    assert sorted(counts.values()) == [3, 3, 4, 4]


def test_over_many_papers_no_position_of_a_question_is_likelier() -> None:
    of = bank([question(f"q{n}") for n in range(5)])
    often: dict[str, Counter[int]] = {one.id: Counter() for one in of.questions}
    for seed in range(400):
        for item in draw(of, Blueprint(5, 0, 0), seed).items:
            one = of.by_id[item.question]
            place = kind_of(one).key_position(one.definition, item.shuffle)
            assert place is not None
            often[one.id][place[0]] += 1
    for counts in often.values():
        assert sum((counts[place] - 100) ** 2 / 100 for place in range(4)) < CHI_SQUARE[3]


def test_over_many_papers_the_remainder_falls_everywhere() -> None:
    of = even_bank(2)
    total: Counter[int] = Counter()
    for seed in range(400):
        total += spread(of, Blueprint(1, 1, 0), seed)
    assert sum((total[place] - 200) ** 2 / 200 for place in range(4)) < CHI_SQUARE[3]


def test_questions_with_fewer_options_are_spread_among_themselves() -> None:
    threes = [question(f"t{n}", answer="yes", distractors=["no", "never"]) for n in range(6)]
    fours = [question(f"f{n}") for n in range(8)]
    for seed in range(20):
        places = positions([*threes, *fours], shuffles([*threes, *fours], Chance(seed)))
        assert Counter(places) == {
            **{(place, 3): 2 for place in range(3)},
            **{(place, 4): 2 for place in range(4)},
        }


def test_fixed_orders_are_made_up_for_by_the_others() -> None:
    fixed = [question(f"x{n}", answer="1", options=["1", "2", "3", "4"]) for n in range(2)]
    free = [question(f"f{n}") for n in range(6)]
    for seed in range(20):
        places = positions([*fixed, *free], shuffles([*fixed, *free], Chance(seed)))
        assert Counter(place for place, _ in places) == {0: 2, 1: 2, 2: 2, 3: 2}


def test_questions_without_one_key_are_shuffled_all_the_same() -> None:
    ticks = [question("m", kind="multiple"), question("s", kind="statements")]
    seeds = [shuffles(ticks, Chance(seed)) for seed in range(20)]
    assert len({tuple(pair) for pair in seeds}) == 20
    assert all(0 <= seed < SHUFFLES for pair in seeds for seed in pair)
