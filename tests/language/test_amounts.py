"""Numbers, quantities and hedges in statements: gaps, strength, and what is still to come."""

import pytest

from app.language.amounts import GAP, amounts_of

ENGLISH, SPANISH, UNKNOWN = amounts_of("en-GB"), amounts_of("es"), amounts_of("tlh")


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("It costs 300 euros.", [("It costs ____ euros.", 300)]),
        ("At least 1,200 came.", [("At least ____ came.", 1200)]),
        ("Forty people came.", [("____ people came.", 40)]),
        ("Of the 200 asked, 124 were young.", [("Of the ____ asked, 124 were young.", 200),
                                               ("Of the 200 asked, ____ were young.", 124)]),
        ("One person came.", []),
        ("Nearly two thirds came.", []),
        ("Nearly six in ten came.", []),
        ("It fell in the 93rd minute.", []),
        ("It rose by 2.5 per cent.", []),
        ("Nobody came.", []),
    ],
)  # fmt: skip
def test_whole_numbers_that_stand_alone_can_be_left_out(
    text: str, gaps: list[tuple[str, int]]
) -> None:
    assert [(gap.text, gap.value) for gap in ENGLISH.gaps_in(text)] == gaps


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("Duró diez noches.", [("Duró ____ noches.", 10)]),
        ("Casi tres de cada cuatro llegaron a pie.", []),
        ("Vino una persona.", []),
    ],
)
def test_spanish_numbers_are_found_as_well(text: str, gaps: list[tuple[str, int]]) -> None:
    assert [(gap.text, gap.value) for gap in SPANISH.gaps_in(text)] == gaps


def test_a_language_without_words_has_digits() -> None:
    assert [gap.text for gap in UNKNOWN.gaps_in("wa' 12 cha'")] == [f"wa' {GAP} cha'"]


@pytest.mark.parametrize(
    ("one", "other", "only"),
    [
        ("Some of them fell.", "All of them fell.", True),
        ("It may fall.", "It will certainly fall.", True),
        ("At least nine fell.", "Exactly nine fell.", True),
        ("At least nine fell.", "At least ten fell.", False),
        ("They often fall in May.", "They often fall in June.", False),
        ("They fell.", "They fell.", False),
        ("Some boys fell.", "All girls fell.", False),
    ],
)
def test_statements_may_differ_in_strength_only(one: str, other: str, only: bool) -> None:
    assert ENGLISH.differ_in_strength_only(one, other) is only
    assert ENGLISH.differ_in_strength_only(other, one) is only


@pytest.mark.parametrize(
    ("amounts", "text", "ahead"),
    [
        (ENGLISH, "It will rain.", True),
        (ENGLISH, "The trial is to last until May.", True),
        (ENGLISH, "The will was read.", True),
        (ENGLISH, "It rained.", False),
        (SPANISH, "Se celebrará junto al río.", True),
        (SPANISH, "Va a llover.", True),
        (SPANISH, "Llovió.", False),
        (UNKNOWN, "It will rain.", False),
    ],
)
def test_what_is_still_to_come_is_known_by_its_words(
    amounts: object, text: str, ahead: bool
) -> None:
    assert amounts.looks_ahead(text) is ahead  # type: ignore[attr-defined]  # one of three above


@pytest.mark.parametrize(
    ("word", "is_number"), [("Forty", True), ("34", True), ("one", False), ("Fortune", False)]
)
def test_a_word_may_be_a_number(word: str, is_number: bool) -> None:
    assert ENGLISH.is_number(word) is is_number
