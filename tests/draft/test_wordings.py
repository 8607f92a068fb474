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
