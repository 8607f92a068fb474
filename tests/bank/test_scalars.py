"""Plain scalars mean what the core schema of YAML 1.2 says."""

import math

import pytest

from app.bank.scalars import LONGEST_NUMBER, resolve
from app.domain.fields import as_written


@pytest.mark.parametrize(
    ("plain", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("true", True),
        ("False", False),
        ("16", 16),
        ("-3", -3),
        ("007", 7),
        ("0o17", 15),
        ("0x1F", 31),
        ("1.10", 1.1),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("-.inf", -math.inf),
        ("no", "no"),
        ("Yes", "Yes"),
        ("on", "on"),
        ("nUll", "nUll"),
        ("12:30", "12:30"),
        ("2017-02-04", "2017-02-04"),
        ("1_000", "1_000"),
        ("1,000", "1,000"),
        ("0b1", "0b1"),
        ("+", "+"),
        (".", "."),
        ("1e", "1e"),
        ("٣", "٣"),
    ],
)
def test_resolves(plain: str, value: object) -> None:
    found = resolve(plain)
    assert found == value
    assert isinstance(found, type(value))


def test_resolves_not_a_number() -> None:
    assert math.isnan(float(resolve(".nan") or 0))


@pytest.mark.parametrize("plain", ["007", "1.10", "0x1F", "+5", "1e3", ".inf", "-0", "16"])
def test_numbers_remember_how_they_were_written(plain: str) -> None:
    assert as_written(resolve(plain)) == plain


def test_a_number_without_end_is_text() -> None:
    digits = "9" * (LONGEST_NUMBER + 1)
    assert resolve(digits) == digits
