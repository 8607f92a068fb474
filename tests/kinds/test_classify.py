"""Classify: categories in their order, items by share, and the confusion table."""

from itertools import product

import pytest

from app.domain.identity import short_id
from app.kinds import classify
from tests.kinds.asking import ask, points

IN_A_BANK = """
prompt: Is it a report or a judgement?
categories:
  A report: [The ferry came late., Passengers waited.]
  A judgement: [The timetable is a fairy tale.]
evidence: the timetable was a fairy tale
"""
"""The question of this kind in the bank of every kind."""

CATEGORIES = {"Fact": ["It rained.", "It snowed."], "Opinion": ["It was ugly."], "Neither": []}


def test_categories_stay_in_their_order_and_items_do_not() -> None:
    definition = ask(classify, categories=CATEGORIES)
    shown = [classify.present(definition, shuffle) for shuffle in range(12)]
    names = {tuple(option["text"] for option in one["options"]) for one in shown}
    assert names == {("Fact", "Opinion", "Neither")}
    assert len({tuple(row["id"] for row in one["rows"]) for one in shown}) > 1


def test_items_may_be_written_in_any_order() -> None:
    turned = {"Fact": ["It snowed.", "It rained."], "Opinion": ["It was ugly."], "Neither": []}
    before, after = ask(classify, categories=CATEGORIES), ask(classify, categories=turned)
    assert classify.present(before, 3) == classify.present(after, 3)
    assert classify.solution(before) == classify.solution(after)


def test_the_guess_is_the_mean_over_every_way_to_sort() -> None:
    definition = ask(classify, categories=CATEGORIES)
    ids = [category.id for category in definition.categories]
    marks = [
        classify.mark(definition, dict(zip(definition.key, choice, strict=True))).points
        for choice in product(ids, repeat=3)
    ]
    assert classify.guess(definition) == pytest.approx(sum(marks) / len(marks))


def test_the_solution_is_an_answer() -> None:
    definition = ask(classify, categories=CATEGORIES)
    assert points(classify, definition, classify.solution(definition)["rows"]) == 1


def test_the_tally_is_a_confusion_table() -> None:
    definition = ask(classify, categories=CATEGORIES)
    rained, ugly, fact, opinion = map(short_id, ("It rained.", "It was ugly.", "Fact", "Opinion"))
    given = [{rained: fact, ugly: fact}, {rained: fact}, {ugly: opinion}, None]
    summary = classify.summarise(definition, given)
    assert summary.counts == {rained: {fact: 2}, ugly: {fact: 1, opinion: 1}}
    assert (summary.answered, summary.blank) == (3, 1)
