"""Reading a bank of 2,000 questions takes a bounded number of steps for each."""

from app.domain.bank import Snapshot
from app.library.reading import read_file, read_snapshot
from tests.load.bench_reading import QUESTIONS, REMOTE_PLOTS, large_bank, question
from tests.steps import within_steps

STEPS_A_QUESTION = 1_000
"""Calls in which a question of a large bank is read and validated; 790 as of now."""

STEPS_TO_MAKE = 5_000
"""Calls in which families make a question, which is read and validated; 3,700 as of now."""

STEPS_TO_READ_MADE = 1_000
"""Calls in which a question that a snapshot keeps is read; 800 as of now."""


def test_the_bank_is_large_and_under_the_limit_of_size() -> None:
    text = large_bank()
    assert text.count("\n  - id: question-") == QUESTIONS
    assert 900_000 < len(text.encode()) < 1024 * 1024
    assert question(7) in text


def test_reading_takes_few_steps_for_each_question() -> None:
    text = large_bank()
    within_steps(
        STEPS_A_QUESTION * QUESTIONS,
        lambda: read_snapshot(Snapshot(text), "large", "large.yaml"),
    )


def test_families_take_few_steps_for_each_question_that_they_make() -> None:
    bank = read_file(REMOTE_PLOTS).bank
    assert bank is not None
    count = len(bank.questions)
    within_steps(STEPS_TO_MAKE * count, lambda: read_file(REMOTE_PLOTS))
    within_steps(
        STEPS_TO_READ_MADE * count,
        lambda: read_snapshot(bank.snapshot, bank.id, "remote-plots.yaml"),
    )
