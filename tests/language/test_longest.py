"""Of phrases that begin alike the longest is found, and only where all of it occurs."""

from app.language.longest import LongestPhrase

PHRASES = LongestPhrase([["as"], ["as", "many", "as"], ["as", "many"], ["some"]])


def test_the_longest_phrase_at_a_place_is_meant() -> None:
    words = ["as", "many", "as", "ten,", "as", "many", "as"]
    assert [PHRASES.at(words, place) for place in range(len(words))] == [3, 0, 1, 0, 3, 0, 1]


def test_a_phrase_that_the_text_breaks_off_is_not_there() -> None:
    assert PHRASES.at(["as", "many"], 0) == 2
    assert PHRASES.at(["many", "as"], 0) == 0


def test_only_a_phrase_of_one_word_is_a_word() -> None:
    assert "some" in PHRASES
    assert "many" not in PHRASES
