"""The word files of the languages are whole and typed, and their verbs have their forms."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from app.draft.vocabulary import (
    LANGUAGES,
    Vocabulary,
    first_names,
    vocabulary_of,
    words_file,
)
from app.language import folder


def raw(code: str) -> dict[str, Any]:
    path = Path(folder.__file__).with_name(code) / "reported_speech.yaml"
    content: dict[str, Any] = folder.read_yaml(path)
    return content


def texts(value: Any) -> list[str]:
    """Every text in a list of a word file, however deep."""
    if isinstance(value, str):
        return [value]
    nested = [*value, *value.values()] if isinstance(value, dict) else value
    return [text for one in nested for text in texts(one)]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_word_is_in_small_letters(code: str) -> None:
    sentences = {"content_note", "writer_name"}
    words = [
        text for key, value in raw(code).items() if key not in sentences for text in texts(value)
    ]
    assert len(words) > 1_000
    assert [word for word in words if word != word.lower()] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_speaks_is_named_by_words_that_are_not_empty(code: str) -> None:
    assert "" not in vocabulary_of(code).source_types
    assert len(vocabulary_of(code).source_types) > 100


@pytest.mark.parametrize(
    ("changed", "complaint"),
    [
        ({"determinres": ["the"]}, "determinres\n  Extra inputs"),
        ({"according": {"before": [], "nouns": []}}, "according.starts\n  Field required"),
        ({"nouns_by_source_type": {"plumber": ["plumber"]}}, "nouns_by_source_type.plumber"),
        ({"reporting_verbs": {"shuot": ["shout"]}}, "reporting_verbs.shuot"),
        ({"pronouns": {"he": {"number": "two", "gender": "man"}}}, "pronouns.he.number"),
        ({"times": "monday"}, "times\n  Input should be a valid frozenset"),
    ],
)
def test_a_slip_in_the_file_is_an_error(changed: dict[str, Any], complaint: str) -> None:
    Vocabulary.model_validate(raw("en"))
    with pytest.raises(ValidationError) as error:
        Vocabulary.model_validate({**raw("en"), **changed})
    assert complaint in str(error.value)


def test_a_language_without_the_file_is_an_error() -> None:
    with pytest.raises(LookupError, match=r"no reported_speech\.yaml for the language xx"):
        words_file("xx", "reported_speech", Vocabulary)


def test_verbs_have_their_forms() -> None:
    english, spanish = vocabulary_of("en"), vocabulary_of("es")
    assert english.inflected("announce") == ["announce", "announces", "announced", "announcing"]
    assert english.inflected("stress") == ["stress", "stresses", "stressed", "stressing"]
    assert english.inflected("claim") == ["claim", "claims", "claimed", "claiming"]
    assert {"afirma", "afirmó", "afirmaron"} <= set(spanish.inflected("afirmar"))


@pytest.mark.parametrize(
    ("code", "word", "name", "form"),
    [
        ("en", "said", "say", "finite"),
        ("en", "say", "say", "finite"),
        ("en", "adding", "add", "gerund"),
        ("es", "dice", "decir", "finite"),
        ("es", "dicho", "decir", "participle"),
        ("es", "diciendo", "decir", "gerund"),
        ("es", "decir", "decir", "infinitive"),
        ("de", "sagte", "sagen", "finite"),
        ("de", "erklärten", "erklären", "finite"),
        ("de", "teilte", "mitteilen", "finite"),
    ],
)
def test_a_form_is_known_by_its_ending(code: str, word: str, name: str, form: str) -> None:
    verb = vocabulary_of(code).verbs[word]
    assert (verb.name, verb.form) == (name, form)


def test_first_names_of_all_languages_tell_a_gender() -> None:
    names = first_names()
    genders = [names.gender_of(name) for name in ("peter", "ana", "lucía", "julia", "skerra")]
    assert genders == ["man", "woman", "woman", "woman", "any"]
    assert len(names.man) > 200
    assert len(names.woman) > 200


def test_a_verb_may_be_of_several_groups() -> None:
    assert vocabulary_of("en").verbs["promised"].groups == {"say", "pledge"}
