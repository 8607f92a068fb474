"""Drawing: a function of its seed, within its limits, and never stuck where there is a way."""

import json
from collections import Counter
from collections.abc import Collection, Iterator
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.annotation import Claim
from app.domain.bank import Bank
from app.domain.question import Question
from app.domain.skill import SKILLS
from app.errors import BadInput, ImpossibleBlueprint
from app.kinds import kind_of
from app.quiz.blueprint import Blueprint
from app.quiz.drawing import DrawnPaper, draw
from tests.quiz.banks import bank, even_bank, question


def drawn(of: Bank, paper: DrawnPaper) -> list[Question]:
    return [of.by_id[item.question] for item in paper.items]


def names(paper: DrawnPaper) -> set[str]:
    return {item.question for item in paper.items}


# What a paper may hold, said once more and naively, as a judge of the program.


def is_fair(of: Bank, chosen: Collection[Question]) -> bool:
    families = Counter(one.family for one in chosen if one.family)
    pairs = combinations(chosen, 2)
    return max(families.values(), default=0) <= 2 and not any(clash(of, *pair) for pair in pairs)


def clash(of: Bank, one: Question, other: Question) -> bool:
    rivals = any(
        mine in of.claims and theirs in of.claims and are_rivals(of, mine, theirs)
        for mine in one.about
        for theirs in other.about
    )
    enemies = one.id in other.enemies or other.id in one.enemies
    return rivals or enemies or bool(one.about & other.about)


def are_rivals(of: Bank, mine: str, theirs: str) -> bool:
    return theirs in of.claims[mine].enemies or mine in of.claims[theirs].enemies


def meets(chosen: Collection[Question], blueprint: Blueprint) -> bool:
    skills = Counter(one.skill.skill for one in chosen)
    levels = Counter(one.level for one in chosen)
    return (
        tuple(skills[skill] for skill in SKILLS) == blueprint.counts
        and {one.id for one in chosen} >= set(blueprint.always)
        and (
            blueprint.levels is None
            or tuple(levels[level] for level in (1, 2, 3)) == blueprint.demand.levels
        )
        and all(
            one.kind in (blueprint.kinds or (one.kind,)) or one.id in blueprint.always
            for one in chosen
        )
    )


def every_paper(of: Bank, blueprint: Blueprint) -> Iterator[frozenset[str]]:
    for chosen in combinations(of.questions, blueprint.total):
        if meets(chosen, blueprint) and is_fair(of, chosen):
            yield frozenset(one.id for one in chosen)


@st.composite
def small_banks(draw_from: st.DrawFn) -> Bank:
    size = draw_from(st.integers(1, 9))
    ids = [f"q{n}" for n in range(size)]
    claims = ["c0", "c1", "c2", "c3"]
    some_claims = st.sets(st.sampled_from(claims), max_size=2)
    questions = [
        question(
            name,
            draw_from(st.sampled_from(SKILLS)),
            draw_from(st.integers(1, 3)),
            kind=draw_from(st.sampled_from(["choice", "choice", "multiple"])),
            about=draw_from(some_claims),
            enemies=draw_from(st.sets(st.sampled_from(ids), max_size=1)) - {name},
            family=draw_from(st.sampled_from(["", "", "f", "g"])),
        )
        for name in ids
    ]
    rivals = draw_from(st.sets(st.sampled_from(claims[1:]), max_size=1))
    first = Claim("c0", "It is so.", (), "opinion", ("w",), enemies=frozenset(rivals))
    others = [Claim(name, "It is.", (), "opinion", ("w",)) for name in claims[1:]]
    return bank(questions, [first, *others])


few = st.integers(0, 2)
levels = st.sampled_from([None, None, {1: 0.3, 2: 0.4, 3: 0.3}, {1: 0.5, 3: 0.5}, {2: 1.0}])


@settings(derandomize=True, max_examples=250)
@given(small_banks(), few, few, few, levels, st.data())
def test_a_paper_is_drawn_if_and_only_if_there_is_one(
    of: Bank, facts: int, sourcing: int, framing: int, shares: dict[int, float], data: st.DataObject
) -> None:
    ids = st.sampled_from([one.id for one in of.questions])
    kinds = data.draw(st.sampled_from([(), (), ("choice",)]))
    always = tuple(data.draw(st.sets(ids, max_size=1)))
    avoid = tuple(data.draw(st.permutations(sorted(data.draw(st.sets(ids))))))
    blueprint = Blueprint(facts, sourcing, framing, levels=shares, kinds=kinds, always=always)
    possible = list(every_paper(of, blueprint))
    seed = data.draw(st.integers())
    if not possible:
        with pytest.raises(ImpossibleBlueprint) as refusal:
            draw(of, blueprint, seed, avoid)
        assert refusal.value.shortages
        return
    paper = draw(of, blueprint, seed, avoid)
    assert names(paper) in possible
    fewest = min(len((one & set(avoid)) - set(always)) for one in possible)
    assert len((names(paper) & set(avoid)) - set(always)) == fewest


@settings(derandomize=True, max_examples=30)
@given(st.integers(), st.sampled_from([Blueprint(), Blueprint(6, 6, 6), Blueprint(1, 0, 2)]))
def test_the_same_seed_draws_the_same_paper(seed: int, blueprint: Blueprint) -> None:
    first, second = draw(even_bank(3), blueprint, seed), draw(even_bank(3), blueprint, seed)
    assert first == second
    assert DrawnPaper.from_json(json.loads(json.dumps(first.as_json()))) == first
    assert [item.n for item in first.items] == list(range(1, blueprint.total + 1))
    assert len(names(first)) == blueprint.total


def test_another_seed_draws_another_paper() -> None:
    of = even_bank(4)
    assert len({frozenset(names(draw(of, Blueprint(), seed))) for seed in range(50)}) == 50


def test_the_order_in_which_a_bank_is_written_draws_nothing() -> None:
    of = even_bank(3)
    turned = Bank(**(vars(of) | {"questions": of.questions[::-1]}))
    assert draw(of, Blueprint(), 5).items == draw(turned, Blueprint(), 5).items


def test_every_question_is_drawn_about_as_often_as_the_others() -> None:
    of = even_bank(4)
    often = Counter(name for seed in range(400) for name in names(draw(of, Blueprint(), seed)))
    for skill, level in ((skill, level) for skill in SKILLS for level in (1, 2, 3)):
        counts = [often[f"{skill}-{level}-{n}"] for n in range(4)]
        mean = sum(counts) / 4
        assert sum((count - mean) ** 2 / mean for count in counts) < 16.3  # 3 df, p = 0.001


@pytest.mark.parametrize("seed", range(20))
def test_a_usual_paper_has_the_usual_levels(seed: int) -> None:
    of = even_bank(4)
    assert Counter(one.level for one in drawn(of, draw(of, Blueprint(), seed))) == {
        1: 4,
        2: 5,
        3: 3,
    }


def test_usual_levels_give_way_to_what_the_bank_has() -> None:
    of = bank([question(f"q{n}", "facts", 1 + (n > 4)) for n in range(7)])
    paper = draw(of, Blueprint(6, 0, 0), 1)
    assert Counter(one.level for one in drawn(of, paper)) == {1: 4, 2: 2}


def test_a_retry_sees_nothing_again_while_there_is_something_new() -> None:
    of = even_bank(4)
    seen: list[str] = []
    for seed in range(3):
        paper = draw(of, EVEN, seed, seen)
        assert not names(paper) & set(seen)
        seen += sorted(names(paper))
    assert len(seen) == 36
    assert len(names(draw(of, EVEN, 3, seen))) == 12


EVEN = Blueprint(levels={1: 1 / 3, 2: 1 / 3, 3: 1 / 3})


def test_when_all_has_been_seen_what_was_seen_longest_ago_comes_first() -> None:
    of = even_bank(20)
    seen: list[str] = []
    for seed in range(5):
        seen += sorted(names(draw(of, EVEN, seed, seen)))
    rest = sorted(of.by_id.keys() - set(seen))
    again = names(draw(of, EVEN, 5, [*seen, *rest]))
    assert again <= set(seen[:24])


def test_a_retry_reuses_as_few_as_can_be() -> None:
    of = bank([question(f"q{n}") for n in range(5)])
    paper = draw(of, Blueprint(3, 0, 0), 4, ("q0", "q1", "q2", "q9"))
    assert names(paper) > {"q3", "q4"}


def test_a_retry_reuses_one_when_two_new_ones_exclude_each_other() -> None:
    new = [question("n1", about=["fire"]), question("n2", about=["fire"])]
    of = bank([*new, *(question(f"old{n}") for n in range(40))])
    seen = [f"old{n}" for n in range(40)]
    for seed in range(20):
        assert len(names(draw(of, Blueprint(2, 0, 0), seed, seen)) & set(seen)) == 1


def test_what_is_always_there_is_there() -> None:
    of = even_bank(4)
    blueprint = Blueprint(always=("facts-3-2", "framing-1-0"))
    for seed in range(30):
        paper = draw(of, blueprint, seed, avoid=sorted(of.by_id))
        assert names(paper) >= {"facts-3-2", "framing-1-0"}
        assert meets(drawn(of, paper), blueprint)


@pytest.mark.parametrize("blueprint", [Blueprint(5, 5, 5), Blueprint(1, 1, 1, always=("x",))])
def test_an_impossible_blueprint_is_explained(blueprint: Blueprint) -> None:
    of = bank([question("a"), question("b", "framing"), question("c", "sourcing")])
    for _ in range(2):
        with pytest.raises(ImpossibleBlueprint) as refusal:
            draw(of, blueprint, 1)
        assert all(reason.startswith("The blueprint ") for reason in refusal.value.shortages)


def test_what_one_seed_can_draw_every_seed_can() -> None:
    """Only one paper is possible, among a hundred questions that get in each other's way."""
    claims = [f"c{n}" for n in range(10)]
    single = [question(f"s{n}", about=[claim]) for n, claim in enumerate(claims)]
    greedy = [question(f"g{n}", about=[claims[n % 10], claims[n // 10]]) for n in range(90)]
    of = bank([*single, *(one for one in greedy if len(one.about) == 2)])
    for seed in range(10):
        assert names(draw(of, Blueprint(10, 0, 0), seed)) == {one.id for one in single}


CHI_SQUARE = {2: 13.8, 8: 26.1}  # by degrees of freedom, p = 0.001


def test_keys_are_anywhere_whatever_the_other_keys_of_the_paper() -> None:
    """A key's place is a lot of its own: the last one cannot be told from the others."""
    of = bank([question(f"q{n}", answer="yes", distractors=["no", "never"]) for n in range(6)])
    places = [_key_places(of, draw(of, Blueprint(6, 0, 0), seed)) for seed in range(2000)]
    singly = Counter(place for paper in places for place in paper)
    pairs = Counter(pair for paper in places for pair in pairwise(paper))
    whole, every = 2000 * 6, 2000 * 5
    assert sum((n - whole / 3) ** 2 / (whole / 3) for n in singly.values()) < CHI_SQUARE[2]
    assert sum((n - every / 9) ** 2 / (every / 9) for n in pairs.values()) < CHI_SQUARE[8]
    same = sum(count for (one, other), count in pairs.items() if one == other) / every
    assert abs(same - 1 / 3) < 0.02
    even = sum(set(Counter(paper).values()) == {2} for paper in places) / 2000
    assert abs(even - 90 / 729) < 0.025  # two in each of three places: 6! / (2! 2! 2!) of 3**6


def _key_places(of: Bank, paper: DrawnPaper) -> list[int]:
    found = []
    for item in paper.items:
        one = of.by_id[item.question]
        place = kind_of(one).key_position(one.definition, item.shuffle)
        assert place is not None
        found.append(place[0])
    return found


def test_an_option_is_anywhere_too() -> None:
    of = bank([question("q", answer="yes", distractors=["no", "never"])])
    shown = Counter(
        tuple(
            option["text"]
            for option in kind_of(of.by_id["q"]).present(
                of.by_id["q"].definition, draw(of, Blueprint(1, 0, 0), seed).items[0].shuffle
            )["options"]
        )
        for seed in range(1200)
    )
    assert len(shown) == 6
    assert sum((count - 200) ** 2 / 200 for count in shown.values()) < 20.5  # 5 df


@pytest.mark.parametrize("raw", [None, [], {}, {"version": "x"}, {"items": [1]}, "paper"])
def test_other_json_is_no_paper(raw: object) -> None:
    with pytest.raises(BadInput):
        DrawnPaper.from_json(raw)
