"""A saved file of 100 questions is answered at once: the check takes few steps."""

from pathlib import Path

from tests.load.bench_linting import check
from tests.load.bench_watching import QUESTIONS, answers, bank_of
from tests.steps import within_steps

STEPS = 500_000
"""Calls in which a bank of 100 questions is checked, a tenth of a second; 400,000 as of now."""


def test_the_bank_is_sound() -> None:
    reading = check(bank_of(QUESTIONS))
    assert reading.bank is not None
    assert len(reading.bank.questions) == QUESTIONS


def test_a_check_leaves_time_for_the_pause_between_two_looks() -> None:
    within_steps(STEPS, lambda: check(bank_of(QUESTIONS)))


def test_every_save_is_answered(tmp_path: Path) -> None:
    assert len(list(answers(tmp_path / "large.yaml", bank_of(2), 2))) == 2
