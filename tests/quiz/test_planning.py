"""The plan of a paper: cells by the blueprint, and what is hand-written by lot over the bank."""

from collections import Counter

from app.domain.bank import Bank
from app.quiz.beginning import Beginning, begin
from app.quiz.blueprint import Blueprint
from app.quiz.dealing import Deal
from app.quiz.planning import planned, with_authors
from app.quiz.pool import make_pool
from tests.quiz.banks import bank, question
from tests.quiz.mixed import made, mixed_bank

USUAL = Blueprint()


def beginning_of(of: Bank, blueprint: Blueprint = USUAL) -> Beginning:
    found = begin(make_pool(of), blueprint.request)
    assert found is not None
    return found


def test_a_paper_is_planned_cell_by_cell() -> None:
    beginning = beginning_of(mixed_bank())
    plan = planned(beginning, beginning.aims)
    assert plan is not None
    left = [count for _, count in plan.quotas]
    assert [sum(left[start : start + 3]) for start in (0, 3, 6)] == [4, 4, 4]
    assert [sum(left[level::3]) for level in (0, 1, 2)] == [4, 5, 3]


def test_half_is_planned_as_hand_written_evenly_over_the_bank() -> None:
    lopsided = bank(
        [
            *(question(f"a{n}", "facts") for n in range(9)),
            *(question(f"b{n}", "framing") for n in range(3)),
            *made(),
        ]
    )
    beginning = beginning_of(lopsided, Blueprint(6, 0, 6, levels={1: 1.0}))
    plan = planned(beginning, beginning.aims)
    assert plan is not None
    pool, came = beginning.paper.pool, Counter[str]()
    for seed in range(200):
        for bits, left in with_authors(plan, beginning.aims, Deal.of(pool, seed)).quotas[:9]:
            came["facts" if bits & pool.of_skill[0] else "framing"] += left
    # Six of twelve hand-written questions, of which three quarters are on facts.
    assert came.total() == 200 * 6
    assert abs(came["facts"] - 900) < 60


def test_where_families_have_nothing_all_is_hand_written() -> None:
    only = [one for one in mixed_bank().questions if not one.family]
    beginning = beginning_of(bank(only))
    plan = planned(beginning, beginning.aims)
    assert plan is not None
    quotas = with_authors(plan, beginning.aims, Deal.of(beginning.paper.pool, 1)).quotas
    assert sum(left for _, left in quotas[:9]) == 12
    assert sum(left for _, left in quotas[9:]) == 0
