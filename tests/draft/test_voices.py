"""Whose words a paragraph seems to be: quotations set off, colons, quotation marks."""

from tests.draft.drafts import draft_of


def voices(text: str, name: str = "article.txt") -> list[str]:
    return [voice.source for voice in draft_of(text, "en", name).voices]


def test_paragraphs_are_the_writers_own_without_a_sign_of_another_voice() -> None:
    assert voices("It rained. “Yes,” said Ana Ruiz.\n\nIt was cold.") == ["writer"] * 2


def test_a_paragraph_in_quotation_marks_is_its_speakers() -> None:
    text = "Ana Ruiz is not happy: “It is shut.\n\n“It is very old.”\n\nIt rained."
    assert voices(text) == ["writer", "ruiz", "writer"]


def test_after_a_colon_the_voice_is_the_source_that_was_named_then_open() -> None:
    text = "It rained. The Mill Herald tells how it was shut:\n\nThe wood is old.\n\nIt is red."
    assert voices(text) == ["writer", "mill-herald", "uncertain"]


def test_a_quotation_that_is_set_off_needs_no_guess_about_its_end() -> None:
    text = (
        "The Mill Herald tells how it was shut:\n\n> The wood is old.\n\n> It is red.\n\nIt rained."
    )
    assert voices(text, "article.md") == ["writer", "mill-herald", "mill-herald", "writer"]


def test_a_set_off_quotation_without_a_source_is_uncertain() -> None:
    assert voices("It rained.\n\n> The wood is old.\n\nYes.", "a.md") == [
        "writer", "uncertain", "writer",
    ]  # fmt: skip
