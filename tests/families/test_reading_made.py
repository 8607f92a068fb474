"""What families made: read like written questions, and kept as they were with the bank version."""

from dataclasses import replace
from typing import Any

import pytest

from app.domain.bank import Snapshot
from app.families import generating
from app.families.catalogue import catalogue
from app.kinds import kind_of
from app.library.reading import read_snapshot
from tests.families.annotated import ARTICLE, BANK, bank_of, made, read

WRITTEN = """\
questions:
  - id: {id}
    kind: choice
    skill: facts/explicit-information
    level: 1
    prompt: When does the pool stay open?
    answer: In winter
    distractors: [In May, In June]
    evidence: The pool stays open all winter
    because: The text says so.
    enemies: [{enemy}]
"""


@pytest.fixture
def reworded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A later release, in which one family is worded otherwise and another one is gone."""
    first, *rest = catalogue("en")
    changed = replace(first, texts={**first.texts, "prompt": "What does the later release ask?"})
    kept = [family for family in rest if family.id != "true-false-open"]
    later = (changed, *kept)
    assert len(kept) == len(rest) - 1
    monkeypatch.setattr(generating, "catalogue", lambda _: later)


@pytest.mark.usefixtures("reworded")
def test_a_snapshot_gives_back_the_same_questions_in_a_later_release() -> None:
    snapshot = Snapshot(BANK, None, _before_the_release())
    bank = bank_of(read_snapshot(snapshot, "pool", "pool.yaml"))
    prompts = {question.family: question.prompt for question in bank.questions}
    assert "What does the later release ask?" not in prompts.values()
    assert "true-false-open" in prompts
    assert bank_of(read()).version != bank.version


def _before_the_release() -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(generating, "catalogue", catalogue)
        generated = bank_of(read()).snapshot.generated
    assert generated
    return generated


def test_a_snapshot_reads_back_to_the_very_same_bank() -> None:
    bank = bank_of(read())
    again = read_snapshot(bank.snapshot, "pool", "pool.yaml")
    assert bank_of(again) == bank
    assert bank_of(again).version == bank.version
    assert again.unmade == ()


def test_a_snapshot_from_before_there_were_families_gets_none() -> None:
    bank = bank_of(read_snapshot(Snapshot(BANK), "pool", "pool.yaml"))
    assert bank.questions == ()
    assert bank.version == Snapshot(BANK).version


def test_what_was_made_is_part_of_the_version() -> None:
    snapshot = bank_of(read()).snapshot
    other = replace(snapshot, generated=f"{snapshot.generated} ")
    versions = {Snapshot(BANK).version, snapshot.version, other.version}
    assert len(versions) == 3
    assert Snapshot(BANK, "x").version != Snapshot(BANK, None, "x").version


def test_a_stored_question_that_can_no_longer_be_read_is_an_error() -> None:
    snapshot = bank_of(read()).snapshot
    broken = replace(snapshot, generated=(snapshot.generated or "").replace('"choice"', '"choise"'))
    reading = read_snapshot(broken, "pool", "pool.yaml")
    assert reading.bank is None
    assert {problem.rule for problem in reading.problems} == {"unknown-kind"}


def test_every_question_knows_its_family_its_place_and_what_it_rests_on() -> None:
    bank = bank_of(read())
    for question in bank.questions:
        assert question.id.startswith(f"{question.family}.")
        assert question.evidence or question.absent or question.kind == "statements"
        assert question.because
        assert question.origin[0] in {"claims", "devices", "sources", "not_stated", "article"}
        assert question.about <= bank.claims.keys() | bank.devices.keys()
        shown = kind_of(question).present(question.definition, 1)
        assert shown


def test_a_written_question_stands_in_the_place_of_a_made_one() -> None:
    name = "verdict.open.price"
    assert name in {question.id for question in made()}
    bank = bank_of(read(BANK + WRITTEN.format(id=name, enemy="verdict.full")))
    (found,) = [question for question in bank.questions if question.id == name]
    assert (found.family, found.prompt) == ("", "When does the pool stay open?")
    assert found.enemies == {"verdict.full"}


def test_a_written_question_can_name_a_made_one_as_its_enemy_but_none_that_is_not_there() -> None:
    bank_of(read(BANK + WRITTEN.format(id="own", enemy="verdict.full")))
    (problem,) = read(BANK + WRITTEN.format(id="own", enemy="verdict.fulll")).problems
    assert problem.rule == "unknown-question"
    assert "verdict.full" in problem.help


def test_an_enemy_that_was_not_made_is_no_second_problem_of_a_broken_bank() -> None:
    broken = BANK.replace("status: opinion", "status: opinoin")
    (problem,) = read(broken + WRITTEN.format(id="own", enemy="verdict.full")).problems
    assert problem.rule == "wrong-value"


@pytest.mark.parametrize(
    ("families", "gone", "still"),
    [
        ("{builtin: false}", {"verdict", "sort-devices", "true-false-open"}, set()),
        ("{off: [verdict]}", {"verdict"}, {"sort-devices"}),
        ("{off: [verdict.full]}", set(), {"verdict"}),
    ],
)
def test_families_and_single_questions_can_be_switched_off(
    families: str, gone: set[str], still: set[str]
) -> None:
    questions = made(f"{BANK}families: {families}\n")
    assert not gone & {question.family for question in questions}
    assert still <= {question.family for question in questions}
    assert "verdict.full" not in {question.id for question in questions}


def test_what_awaits_review_is_not_asked_about() -> None:
    reviewed = BANK.replace("  full:\n", "  full:\n    review: true\n").replace(
        "  miser:\n", "  miser:\n    review: true\n"
    )
    whole = made()
    assert any({"full", "miser"} & question.about for question in whole)
    assert not any({"full", "miser"} & question.about for question in made(reviewed))


def test_an_uncertain_voice_is_not_asked_about() -> None:
    assert "whose-account.p2" in {question.id for question in made()}
    uncertain = BANK.replace("2: ortiz", "2: uncertain")
    assert "whose-account.p2" not in {question.id for question in made(uncertain)}


@pytest.mark.parametrize("language", ["fi", "fr-CA"])
def test_a_language_without_families_has_no_made_questions(language: str) -> None:
    assert made(BANK.replace("language: en", f"language: {language}")) == []


def test_an_article_alone_makes_no_question() -> None:
    voices = ARTICLE[ARTICLE.index("  voices:") :]
    assert made(ARTICLE.replace(voices, "")) == []


def test_the_same_bank_always_makes_the_same_questions() -> None:
    def text() -> Any:
        return bank_of(read()).snapshot.generated

    assert text() == text()
