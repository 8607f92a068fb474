"""One language: its stems, and what is unknown of most."""

import pytest

from app.language.language import STEMS, language_of


@pytest.mark.parametrize(("tag", "one", "other"), [
    ("en", "closure", "closures"), ("en-GB", "guided", "guiding"), ("es", "países", "país"),
    ("de", "häuser", "häusern"), ("de-AT", "quelle", "quellen"),
])  # fmt: skip
def test_forms_of_a_word_have_one_stem(tag: str, one: str, other: str) -> None:
    language = language_of(tag)
    assert language.stem(one) == language.stem(other)


@pytest.mark.parametrize("tag", ["fi", "..", "x-private"])
def test_of_most_languages_nothing_is_known(tag: str) -> None:
    language = language_of(tag)
    assert not language.has(STEMS)
    assert not language.has("function words")
    assert language.stem("closures") == "closures"
