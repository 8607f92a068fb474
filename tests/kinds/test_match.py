"""Match: shared partners, partners to spare, and rows by share."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.identity import short_id
from app.kinds import match
from tests.kinds.asking import ask, points

IN_A_BANK = """
prompt: What belongs to whom?
pairs: {the captain: the fog, the porter: a farce}
extra: [the radio]
evidence: called the delay a farce
"""
"""The question of this kind in the bank of every kind."""

PAIRS = {"One": "odd", "Two": "even", "Three": "odd"}


def test_a_shared_partner_is_one_option() -> None:
    shown = match.present(ask(match, pairs=PAIRS, extra=["neither"]), 1)
    assert sorted(row["text"] for row in shown["rows"]) == ["One", "Three", "Two"]
    assert sorted(option["text"] for option in shown["options"]) == ["even", "neither", "odd"]


def test_rows_and_options_are_both_shuffled() -> None:
    definition = ask(match, pairs=PAIRS, extra=["neither"])
    shown = [match.present(definition, shuffle) for shuffle in range(12)]
    for part in ("rows", "options"):
        assert len({tuple(entry["id"] for entry in one[part]) for one in shown}) > 1


@given(st.integers(2, 8), st.data())
def test_it_earns_the_share_of_right_rows(size: int, data: st.DataObject) -> None:
    pairs = {f"Row {n}": f"Partner {n}" for n in range(size)}
    definition = ask(match, pairs=pairs)
    right = data.draw(st.integers(0, size))
    response = {short_id(left): short_id(there) for left, there in list(pairs.items())[:right]}
    assert points(match, definition, response) == pytest.approx(right / size)


def test_the_guess_is_the_mean_over_every_way_to_fill_the_rows() -> None:
    definition = ask(match, pairs=PAIRS, extra=["neither", "both"])
    options = [option.id for option in definition.options]
    marks = [
        match.mark(definition, dict(zip(definition.key, choice, strict=True))).points
        for choice in product(options, repeat=3)
    ]
    assert match.guess(definition) == pytest.approx(sum(marks) / len(marks))


def test_the_solution_is_an_answer() -> None:
    definition = ask(match, pairs=PAIRS)
    assert points(match, definition, match.solution(definition)["rows"]) == 1


def test_the_tally_counts_row_by_row() -> None:
    definition = ask(match, pairs=PAIRS)
    one, odd, even = map(short_id, ("One", "odd", "even"))
    summary = match.summarise(definition, [{one: odd}, {one: even}, {one: odd}, None])
    assert summary.counts == {one: {odd: 2, even: 1}}
