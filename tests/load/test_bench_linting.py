"""Checking a bank of 2,000 questions stays within its limit, however its texts are made."""

from tests.load.bench_linting import GROWTH, LIMIT, QUESTIONS, check, large_bank, measure, word


def test_the_bank_is_sound_and_its_words_are_many() -> None:
    reading = check(large_bank())
    assert reading.bank is not None
    assert len(reading.bank.questions) == QUESTIONS
    assert len({word(number) for number in range(4_096)}) == 4_096


def test_checking_takes_less_than_three_seconds_and_grows_evenly() -> None:
    half, whole = measure(large_bank(QUESTIONS // 2)), measure(large_bank())
    assert whole < LIMIT
    assert whole / half < GROWTH
