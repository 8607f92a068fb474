"""Numeric: what is right, what is wrong, and what only a teacher can tell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.kind import Surroundings
from app.kinds import numeric
from tests.kinds.asking import ask

IN_A_BANK = """
prompt: How many people waited, roughly?
answer: 40
tolerance: 2
unit: passengers
evidence: Some 40 passengers waited
"""
"""The question of this kind in the bank of every kind."""

TEACHER = "for your teacher"


def standing(own: dict[str, object], said: str, language: str = "en") -> str:
    definition = ask(numeric, Surroundings(language=language), **own)
    return numeric.mark(definition, numeric.read(definition, said)).standing


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("1400", "right"),
        ("1,400", "right"),
        ("1 400 people", "right"),
        ("fourteen hundred", "right"),
        ("one thousand four hundred", "right"),
        ("mil cuatrocientos", "right"),
        ("1,400.0", "right"),
        ("1400.5", "wrong"),
        ("140", "wrong"),
        ("1.4", "wrong"),
        ("1.400", TEACHER),
        ("about 1400", TEACHER),
        ("1400 or so", TEACHER),
        ("1400%", TEACHER),
        ("many", TEACHER),
    ],
)
def test_a_count_without_a_unit(said: str, expected: str) -> None:
    assert standing({"answer": 1400}, said) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("about 40", "right"),
        ("About forty people", "right"),
        ("ca. 41", "right"),
        ("circa 41", "right"),
        ("unos cuarenta", "right"),
        ("Más o menos 40", "right"),
        ("about 50", "wrong"),
        ("almost 40", TEACHER),
        ("over 40", TEACHER),
        ("about", TEACHER),
        ("about a few", TEACHER),
        ("somebody 40", TEACHER),
    ],
)
def test_a_rough_number_may_say_that_it_is_rough(said: str, expected: str) -> None:
    assert standing({"answer": 40, "tolerance": 2}, said) == expected


@pytest.mark.parametrize("said", ["about 40", "ca. 40", "unos cuarenta"])
def test_an_exact_number_may_not(said: str) -> None:
    assert standing({"answer": 40}, said) == TEACHER


@pytest.mark.parametrize(
    ("unit", "said", "expected"),
    [
        ("years", "14", "right"),
        ("years", "14 years", "right"),
        ("years", "fourteen year", "right"),
        ("years", "14 months", TEACHER),
        ("years", "15 months", TEACHER),
        ("years", "15 years", "wrong"),
        ("%", "14 per cent", "right"),
        ("%", "14 percent", "right"),
        ("%", "14%", "right"),
        ("€", "€14", "right"),
        ("€", "14 euros", "right"),
        ("meses", "14 mes", "right"),
        ("años", "catorce anos", "right"),
        ("square miles", "14 Square Miles.", "right"),
    ],
)
def test_a_unit_is_the_same_or_left_out(unit: str, said: str, expected: str) -> None:
    assert standing({"answer": 14, "unit": unit}, said) == expected


@pytest.mark.parametrize(
    ("said", "expected"), [("2,75", "right"), ("2.25", "right"), ("2.2", "wrong")]
)
def test_within_the_tolerance_it_is_right(said: str, expected: str) -> None:
    assert standing({"answer": 2.5, "tolerance": 0.25}, said) == expected


def test_a_tenth_is_a_tenth() -> None:
    assert standing({"answer": 0.3, "tolerance": 0.1}, "0.2") == "right"
    assert standing({"answer": 0.3, "tolerance": 0.1}, "0.1999") == "wrong"


@given(
    st.integers(-(10**12), 10**12) | st.floats(-1e6, 1e6).map(lambda number: round(number, 4)),
    st.sampled_from(["en", "es", "de", ""]),
)
def test_the_solution_is_an_answer(answer: float, language: str) -> None:
    definition = ask(numeric, Surroundings(language=language), answer=answer)
    said = numeric.read(definition, numeric.solution(definition)["answer"])
    assert numeric.mark(definition, said).points == 1


def test_the_solution_is_written_as_the_language_writes_it() -> None:
    definition = ask(numeric, Surroundings(language="es"), answer=2.5, tolerance=0.0, unit="años")
    assert numeric.solution(definition) == {"answer": "2,5", "unit": "años"}
    near = ask(numeric, Surroundings(language="es"), answer=-3, tolerance=0.5)
    assert numeric.solution(near) == {"answer": "-3", "tolerance": "0,5"}


def test_the_solution_has_the_digits_that_were_written() -> None:
    assert numeric.solution(ask(numeric, answer=0.1)) == {"answer": "0.1"}
    assert numeric.solution(ask(numeric, answer=1400)) == {"answer": "1400"}


def test_a_number_is_not_guessed() -> None:
    assert numeric.guess(ask(numeric, answer=3)) == 0


def test_the_tally_puts_the_same_numbers_together() -> None:
    definition = ask(numeric, Surroundings(language="en"), answer=1400)
    given_answers = ["1400", "1,400", "fourteen hundred", "Many!", "many!", None]
    summary = numeric.summarise(definition, given_answers)
    assert summary.counts == {"": {"1400": 3, "many!": 2}}
    assert (summary.answered, summary.blank) == (5, 1)
