"""The phrase that begins at a token: each text begins with it."""

import pytest

from app.draft.phrase_after import phrase_after
from app.draft.vocabulary import vocabulary_of
from tests.draft.phrases import text_of, tokens


def phrase(text: str, code: str = "en") -> tuple[str, str] | None:
    """The phrase at the beginning of a text, and what is beside it in commas."""
    sentence = tokens(text)
    found = phrase_after(sentence, 0, len(sentence), vocabulary_of(code))
    return (text_of(found.phrase.tokens), text_of(found.phrase.aside)) if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Ruiz.", ("Ana Ruiz", "")),
        ("she said.", ("she", "")),
        ("Ana Ruiz on Monday.", ("Ana Ruiz", "")),
        ("Ana Ruiz in a statement.", ("Ana Ruiz", "")),
        ("a story by Ana Ruiz.", ("a story by Ana Ruiz", "")),
        ("minutes obtained by the Mercury.", ("minutes obtained by the Mercury", "")),
        ("Ana de la Cruz.", ("Ana de la Cruz", "")),
        ("Ana Ruiz and Tom Okoro.", ("Ana Ruiz and Tom Okoro", "")),
        ("Ana Ruiz and then it rained.", ("Ana Ruiz", "")),
        ("Ana Ruiz yesterday.", ("Ana Ruiz", "")),
        ("Ana Ruiz walked home.", ("Ana Ruiz", "")),
        ("Ana Ruiz, a baker.", ("Ana Ruiz", "a baker")),
        ("Ana Ruiz, who is 34, and old.", ("Ana Ruiz", "who is 34")),
        ("Ana Ruiz, the wood is old.", ("Ana Ruiz", "")),
        ("Ana Ruiz, “and old”.", ("Ana Ruiz", "")),
    ],
)
def test_a_phrase_ends_before_what_is_no_part_of_it(text: str, expected: tuple[str, str]) -> None:
    assert phrase(text) == expected


@pytest.mark.parametrize("text", ["that it is shut.", "in May.", "is shut.", "yesterday."])
def test_what_is_no_speaker_is_no_phrase(text: str) -> None:
    assert phrase(text) is None


def test_spanish() -> None:
    assert phrase("Ana de la Cruz, vecina de Arce, ayer.", "es") == (
        "Ana de la Cruz", "vecina de Arce",
    )  # fmt: skip
