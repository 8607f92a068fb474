"""Rules that look at a whole bank: on what they stand, and where they keep silent."""

from dataclasses import replace
from math import comb
from typing import Any, Final

import pytest
import yaml

from app.domain.problem import Edit
from app.lint.binomial import binomial_tail
from app.lint.blind_score import score_of
from app.lint.examples import bank_of
from app.lint.run import lint
from app.lint.view import BankView
from tests.families.annotated import BANK, read
from tests.lint.linting import found

LONG: Final[dict[str, Any]] = {
    "answer": "Until the month of May",
    "distractors": ["For ever", "Until Friday"],
}
SHORT: Final[dict[str, Any]] = {
    "answer": "Until May",
    "distractors": ["For ever and ever", "Until the last Friday"],
}
TRAINED: Final[dict[str, Any]] = {
    "prompt": "Who trained in the pool?",
    "answer": "Forty children",
    "distractors": ["The coaches", "A school class"],
}
TELLS: Final[dict[str, Any]] = {
    "prompt": "What became of the forty children?",
    "answer": "It is left open",
    "distractors": ["They swim in Millford", "They play football"],
}


@pytest.mark.parametrize(("least", "of", "chance"), [(0, 3, 0.5), (2, 3, 0.5), (12, 12, 1 / 3)])
def test_the_tail_of_a_binomial_distribution(least: int, of: int, chance: float) -> None:
    counts = range(least, of + 1)
    exact = sum(comb(of, n) * chance**n * (1 - chance) ** (of - n) for n in counts)
    assert binomial_tail(least, of, chance) == pytest.approx(exact)


def test_the_tail_of_many_questions_is_a_probability() -> None:
    assert 0.4 < binomial_tail(1000, 3000, 1 / 3) < 0.6
    assert binomial_tail(3000, 3000, 1 / 3) < 1e-300


@pytest.mark.parametrize(("long", "told"), [(7, False), (8, True), (12, True)])
def test_long_keys_are_told_when_chance_does_not_explain_them(long: int, told: bool) -> None:
    """With three options, 8 or more of 12 have a chance of 0.019, 7 or more one of 0.066."""
    questions = [LONG] * long + [SHORT] * (12 - long)
    assert bool(found("key-longest-rate", *questions)) == told


def test_few_questions_prove_nothing() -> None:
    assert not found("key-longest-rate", *[LONG] * 11)
    assert not found("blind-solver", *[LONG] * 11)


def test_shuffled_options_have_no_position() -> None:
    assert not found("key-position", *[LONG] * 20)


def test_five_in_a_row_are_a_pattern() -> None:
    fixed: list[dict[str, Any]] = [
        {"options": ["2017", "2018", "2019"], "answer": f"201{n}"} for n in (7, 8, 9)
    ]
    assert found("key-position", *[fixed[0]] * 5, *fixed[1:] * 5)
    assert not found("key-position", *fixed * 5)


def test_generated_questions_in_a_row_are_no_pattern() -> None:
    """All are keyed "left open", one after the other, as the bank lists what is not stated."""
    entries = "".join(f"  - {{says: It has {n} slides., absent: [slides]}}\n" for n in range(6))
    reading = read(BANK.replace("not_stated:\n", f"not_stated:\n{entries}"))
    assert reading.bank is not None
    assert sum(one.id.startswith("verdict.open.") for one in reading.bank.questions) > 4
    assert not [problem for problem in lint(reading).problems if problem.rule == "key-position"]


def test_a_cue_from_another_question_names_it_and_brings_its_cure() -> None:
    (problem,) = found("cross-cue", TRAINED, TELLS)
    assert (
        problem.message == "Question question-2 gives the answer away: it says “Forty”, “children”."
    )
    assert problem.question == "question-1"
    assert problem.edit == Edit(("questions", 0, "enemies"), "question-2")


@pytest.mark.parametrize(
    "change",
    [
        {"enemies": ["question-1"]},
        {"prompt": "What became of “the forty children”?"},
        {"prompt": "What became of the forty children, the coaches and the school class?"},
        {"prompt": "What became of the children?"},
    ],
    ids=["enemies", "a quotation", "a word of every option", "half of the key"],
)
def test_what_is_no_cue(change: dict[str, Any]) -> None:
    assert not found("cross-cue", TRAINED, TELLS | change)


def test_what_is_left_open_is_not_told_by_words_about_it() -> None:
    left_open = TRAINED | {"absent": ["trampoline"], "evidence": None}
    del left_open["evidence"]
    assert not found("cross-cue", left_open, TELLS)


def test_that_a_thing_is_said_does_not_tell_who_said_it() -> None:
    sourced = {
        "prompt": "For which of these does the text name somebody?",
        "answer": "About forty young children trained there weekly",
        "distractors": ["The roof is safe and sound", "It is a bottomless pit now"],
    }
    tells = {"prompt": "Where have forty young children trained weekly?"}
    sourcing = {"skill": "sourcing/attribution"}
    assert found("cross-cue", sourced, tells)
    assert not found("cross-cue", sourced | sourcing, tells)


def test_half_of_all_words_of_a_key_must_be_told() -> None:
    """The five words that every question has are common, and the other two are told."""
    common = "pool closure town club council"
    key = TRAINED | {"answer": f"Forty children {common}"}
    others = [{**SHORT, "prompt": f"What of {common} in {n}?"} for n in range(8)]
    assert found("cross-cue", key, TELLS | {"prompt": f"Forty children, {common}?"}, *others)
    assert not found("cross-cue", key, TELLS, *others)


def test_questions_with_one_answer_and_one_evidence_are_the_same() -> None:
    asked = {"prompt": "When will swimmers return?", "distractors": ["In autumn", "Next year"]}
    assert found("duplicate-item", {}, asked)
    assert not found("duplicate-item", {}, asked | {"answer": "Until the spring"})
    elsewhere = {"evidence": "Nobody knows yet who will pay"}
    assert not found("duplicate-item", {}, asked | elsewhere)


def test_questions_on_different_quotations_are_different() -> None:
    one, other = (
        {"prompt": f"What is at work in the words “{words}” of the text, going by its tone?"}
        for words in ("a blow", "bottomless")
    )
    settled = {"answer": "A picture", "evidence": "a bottomless pit"}
    assert found("duplicate-item", one, one | settled)
    assert not found("duplicate-item", one, other)


def test_questions_on_one_claim_never_meet() -> None:
    claims = {
        "many": {
            "says": "Many children trained.",
            "evidence": "About forty children trained there",
            "status": "reported fact",
            "chain": ["writer"],
        }
    }
    about = {"about": "many"}
    assert found("cross-cue", TRAINED, TELLS | about, claims=claims)
    assert not found("cross-cue", TRAINED | about, TELLS | about, claims=claims)


def test_words_that_are_everywhere_are_what_the_article_is_about() -> None:
    others = [{**SHORT, "prompt": f"Of the forty children, who has number {n}?"} for n in range(40)]
    assert not found("cross-cue", TRAINED, TELLS, *others)


def test_the_blind_solver_names_the_cue_that_it_followed() -> None:
    (problem,) = found("blind-solver", *[SOUNDING] * 12)
    assert "100% of the points can be had; chance is 33%" in problem.message
    assert "Because it sounds like the question: question-1" in problem.message


SOUNDING: Final[dict[str, Any]] = {
    "prompt": "What does the coach say of the closure?",
    "answer": "The closure hurts",
    "distractors": ["The roof is safe", "Nobody will pay"],
}
MISLEADING: Final[dict[str, Any]] = SOUNDING | {
    "answer": "The roof is safe",
    "distractors": ["The closure hurts", "Nobody will pay"],
}


@pytest.mark.parametrize(
    ("sounding", "severity"), [(5, None), (6, "warning"), (7, "warning"), (8, "error")]
)
def test_a_bank_far_above_chance_is_an_error(sounding: int, severity: str | None) -> None:
    """With 12 questions, a third by chance: 6 found are 17 points above it, 8 are 33."""
    questions = [SOUNDING] * sounding + [MISLEADING] * (12 - sounding)
    problems = found("blind-solver", *questions)
    assert [problem.severity for problem in problems] == ([severity] if severity else [])


def test_the_bank_has_the_last_word_on_how_bad_it_is() -> None:
    (problem,) = found("blind-solver", *[SOUNDING] * 12, lint={"blind-solver": "note"})
    assert problem.severity == "note"


def test_the_score_is_reported_within_bounds_too() -> None:
    reading = lint(bank_of(yaml.safe_dump({"questions": [SOUNDING, MISLEADING]})))
    score = reading.blind
    assert score is not None
    assert (score.questions, score.points) == (2, 0.5)
    assert score.above == pytest.approx(1 / 6)
    assert score.won == {"it sounds like the question": ("question-1",)}


def test_a_language_without_words_has_no_score() -> None:
    reading = lint(bank_of(yaml.safe_dump({"language": "fi", "questions": [SOUNDING]})))
    assert reading.blind is None


def test_a_bank_without_one_right_answer_has_no_score() -> None:
    numeric = {"kind": "numeric", "prompt": "How many?", "answer": 40, "evidence": "forty children"}
    bank = bank_of(yaml.safe_dump({"questions": [numeric]})).bank
    assert bank is not None
    assert score_of(BankView.of(bank)) is None


TYPED: Final[dict[str, Any]] = {
    "kind": "short_text",
    "prompt": "Who speaks for the club?",
    "answers": ["Coach Marsh", "Lena Marsh"],
}
LISTS: Final[dict[str, Any]] = {"distractors": ["lena  MARSH", "the club"]}


def test_a_typed_answer_that_is_listed_elsewhere_is_reported_with_the_places() -> None:
    (problem,) = found("typed-elsewhere", *[LISTS] * 5, TYPED)
    assert problem.message == (
        "“Lena Marsh” stands in another question: question-1, question-2, question-3 and 2 more."
    )
    assert (problem.question, problem.severity) == ("question-6", "note")


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ({"enemies": ["question-2"]}, LISTS),
        ({"prompt": "Who is Lena Marsh, in two words?"}, LISTS),
        ({}, {"prompt": "Who asked Lena Marsh?"}),
        ({}, {"distractors": ["Lena Marsh and others", "the club"]}),
    ],
    ids=["enemies", "its own prompt", "a prompt", "more words"],
)
def test_what_is_not_listed_elsewhere(typed: dict[str, Any], other: dict[str, Any]) -> None:
    assert not found("typed-elsewhere", TYPED | typed, other)


def test_without_a_cue_the_blind_solver_guesses() -> None:
    plain = {"answer": "In May", "distractors": ["In June", "In July", "In April"]}
    bank = bank_of(yaml.safe_dump({"questions": [plain]})).bank
    assert bank is not None
    score = score_of(BankView.of(bank))
    assert score is not None
    assert (score.points, score.against, score.chance, score.won) == (0.25, 0.25, 0.25, {})


def test_a_bank_on_one_paragraph_says_little() -> None:
    messages = {problem.message for problem in found("coverage", *[SHORT] * 12)}
    assert messages == {
        "No question is on sourcing.",
        "No question is on framing.",
        "No question is of level 2.",
        "No question is of level 3.",
        "Paragraph 1 settles 100% of the questions.",
    }


@pytest.mark.parametrize(("true", "told"), [(4, True), (5, False), (7, False), (8, True)])
def test_statements_that_are_mostly_true_or_mostly_false_are_told(true: int, told: bool) -> None:
    """Of 12 statements, 40 to 60 % may be true; those that are not stated do not count."""
    statement = {"says": "Pumps leak.", "because": "Paragraph 1 says so."}
    open_ = {"says": "The walls leak.", "is": "not stated", "absent": ["walls"], "because": "No."}

    def rows(truth: bool, count: int) -> list[dict[str, Any]]:
        return [{**statement, "says": f"Pump {n} leaks.", "is": truth} for n in range(count)]

    def asked(statements: list[dict[str, Any]]) -> dict[str, Any]:
        prompt = "Is this true, false or not stated?"
        return {"kind": "statements", "prompt": prompt, "statements": [*statements, open_]}

    banks = [asked(rows(True, true)), asked(rows(False, 12 - true)), *[SHORT] * 10]
    messages = [problem.message for problem in found("coverage", *banks)]
    expected = f"{true} statements are true, and {12 - true} false: one answer is the better guess."
    assert (expected in messages) == told


def test_generated_questions_are_not_kept_apart_by_an_edit() -> None:
    """It could only be an enmity of claims, which would keep far more apart than the two."""
    reading = bank_of(yaml.safe_dump({"questions": [TRAINED, TELLS]}))
    assert reading.bank is not None
    made = [
        replace(question, family="who", origin=("claims", question.id))
        for question in reading.bank.questions
    ]
    bank = replace(reading.bank, questions=tuple(made))
    (found_,) = [
        problem
        for problem in lint(replace(reading, bank=bank)).problems
        if problem.rule == "cross-cue"
    ]
    assert found_.edit is None
