"""The lexicon, and the places of its wordings in a text."""

import re

import pytest
from pydantic import ValidationError

from app.domain.annotation import DEVICES
from app.draft.paragraphs import paragraph_of
from app.draft.vocabulary import LANGUAGES
from app.draft.wordings import LoadedWords, lexicon_of, wordings_of


def found(text: str, code: str = "en") -> list[tuple[str, str, str]]:
    paragraphs = [paragraph_of(1, text)]
    return [
        (one.phrase, one.entry.device, one.entry.plainer)
        for one in wordings_of(paragraphs, lexicon_of(code))
    ]


def test_wordings_are_found_in_all_their_forms_where_they_first_come_up() -> None:
    assert found("Critics slammed it, slammed it again: a flood of complaints.") == [
        ("slammed", "loaded word", "criticised"),
        ("flood of", "metaphor", "many"),
    ]
    assert found("Una avalancha de quejas: siempre igual.", "es") == [
        ("avalancha de", "metaphor", "muchos"),
        ("siempre", "generalisation", ""),
    ]
    assert found("Er wetterte: eine Flut von Klagen, wie immer.", "de") == [
        ("wetterte", "loaded word", "kritisierte"),
        ("Flut von", "metaphor", "viele"),
        ("immer", "generalisation", ""),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "All the boats left, every one was red, and it never rained.",
        "She took the axe; a man drowned in the flood when the gas exploded.",
        "He claimed the prize for nothing.",
    ],
)
def test_everyday_and_literal_words_are_no_devices(text: str) -> None:
    assert found(text) == []


def test_claimed_for_said_is_loaded() -> None:
    assert found("Ana Ruiz claimed that it is shut.") == [
        ("claimed that", "loaded word", "said that")
    ]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_entry_is_whole(code: str) -> None:
    entries = lexicon_of(code).entries
    assert len(entries) > 150
    for phrase, entry in entries.items():
        assert phrase == phrase.lower() == " ".join(phrase.split())
        assert entry.device in DEVICES
        assert entry.does.format(phrase=phrase) != entry.does
        assert re.search(r"[.]$", entry.does)


def test_a_device_that_does_not_exist_is_an_error() -> None:
    group = {"device": "laoded word", "does": "“{phrase}” judges.", "alone": ["awful"]}
    with pytest.raises(ValidationError, match="device"):
        LoadedWords.model_validate({"groups": [group]})
