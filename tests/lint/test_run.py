"""Running the rules: what is found becomes a problem at the very text."""

import re
from dataclasses import replace

import pytest
import yaml

from app.lint.run import Linted, lint
from tests.bank.banks import HEAD, bank_of, read
from tests.families.annotated import BANK
from tests.families.annotated import read as read_annotated
from tests.lint.linting import LONG, SOUND, linted, told


def test_a_good_bank_has_no_findings() -> None:
    assert linted(SOUND) == ()


def test_a_finding_says_all_that_a_reader_needs() -> None:
    (problem,) = linted(HEAD + LONG)
    assert (problem.rule, problem.severity, problem.question) == (
        "longest-option",
        "warning",
        "when",
    )
    assert problem.message == "The answer is the longest option, 3.7 times as long as the others."
    assert problem.help == "Shorten the answer, or write distractors of the same length."
    assert problem.position.file == "bridge.yaml"


@pytest.mark.parametrize(
    ("answer", "place"),
    [
        ("answer: In March, as the text has it", "22:13"),
        ('answer: "In March, as the text has it"', "22:13"),
        ("answer: >-\n      In March,\n      as the text has it", "22:13"),
    ],
)
def test_it_stands_at_the_option(answer: str, place: str) -> None:
    bank = SOUND.replace("answer: In March", answer)
    assert told(bank) == [f"{place} longest-option"]


def test_it_stands_at_the_word() -> None:
    bank = SOUND.replace("answer: In March", "answer: A fall in March")
    assert told(bank) == ["22:13 grammar-cue", "22:15 clang"]


def test_a_word_is_found_in_a_text_of_several_lines() -> None:
    bank = SOUND.replace("answer: In March", "answer: >-\n      March:\n      a fall")
    assert told(bank) == ["24:9 clang"]


def test_a_broken_bank_is_not_linted() -> None:
    reading = read(SOUND.replace("level: 1", "level: 9"))
    assert lint(reading) == Linted(reading)


def test_the_yaml_is_not_parsed_again_for_places(monkeypatch: pytest.MonkeyPatch) -> None:
    reading = read(HEAD + LONG)
    monkeypatch.delattr(yaml, "parse")
    assert lint(reading).problems


def test_a_reading_without_places_is_not_linted() -> None:
    with pytest.raises(ValueError, match=r"bridge\.yaml has no places"):
        lint(replace(read(HEAD + LONG), places=None))


def test_what_the_reader_said_stays_in_its_place() -> None:
    reading = read((HEAD + LONG).replace("chain: [writer]", "chain: [report]"))
    assert [problem.rule for problem in lint(reading).problems] == ["chain-end", "longest-option"]


def test_a_generated_question_is_shown_at_its_annotation() -> None:
    reading = read(HEAD + LONG)
    bank = bank_of(reading)
    made = replace(bank.questions[0], id="who.fall", family="who", origin=("claims", "fall"))
    (problem,) = lint(replace(reading, bank=replace(bank, questions=(made,)))).problems
    assert (problem.position.line, problem.question) == (15, "who.fall")
    assert problem.message.startswith("In the generated question who.fall: The answer is the")


def test_a_watcher_hears_of_every_question() -> None:
    steps: list[tuple[int, int]] = []
    lint(read(HEAD + LONG), lambda done, all_: steps.append((done, all_)))
    assert steps == [(1, 1)]


def test_the_hints_on_a_generated_question_can_be_followed() -> None:
    annotated = read_annotated(BANK)
    bank = bank_of(annotated)
    name = next(question.id for question in bank.questions if question.family)
    family = name.partition(".")[0]
    long = [
        replace(question, prompt=f"{'word ' * 60}?") if question.id == name else question
        for question in bank.questions
    ]
    changed = replace(annotated, bank=replace(bank, questions=tuple(long)))
    (problem,) = [one for one in lint(changed).problems if one.rule == "long-stem"]
    off = re.search(r"`off: \[(.*?)\]`", problem.help)
    waive = re.search(r"`(waive: .*)`", problem.help)
    assert off
    assert off[1] == name
    assert family in name
    assert waive
    without = bank_of(read_annotated(f"families: {{off: [{off[1]}]}}\n{BANK}"))
    assert name not in without.by_id
    waived = bank_of(read_annotated(f"{waive[1]}\n{BANK}"))
    assert waived.waive == {"long-stem": {name: "the reason"}}
