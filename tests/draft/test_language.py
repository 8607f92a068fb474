"""The words of the languages are whole, and their verbs have their forms."""

import pytest

from app.domain.annotation import SOURCE_TYPES
from app.draft.language import LANGUAGES, inflected, language_of


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_word_is_in_small_letters_and_every_source_has_a_type(code: str) -> None:
    language = language_of(code)
    for words in language.sets.values():
        assert all(word == word.lower() for word in words)
    assert set(language.sources) <= set(SOURCE_TYPES)
    assert "" not in language.source_words


@pytest.mark.parametrize("code", LANGUAGES)
def test_both_languages_have_the_same_lists(code: str) -> None:
    assert language_of(code).sets.keys() == language_of("en").sets.keys()


def test_verbs_have_their_forms() -> None:
    assert inflected("en", "announce") == ["announce", "announces", "announced", "announcing"]
    assert inflected("en", "stress") == ["stress", "stresses", "stressed", "stressing"]
    assert {"afirma", "afirmó", "afirmaron"} <= set(inflected("es", "afirmar"))
    english, spanish = language_of("en").verbs, language_of("es").verbs
    assert (english["said"].name, english["said"].form) == ("say", "finite")
    assert (spanish["dicho"].name, spanish["dicho"].form) == ("decir", "participle")
    assert english["adding"].form == spanish["diciendo"].form == "gerund"
