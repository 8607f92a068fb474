"""Hedges, and the numbers that they make rough."""

import pytest

from app.draft.hedges import hedges_of
from app.draft.paragraphs import paragraph_of
from app.draft.vocabulary import vocabulary_of


def hedges(text: str, code: str = "en") -> list[str]:
    paragraph = paragraph_of(1, text)
    found = hedges_of(paragraph, vocabulary_of(code))
    spans = [hedge.number or hedge.span for hedge in found]
    return [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("About 300 people came.", ["About 300"]),
        ("She talked about the bridge.", []),
        ("Some three hundred left; some day they return.", ["Some three hundred"]),
        ("It may rain in May.", ["may"]),
        ("Perhaps it is said to be often wet.", ["Perhaps", "is said to", "often"]),
        ("At least a dozen came over the hill.", ["At least a dozen"]),
        ("He is the most famous; most people agree.", ["most"]),
        ("A number of them won’t necessarily come.", ["A number of", "won’t necessarily"]),
    ],
)
def test_english(text: str, expected: list[str]) -> None:
    assert hedges(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vinieron unas cuarenta personas.", ["unas cuarenta"]),
        ("Unas flores, quizá.", ["quizá"]),
        ("Cerca de mil, como mucho.", ["Cerca de mil", "como mucho"]),
        ("Cerca de aquí podría llover.", ["podría"]),
    ],
)
def test_spanish(text: str, expected: list[str]) -> None:
    assert hedges(text, "es") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Es kamen rund vierzig Menschen.", ["rund vierzig"]),
        ("Knapp 300, höchstens 320.", ["Knapp 300", "höchstens 320"]),
        ("Vielleicht soll es oft regnen.", ["Vielleicht", "soll", "oft"]),
        ("Sie ging über die Brücke.", []),
        ("Er kommt aus der Mitte.", []),
    ],
)
def test_german(text: str, expected: list[str]) -> None:
    assert hedges(text, "de") == expected
