"""Order: Kendall's tau, half answers, and the first mistake."""

from collections import Counter
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kinds import order
from tests.kinds.asking import ask, points

IN_A_BANK = """
prompt: What came first?
sequence: [The fog came., The ferry was late., The Gazette printed it., It was read out.]
evidence: The Gazette printed the story on Tuesday
"""
"""The question of this kind in the bank of every kind."""


def steps(size: int) -> order.Definition:
    """A question with so many steps."""
    definition: order.Definition = ask(order, sequence=[f"Step {n}" for n in range(size)])
    return definition


@pytest.mark.parametrize(
    ("places", "tau"),
    [
        ((0, 1, 2, 3, 4), 1.0),
        ((1, 0, 2, 3, 4), 0.8),
        ((1, 2, 3, 4, 0), 0.2),
        ((4, 3, 2, 1, 0), 0.0),
    ],
)
def test_it_earns_what_the_literature_says(places: tuple[int, ...], tau: float) -> None:
    definition = steps(5)
    assert points(order, definition, [definition.ids[n] for n in places]) == pytest.approx(tau)


@pytest.mark.parametrize("size", range(3, 8))
def test_the_guess_is_the_mean_over_every_order(size: int) -> None:
    definition = steps(size)
    marks = [order.mark(definition, list(way)).points for way in permutations(definition.ids)]
    assert order.guess(definition) == pytest.approx(sum(marks) / len(marks), abs=1e-12)


def test_a_random_order_of_five_earns_a_sixth_or_so() -> None:
    assert 0.16 <= order.guess(steps(5)) <= 0.19


def test_it_begins_in_every_order_alike_the_right_one_included() -> None:
    definition = steps(3)
    begun = Counter(
        tuple(row["id"] for row in order.present(definition, shuffle)["rows"])
        for shuffle in range(1200)
    )
    assert begun.keys() == set(permutations(definition.ids))
    assert sum((count - 200) ** 2 / 200 for count in begun.values()) < 20.5  # 5 df, p = 0.001


@given(st.permutations(range(1, 6)), st.sets(st.integers(0, 4)))
def test_a_row_without_a_place_counts_neither_way(order_of: list[int], open_: set[int]) -> None:
    definition = steps(5)
    places = {row: order_of[n] for n, row in enumerate(definition.ids) if n not in open_}
    pairs = [
        (one, then)
        for n, one in enumerate(order_of)
        for m, then in enumerate(order_of)
        if n < m and not {n, m} & open_
    ]
    balance = sum(1 if one < then else -1 for one, then in pairs)
    assert points(order, definition, places or None) == pytest.approx(max(0, balance) / 10)


def test_a_form_that_is_half_done_is_kept_and_marked() -> None:
    definition = steps(3)
    first, second, third = definition.ids
    form = {first: ["1"], second: ["2"], third: [""]}
    response = order.read(definition, order.read_form(definition, form))
    assert response == {first: 1, second: 2}
    assert order.mark(definition, response).points == pytest.approx(1 / 3)


def test_parts_say_what_stands_in_its_place() -> None:
    definition = steps(3)
    first, second, third = definition.ids
    assert order.mark(definition, [second, first, third]).parts == {
        first: False,
        second: False,
        third: True,
    }


def test_the_tally_counts_first_mistakes() -> None:
    definition = steps(3)
    first, second, third = ids = definition.ids
    given_answers = [ids, [second, first, third], [first, third, second], {first: 1}, None]
    summary = order.summarise(definition, given_answers)
    assert summary.counts == {first: {second: 1}, second: {third: 1, "": 1}}
    assert (summary.answered, summary.blank) == (4, 1)


def test_the_solution_is_an_answer() -> None:
    definition = steps(4)
    assert points(order, definition, order.solution(definition)["sequence"]) == 1
