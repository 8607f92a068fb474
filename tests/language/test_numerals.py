"""Numbers as people type them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.language.numerals import Numeral, decimal_sign, read_numeral


def value_of(text: str, language: str = "en") -> str | None:
    numeral = read_numeral(text, language)
    return None if numeral is None else f"{numeral.value.normalize():f}"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("14", "14"),
        (" 14. ", "14"),
        ("(14)", "14"),
        ("+14", "14"),
        ("−3", "-3"),
        ("1,5", "1.5"),
        ("1.5", "1.5"),
        (".5", "0.5"),
        ("0,500", "0.5"),
        ("1 234 567", "1234567"),
        ("1\u202f234", "1234"),
        ("1'234", "1234"),
        ("1,234,567", "1234567"),
        ("1.234.567,89", "1234567.89"),
        ("1,234.5", "1234.5"),
        ("１４", "14"),
        ("١٤", "14"),
        ("3 million", "3000000"),
        ("2.5 million", "2500000"),
        ("two point five", "2.5"),
        ("minus three", "-3"),
        ("Twenty-One", "21"),
        ("veintidós", "22"),
        ("un millón", "1000000"),
        ("dreiundzwanzig", "23"),
        ("Fünfhundert", "500"),
        ("dreißig", "30"),
    ],
)
def test_a_number_is_read(text: str, value: str) -> None:
    assert value_of(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "about ten",
        "about 10",
        "14 or 15",
        "14-15",
        "14/15",
        "1.2.3",
        "1,23,456",
        "12 34",
        "1 234 56",
        "1,234,56.7",
        "1e5",
        "one or two",
        "14 three",
        "one, two",
        "half a million",
        "a",
        "-",
        ".",
    ],
)
def test_what_is_no_single_number_is_not_read(text: str) -> None:
    assert read_numeral(text, "en") is None


@pytest.mark.parametrize(
    ("text", "language", "value", "other"),
    [
        ("1,234", "en", "1234", "1.234"),
        ("1.234", "en", "1.234", "1234"),
        ("1,234", "es", "1.234", "1234"),
        ("1.234", "es", "1234", "1.234"),
        ("1.234", "es-MX", "1.234", "1234"),
        ("1.234", "", "1.234", "1234"),
        ("1.234", "de", "1234", "1.234"),
        ("1,234", "de-AT", "1.234", "1234"),
    ],
)
def test_the_language_settles_one_sign_before_three_digits(
    text: str, language: str, value: str, other: str
) -> None:
    assert read_numeral(text, language) == Numeral(Decimal(value), Decimal(other))


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("14 years", "years"),
        ("14-year", "year"),
        ("fourteen people.", "people"),
        ("$5", "$"),
        ("5 €", "€"),
        ("5%", "%"),
        ("~5", "~"),
        ("dos millones de personas", "personas"),
        ("2 millones de euros", "euros"),
        ("two and a half", "and a half"),
        ("zweihundertfünfzig Besucher", "besucher"),
        ("2 Millionen Euro", "euro"),
    ],
)
def test_the_words_beside_a_number_are_its_unit(text: str, unit: str) -> None:
    numeral = read_numeral(text, "en")
    assert numeral is not None
    assert numeral.unit == unit


def test_the_banks_language_comes_first() -> None:
    assert (value_of("once", "en"), value_of("once", "es")) == ("1", "11")
    assert (value_of("one billion", "en"), value_of("eine Billion", "de")) == (
        "1000000000",
        "1000000000000",
    )


def test_signs_before_a_fraction() -> None:
    assert value_of("2,5 Millionen", "de") == "2500000"
    signs = [decimal_sign(language) for language in ("en", "es", "de", "es-MX", "", "zz")]
    assert signs == [".", ",", ",", ".", ".", "."]


@given(st.text(max_size=200), st.sampled_from(["de", "en", "es", ""]))
def test_any_text_is_read_or_not(text: str, language: str) -> None:
    numeral = read_numeral(text, language)
    assert numeral is None or numeral.value.is_finite()


@given(
    st.decimals(-(10**12), 10**12, places=3),
    st.sampled_from(["de", "en", "es"]),
)
def test_a_number_written_out_reads_back(number: Decimal, language: str) -> None:
    written = f"{number:f}".replace(".", decimal_sign(language))
    numeral = read_numeral(written, language)
    assert numeral is not None
    assert numeral.value == number
