"""Reading a bank of 2,000 questions stays within its limit, measured as `make bench` measures."""

from tests.load.bench_reading import (
    FAMILIES_LIMIT,
    LIMIT,
    QUESTIONS,
    large_bank,
    measure,
    measure_families,
    question,
)


def test_the_bank_is_large_and_under_the_limit_of_size() -> None:
    text = large_bank()
    assert text.count("\n  - id: question-") == QUESTIONS
    assert 900_000 < len(text.encode()) < 1024 * 1024
    assert question(7) in text


def test_reading_takes_less_than_six_times_the_loader() -> None:
    floor, taken = measure(large_bank())
    assert taken / floor < LIMIT


def test_families_take_less_than_a_second() -> None:
    made, again = measure_families()
    assert again < made < FAMILIES_LIMIT
