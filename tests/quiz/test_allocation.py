"""Plans of papers: nine numbers that keep to the demand and to the supply."""

from fractions import Fraction
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from app.quiz.allocation import Cells, Demand, Supply, largest_remainder, plan_table

NONE = (0,) * 9
PLENTY = (99,) * 9


def of_skills(table: Cells) -> tuple[int, ...]:
    return tuple(sum(table[start : start + 3]) for start in (0, 3, 6))


def of_levels(table: Cells) -> tuple[int, ...]:
    return tuple(sum(table[start::3]) for start in (0, 1, 2))


@settings(derandomize=True)
@given(st.integers(0, 300), st.tuples(*[st.integers(0, 100)] * 3).filter(any))
def test_shares_are_given_out_in_full_and_nearly_exact(total: int, raw: tuple[int, ...]) -> None:
    shares = [Fraction(share, 100) for share in raw]
    counts = largest_remainder(total, shares)
    assert sum(counts) == total
    for count, share in zip(counts, shares, strict=True):
        assert abs(count - total * share / sum(shares)) < 1


@settings(derandomize=True)
@given(st.tuples(*[st.integers(0, 20)] * 3), st.tuples(*[st.integers(0, 100)] * 3).filter(any))
def test_a_plenty_is_planned_as_a_controlled_rounding(
    skills: tuple[int, ...], raw: tuple[int, ...]
) -> None:
    levels = largest_remainder(sum(skills), [Fraction(share) for share in raw])
    table = plan_table(Demand(skills, levels, exact=True), Supply(NONE, PLENTY, NONE))
    assert table is not None
    assert (of_skills(table), of_levels(table)) == (skills, levels)
    for cell, (count, level) in enumerate(product(skills, levels)):
        assert abs(table[cell] - count * level / max(1, sum(skills))) < 1


small = st.tuples(*[st.integers(0, 2)] * 9)


@settings(derandomize=True, max_examples=60)
@given(st.tuples(*[st.integers(0, 3)] * 3), small, small, st.booleans(), st.data())
def test_the_plan_reuses_as_little_as_can_be(
    skills: tuple[int, ...], unseen: Cells, seen: Cells, exact: bool, data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, sum(skills)))
    second = data.draw(st.integers(0, sum(skills) - first))
    levels = (first, second, sum(skills) - first - second)
    supply = Supply(NONE, unseen, seen)
    table = plan_table(Demand(skills, levels, exact=exact), supply)
    reuses = [
        reused(other, unseen)
        for other in tables(skills, supply)
        if not exact or of_levels(other) == levels
    ]
    assert (table is None) is (not reuses)
    if table is not None:
        assert of_skills(table) == skills
        assert reused(table, unseen) == min(reuses)


def tables(skills: tuple[int, ...], supply: Supply) -> list[Cells]:
    """Every table of these skills that the supply can fill."""
    rows = [
        [
            row
            for row in product(*(range(supply.limit(3 * skill + level) + 1) for level in range(3)))
            if sum(row) == count
        ]
        for skill, count in enumerate(skills)
    ]
    return [(*one, *two, *three) for one, two, three in product(*rows)]


def reused(table: Cells, unseen: Cells) -> int:
    return sum(max(0, count - fresh) for count, fresh in zip(table, unseen, strict=True))


def test_fixed_questions_stay_in_the_plan() -> None:
    fixed = (3, 0, 0, 0, 0, 0, 0, 0, 0)
    table = plan_table(Demand((4, 0, 0), (1, 2, 1), exact=False), Supply(fixed, PLENTY, NONE))
    assert table is not None
    assert table[0] >= 3
    assert of_skills(table) == (4, 0, 0)


def test_without_shares_the_levels_come_as_near_as_the_bank_allows() -> None:
    unseen = (9, 9, 9, 9, 9, 9, 9, 0, 0)
    demand = Demand((4, 4, 4), (4, 5, 3), exact=False)
    table = plan_table(demand, Supply(NONE, unseen, NONE))
    assert table is not None
    assert of_levels(table) == (4, 5, 3)
