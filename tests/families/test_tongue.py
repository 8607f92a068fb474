"""Putting texts together in a language: small letters, marks, lists, contractions."""

import pytest

from app.families.generating import tongue_of
from app.families.tongue import Tongue

ENGLISH = tongue_of("en-US")
SPANISH = tongue_of("es")


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("The bridge is shut.", "the bridge is shut."),
        ("Old bridges fall.", "old bridges fall."),
        ("The Times says so.", "the Times says so."),
        ("Tom fell.", "Tom fell."),
        ("Will Smith fell.", "Will Smith fell."),
        ("ISIS plans it.", "ISIS plans it."),
        ("At least three fell.", "at least three fell."),
        ("34 of them fell.", "34 of them fell."),
        ("“Never”, she said.", "“Never”, she said."),
        ("", ""),
    ],
)
def test_the_first_letter_becomes_small_where_it_is_no_name(text: str, inside: str) -> None:
    assert ENGLISH.knowing(["Some old men will stay."]).lower_first(text) == inside


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("it rains", "It rains."),
        ("It rains.", "It rains."),
        ("does it rain?", "Does it rain?"),
        ("he said “yes.”", "He said “yes.”"),
        ("he said “yes”", "He said “yes”."),
    ],
)
def test_a_sentence_has_a_capital_and_one_stop(text: str, whole: str) -> None:
    assert ENGLISH.sentence(text) == whole


def test_marks_inside_marks_are_the_inner_ones() -> None:
    assert ENGLISH.quoted("they “reveal” it") == "“they ‘reveal’ it”"
    assert SPANISH.quoted("dijo «no»") == "«dijo “no”»"


@pytest.mark.parametrize(
    ("tongue", "texts", "joined"),
    [
        (ENGLISH, [], ""),
        (ENGLISH, ["a"], "a"),
        (ENGLISH, ["a", "b", "c"], "a, b and c"),
        (SPANISH, ["la radio", "el acuerdo"], "la radio y el acuerdo"),
        (SPANISH, ["Ana", "Inés Vidal"], "Ana e Inés Vidal"),
        (SPANISH, ["nieve", "hielo"], "nieve y hielo"),
        (Tongue(), ["a", "b"], "a, b"),
    ],
)
def test_lists_are_joined_as_the_language_does(
    tongue: Tongue, texts: list[str], joined: str
) -> None:
    assert tongue.joined(texts) == joined


@pytest.mark.parametrize(
    ("name", "after"),
    [
        ("el acuerdo municipal", "del acuerdo municipal"),
        ("la radio", "de la radio"),
        ("El País", "de El País"),
        ("Elena", "de Elena"),
    ],
)
def test_words_melt_where_spanish_lets_them(name: str, after: str) -> None:
    assert SPANISH.after("de", name) == after


def test_strong_and_careful_words_count_outside_quotation_marks() -> None:
    assert ENGLISH.is_strong("They never fall.")
    assert not ENGLISH.is_strong("He says “never”. Nevertheless they fall.")
    assert ENGLISH.is_careful("At least three fall.")
    assert not ENGLISH.is_careful("Three fall, least of them the old.")
