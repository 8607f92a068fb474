"""Checking a bank of 2,000 questions stays within its limit, however its texts are made."""

from tests.load.bench_linting import GROWTH, QUESTIONS, check, large_bank, word
from tests.steps import counted

STEPS_A_QUESTION = 6_000
"""Calls in which a question is read, validated and linted by every rule; 4,700 as of now."""


def test_the_bank_is_sound_and_its_words_are_many() -> None:
    reading = check(large_bank())
    assert reading.bank is not None
    assert len(reading.bank.questions) == QUESTIONS
    assert len({word(number) for number in range(4_096)}) == 4_096


def steps_of_a_check(questions: int) -> int:
    text = large_bank(questions)
    return counted(lambda: check(text))[0]


def test_checking_grows_evenly_with_the_number_of_questions() -> None:
    half, whole = map(steps_of_a_check, (QUESTIONS // 4, QUESTIONS // 2))
    assert whole < STEPS_A_QUESTION * QUESTIONS // 2
    assert whole / half < GROWTH
