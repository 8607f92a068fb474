"""Waivers and severities: with a reason, where they are needed, and for rules that exist."""

from dataclasses import replace

import pytest

from app.lint.run import lint
from tests.bank.banks import HEAD, bank_of, read
from tests.lint.linting import LONG, SOUND, linted, told

WAIVED = "    waive: {longest-option: the month needs its words}\n"


def test_a_waiver_of_a_question_keeps_the_reason() -> None:
    (problem,) = linted(HEAD + LONG + WAIVED)
    assert problem.waived == "the month needs its words"


@pytest.mark.parametrize("waiver", ["longest-option: so be it", "longest-option: {when: so be it}"])
def test_a_bank_can_waive_for_all_questions_or_for_one(waiver: str) -> None:
    (problem,) = linted(f"{HEAD}waive: {{{waiver}}}\n{LONG}")
    assert problem.waived == "so be it"


def test_a_waiver_for_another_question_does_not_count() -> None:
    waiver = "waive: {longest-option: {who: so be it}}\n"
    assert told(f"{HEAD}{waiver}{LONG}") == ["16:26 unused-waiver", "23:13 longest-option"]


@pytest.mark.parametrize("waiver", [WAIVED, "    waive:\n      longest-option: none\n"])
def test_a_waiver_that_nothing_needs_is_reported(waiver: str) -> None:
    (problem,) = linted(SOUND + waiver)
    assert (problem.rule, problem.severity, problem.waived) == ("unused-waiver", "warning", "")


def test_a_family_may_waive_for_all_its_questions_what_only_some_need() -> None:
    reading = read(SOUND + WAIVED)
    bank = bank_of(reading)
    made = replace(bank.questions[0], family="who", origin=("claims", "fall"))
    assert lint(replace(reading, bank=replace(bank, questions=(made,)))).problems == ()


def test_a_waiver_stands_at_its_name() -> None:
    assert told(SOUND + WAIVED) == ["26:13 unused-waiver"]


def test_an_unknown_rule_is_an_error_with_a_suggestion() -> None:
    (problem,) = linted(SOUND + WAIVED.replace("longest-option", "longest-options"))
    assert (problem.rule, problem.severity) == ("unknown-rule", "error")
    assert problem.help == "Did you mean longest-option?"


def test_rules_of_the_format_cannot_be_waived() -> None:
    (problem,) = linted(SOUND + WAIVED.replace("longest-option", "chain-end"))
    assert problem.rule == "unknown-rule"


@pytest.mark.parametrize("severity", ["error", "note"])
def test_a_bank_can_change_a_severity(severity: str) -> None:
    (problem,) = linted(f"{HEAD}lint: {{longest-option: {severity}}}\n{LONG}")
    assert (problem.rule, problem.severity) == ("longest-option", severity)


def test_a_severity_of_an_unknown_rule_is_an_error() -> None:
    assert told(f"lint: {{longest: note}}\n{SOUND}") == ["1:8 unknown-rule"]


def test_rules_without_words_for_a_language_say_so_once() -> None:
    (problem,) = linted(SOUND.replace("language: en", "language: fi"))
    assert (problem.rule, problem.severity) == ("no-word-lists", "note")
    assert "clang" in problem.message
    assert "longest-option" not in problem.message


def test_a_rule_that_does_not_know_the_language_needs_no_waiver_and_blames_none() -> None:
    waived = SOUND + WAIVED.replace("longest-option", "clang")
    assert told(waived) == ["26:13 unused-waiver"]
    assert told(waived.replace("language: en", "language: fi")) == ["3:11 no-word-lists"]
