"""The subject of a verb, found before it: the verb is the last word of each text."""

import pytest

from app.draft.phrase_before import subject_before
from app.draft.vocabulary import vocabulary_of
from tests.draft.phrases import text_of, tokens


def subject(text: str, code: str = "en") -> tuple[str, str] | None:
    """The subject of the last word, and what is beside it in commas."""
    sentence = tokens(text)
    found = subject_before(sentence, len(sentence) - 1, 0, vocabulary_of(code))
    return (text_of(found.phrase.tokens), text_of(found.phrase.aside)) if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Ruiz said", ("Ana Ruiz", "")),
        ("But then Ana Ruiz said", ("Ana Ruiz", "")),
        ("On Monday the mayor said", ("the mayor", "")),
        ("On Monday she said", ("she", "")),
        ("It rained and the mayor said", ("the mayor", "")),
        ("Ana Ruiz and Tom Okoro said", ("Ana Ruiz and Tom Okoro", "")),
        ("The mayor, Ana Ruiz, said", ("The mayor", "Ana Ruiz")),
        ("Ana Ruiz, 34, a baker, said", ("Ana Ruiz", "34 , a baker")),
        (
            "Ana Ruiz, head of the Mill Club, a firm, said",
            (
                "Ana Ruiz",
                "head of the Mill Club , a firm",
            ),
        ),
        ("The firm, which said", ("The firm", "")),
        ("It prints a story by Ana Ruiz today which said", ("a story by Ana Ruiz", "")),
        ("It came to a school in Wend from Ana Ruiz, who said", ("Ana Ruiz", "")),
        ("Cement makers, for instance, said", ("Cement makers", "for instance")),
        ("Sen. Ana Ruiz (D-Wend.), said", ("Sen. Ana Ruiz", "")),
        ("The “Big Veg” jury said", ("The “Big Veg” jury", "")),
        ("“It is shut,” Ana Ruiz said", ("Ana Ruiz", "")),
        ("The bridge is shut; Ana Ruiz said", ("Ana Ruiz", "")),
    ],
)
def test_a_subject_is_found_without_what_opens_its_clause(
    text: str, expected: tuple[str, str]
) -> None:
    assert subject(text) == expected


@pytest.mark.parametrize("text", ["said", "It is said", "Yesterday said", "What was said"])
def test_what_is_no_speaker_is_no_subject(text: str) -> None:
    assert subject(text) is None


def test_spanish() -> None:
    assert subject("La alcaldesa, Ana Gil, dijo", "es") == ("La alcaldesa", "Ana Gil")
    assert subject("Ana Gil está aquí y el alcalde dijo", "es") == ("el alcalde", "")
