"""The page on the rules is what the rules say, and a rule can be explained on a terminal."""

import pytest

from app.errors import NotFound
from app.lint.explaining import explain
from app.lint.rule_catalogue import CATALOGUE
from app.lint.rules_page import page


@pytest.mark.parametrize("name", CATALOGUE)
def test_every_rule_is_explained(name: str) -> None:
    rule = CATALOGUE[name]
    told = " ".join(explain(name).split())
    written = " ".join(page().split())
    for part in (rule.why, rule.cure, rule.source, rule.trips, rule.passes):
        assert " ".join(part.split()) in told
        assert " ".join(part.split()) in written


def test_a_rule_of_the_format_is_explained_in_a_line() -> None:
    assert explain("unknown-key").endswith("Only fields of the format are used.")


def test_a_rule_of_a_kind_is_explained_by_its_name() -> None:
    assert explain("too-few-rows").endswith("Too few rows.")


def test_an_unknown_rule_is_not_found_with_a_suggestion() -> None:
    with pytest.raises(NotFound, match="Did you mean longest-option"):
        explain("longest-options")
