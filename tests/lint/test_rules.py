"""Every rule does on its two examples what it says, and all of them are sound banks."""

import pytest

from app.lint.examples import bank_of
from app.lint.rule import Rule
from app.lint.rule_catalogue import CATALOGUE
from app.lint.run import lint

EVERY_RULE = pytest.mark.parametrize("rule", CATALOGUE.values(), ids=list(CATALOGUE))


def rules_found(piece: str) -> list[str]:
    reading = bank_of(piece)
    assert reading.problems == ()
    return [problem.rule for problem in lint(reading).problems if not problem.waived]


@EVERY_RULE
def test_its_example_trips_it(rule: Rule) -> None:
    assert rule.id in rules_found(rule.trips)


@EVERY_RULE
def test_its_near_miss_does_not(rule: Rule) -> None:
    assert rule.id not in rules_found(rule.passes)


@EVERY_RULE
def test_it_says_why_and_what_to_do(rule: Rule) -> None:
    for sentence in (rule.why, rule.cure):
        assert sentence[:1].isupper()
        assert sentence.endswith(".")
        assert "  " not in sentence
    assert rule.group


@EVERY_RULE
def test_a_warning_is_right_more_often_than_not(rule: Rule) -> None:
    """A rule that is right in fewer than three of five findings is a note."""
    right, found = rule.judged
    assert right <= found
    if rule.severity != "note" and found:
        assert right / found >= 0.6
