"""Codes: easily told apart, forgiving when typed, and nothing else is one."""

import pytest

from app.domain.code import ALPHABET, chance_code, read_code, spell_code


def test_the_alphabet_has_no_look_alikes() -> None:
    assert len(set(ALPHABET)) == len(ALPHABET) == 30
    assert not set("0O1IL U") & set(ALPHABET)


def test_chance_uses_the_whole_alphabet() -> None:
    codes = [chance_code() for _ in range(500)]
    assert {len(code) for code in codes} == {8}
    assert len(set(codes)) == 500
    assert set("".join(codes)) == set(ALPHABET)


@pytest.mark.parametrize(
    "typed",
    [
        "ABCD-EFGH",
        "abcdefgh",
        " a b c d e f g h ",
        "ABCD–EFGH",
        "ABCD\u2011EFGH",
        "\uff21\uff22\uff23\uff24-EFGH",
        "abcd.efgh",
        "ABCD EFGH\n",
    ],
)
def test_case_spaces_and_hyphens_do_not_matter(typed: str) -> None:
    assert read_code(typed) == "ABCDEFGH"


@pytest.mark.parametrize("typed", ["", "ABCD-EFG", "ABCD-EFGHJ", "ABCD-EFGO", "ABCD-EFG1", "é" * 8])
def test_anything_else_is_no_code(typed: str) -> None:
    assert read_code(typed) is None


def test_a_code_is_spelt_in_fours_and_read_again() -> None:
    code = chance_code()
    assert spell_code("ABCDEFGH") == "ABCD-EFGH"
    assert read_code(spell_code(code)) == code
