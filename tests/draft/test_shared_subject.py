"""The subject that a later verb shares with an earlier one: each text ends before that verb."""

import pytest

from app.draft.shared_subject import shared_subject
from app.draft.vocabulary import vocabulary_of
from tests.draft.phrases import text_of, tokens


def shared(text: str, code: str = "en") -> str:
    sentence = tokens(text)
    found = shared_subject(sentence, 0, len(sentence), vocabulary_of(code))
    return text_of(found.phrase.tokens) if found else ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The firm met on Monday and", "The firm"),
        ("In a memo, the board laid out three options,", "the board"),
        ("Ana Ruiz, a baker, shut the door,", "Ana Ruiz"),
        ("It rained, and the retired baker left after", "the retired baker"),
        ("The firm, on Monday,", ""),
        ("It rained and", "It"),
    ],
)
def test_the_nearest_subject_with_a_verb_is_shared(text: str, expected: str) -> None:
    assert shared(text) == expected


def test_spanish() -> None:
    assert shared("El club pidió calma y", "es") == "El club"
