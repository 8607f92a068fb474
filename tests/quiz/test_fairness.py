"""What is reported of many papers agrees with the papers themselves."""

from collections.abc import Iterable, Iterator
from itertools import combinations

import pytest

from app.domain.bank import Bank
from app.errors import ImpossibleBlueprint
from app.quiz.blueprint import Blueprint
from app.quiz.drawing import draw
from app.quiz.fairness import Fairness, fairness
from app.quiz.spread import Spread
from tests.quiz.banks import bank, even_bank, question

SIX = Blueprint(2, 2, 2)


def papers_of(found_in: Bank, blueprint: Blueprint, count: int) -> list[set[str]]:
    return [
        {item.question for item in draw(found_in, blueprint, seed).items} for seed in range(count)
    ]


def test_exposure_and_overlap_are_those_of_the_papers() -> None:
    small = even_bank(3)
    found, papers = fairness(small, SIX, 40), papers_of(small, SIX, 40)
    for name, share in found.exposure.items():
        assert share == sum(name in paper for paper in papers) / 40
    common = [len(one & other) for one, other in combinations(papers, 2)]
    assert found.overlap.mean == pytest.approx(sum(common) / len(common) / 6)
    assert found.overlap.pairs == {n: common.count(n) for n in sorted(set(common))}
    assert sum(found.overlap.pairs.values()) == 40 * 39 // 2


def test_difficulty_is_the_level_and_what_guessing_earns() -> None:
    easy = bank([question(f"{skill}-{n}", skill, 1) for skill in SKILLS for n in range(4)])
    found = fairness(easy, SIX, 10)
    assert found.levels == Spread(1, 1, 1, 1, 1, 1)
    # Each question has a key and three distractors.
    assert found.guesses.least == found.guesses.greatest == 6 / 4


SKILLS = ("facts", "sourcing", "framing")


def test_a_question_that_no_paper_has_is_named() -> None:
    questions = [question(f"{skill}-{n}", skill) for skill in SKILLS for n in range(3)]
    lonely = question("lonely", enemies=[one.id for one in questions])
    found = fairness(bank([*questions, lonely]), SIX, 30)
    assert found.never == ("lonely",)
    assert found.exposure["lonely"] == 0


def test_scarce_questions_are_the_bottleneck() -> None:
    questions = [
        question(f"{skill}-{level}-{n}", skill, level)
        for skill in SKILLS
        for level in (1, 2, 3)
        for n in range(2 if (skill, level) == ("framing", 3) else 40)
    ]
    exact = Blueprint(3, 3, 3, levels={1: 0.0, 2: 0.0, 3: 1.0})
    with pytest.raises(ImpossibleBlueprint):
        fairness(bank(questions), exact, 5)
    found = fairness(bank(questions), Blueprint(0, 0, 2, levels={1: 0, 2: 0, 3: 1}), 5)
    (scarce,) = found.bottlenecks
    assert (scarce.skill, scarce.level, scarce.taken, scarce.have) == ("framing", 3, 2, 2)
    assert scarce.least == 1
    assert found.often == {"framing-3-0": 1.0, "framing-3-1": 1.0}


def test_what_is_always_there_is_no_bottleneck() -> None:
    found = fairness(even_bank(30), Blueprint(1, 0, 0, always=("facts-1-3",)), 5)
    assert found.exposure["facts-1-3"] == 1
    assert found.bottlenecks == ()


def test_the_seeds_are_passed_through_the_watcher() -> None:
    seen: list[int] = []

    def watch(seeds: Iterable[int]) -> Iterator[int]:
        for seed in seeds:
            seen.append(seed)
            yield seed

    fairness(even_bank(2), SIX, 7, watch=watch)
    assert seen == [*range(7)]


def test_papers_of_a_large_bank_have_little_in_common() -> None:
    found: Fairness = fairness(even_bank(30), Blueprint(), 300)
    assert found.overlap.mean < 0.06
    assert max(found.exposure.values()) < 0.15
    assert found.bottlenecks == ()


def test_a_hand_written_question_that_hardly_comes_is_named() -> None:
    questions = [question(f"{skill}-{n}", skill) for skill in SKILLS for n in range(3)]
    lonely = question("lonely", enemies=[one.id for one in questions])
    never_made = question("made", family="f", enemies=[one.id for one in questions])
    of = bank([*questions, lonely, never_made])
    assert fairness(of, SIX, 30).seldom == {}
    found = fairness(of, SIX, 1000)
    assert found.seldom == {"lonely": 0}
    assert set(found.never) == {"lonely", "made"}
