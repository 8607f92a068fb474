"""A text cut into words: its stems, the phrases in it, and runs of words."""

from app.language.language import language_of
from app.language.tokenized import TokenizedText, WordRuns

ENGLISH = language_of("en")


def test_stems_leave_out_function_words_and_can_leave_out_quoted_ones() -> None:
    text = TokenizedText("The pumps of “old walls” were leaking", ENGLISH)
    assert text.stems == {"pump", "old", "wall", "leak"}
    assert text.own_stems == {"pump", "leak"}


def test_without_function_words_the_longer_words_carry_meaning() -> None:
    text = TokenizedText("Sata 12 vanhaa puuta ja yksi", language_of("fi"))
    assert text.stems == {"sata", "12", "vanhaa", "puuta", "yksi"}


def test_phrases_are_found_as_they_are_written() -> None:
    text = TokenizedText("At least two, “at most” nine; May is over", ENGLISH)
    assert list(text.find("hedges")) == ["At least"]
    assert list(text.find("hedges", quoted=True)) == ["At least", "at most"]
    assert text.has("absolutes") is False


def test_words_by_stem_are_found_in_any_form() -> None:
    assert list(TokenizedText("She was wounded", ENGLISH).find("violence")) == ["wounded"]


def test_a_text_begins_with_its_first_words() -> None:
    text = TokenizedText("“One, two”: three four five", ENGLISH)
    assert text.begin() == "One, two”: three four"
    assert TokenizedText("…", ENGLISH).begin() == ""


def test_runs_are_counted_within_one_text() -> None:
    runs = WordRuns([TokenizedText(text, ENGLISH) for text in ("a b a b", "B a")])
    assert runs.count(("a", "b")) == 2
    assert runs.count(["b", "a"]) == 2
    assert runs.count(("b", "b")) == 0
    assert len(runs.of(4)) == 1


def test_the_first_run_from_other_texts_is_given_as_it_is_written() -> None:
    runs = WordRuns([TokenizedText("the old pumps leak badly", ENGLISH)])
    text = TokenizedText("Now “the Old pumps” leak", ENGLISH)
    assert runs.first_in(text, 3) == "the Old pumps"
    assert runs.first_in(text, 4) == "the Old pumps” leak"
    assert runs.first_in(text, 5) == ""
