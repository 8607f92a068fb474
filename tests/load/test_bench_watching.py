"""A saved file of 100 questions is answered at once: the look at the files and the check."""

from pathlib import Path

from app.cli.watching import PAUSE
from tests.load.bench_linting import check, measure
from tests.load.bench_watching import LIMIT, QUESTIONS, answers, bank_of


def test_the_bank_is_sound() -> None:
    reading = check(bank_of(QUESTIONS))
    assert reading.bank is not None
    assert len(reading.bank.questions) == QUESTIONS


def test_a_check_leaves_time_for_the_pause_between_two_looks() -> None:
    """In CPU seconds, which other programs hardly disturb."""
    assert measure(bank_of(QUESTIONS)) < LIMIT - PAUSE


def test_every_save_is_answered(tmp_path: Path) -> None:
    assert len(list(answers(tmp_path / "large.yaml", bank_of(2), 2))) == 2
