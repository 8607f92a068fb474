"""The stops of a language: its own lists, those that it names, and English for the rest."""

import pytest

from app.language.folder import languages, read_words
from app.language.sentence_stops import SentenceWords, stops_of
from app.language.sentences import split

WORDS = {tag: read_words(tag, "sentences", SentenceWords) for tag in languages()}


def test_a_language_has_the_lists_of_those_that_it_names_as_well() -> None:
    english = WORDS["en"]
    assert english is not None
    assert english.also == ("es",)
    stops = stops_of("en-GB")
    assert {"mr", "sra"} <= stops.before_names
    assert {"The", "El"} <= stops.starters
    assert "sra" not in english.before_names


def test_a_language_without_lists_has_those_of_english() -> None:
    assert stops_of("fi") == stops_of("en")
    assert len(split("Dr. Virtanen tuli. Hän puhui.", "fi")) == 2


def test_a_question_in_quotation_marks_goes_on_with_the_verb_of_its_speaker() -> None:
    assert stops_of("es").said.match("Ana Reyes preguntó por qué")
    assert not stops_of("es").said.match("Ana Reyes y su hermana")


@pytest.mark.parametrize("tag", [tag for tag, words in WORDS.items() if words])
def test_abbreviations_are_in_small_letters_and_without_their_stop(tag: str) -> None:
    words = WORDS[tag]
    assert words is not None
    listed = words.before_names | words.before_numbers | words.may_end
    assert all(word == word.lower() and "." not in word for word in listed)
    assert all(word[0].isupper() for word in words.starters)
    assert set(words.also) <= {other for other, known in WORDS.items() if known}
