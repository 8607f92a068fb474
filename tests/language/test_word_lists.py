"""Word lists: every one has a reader, every language that has words has them all."""

import ast
from itertools import chain
from pathlib import Path

import pytest
from pydantic import ValidationError

import app
from app.language.folder import languages, read_words
from app.language.language import language_of
from app.language.word_lists import LIST_NAMES, Phrases, WordLists

SOURCES = sorted(Path(app.__file__).parent.rglob("*.py"))


def test_phrases_are_found_longest_first_and_without_overlap() -> None:
    phrases = Phrases([["at", "least"], ["at", "least", "three"], ["three"]])
    found = phrases.lengths_at(["at", "least", "three", "and", "at", "least", "two"])
    assert list(found) == [(0, 3), (4, 2)]
    assert "three" in phrases
    assert "at" not in phrases


def lists_of(tag: str) -> WordLists:
    return read_words(tag, "word_lists", WordLists) or WordLists()


TAGS = [tag for tag in languages() if lists_of(tag).words]


@pytest.mark.parametrize("tag", TAGS)
def test_a_language_that_has_word_lists_has_them_all(tag: str) -> None:
    lists = lists_of(tag)
    assert sorted([*lists.words, *lists.stems]) == sorted(LIST_NAMES)
    assert lists.stemmer
    assert all(chain(lists.words.values(), lists.stems.values()))


@pytest.mark.parametrize("tag", TAGS)
def test_no_list_has_a_word_twice(tag: str) -> None:
    lists = lists_of(tag)
    for name, texts in [*lists.words.items(), *lists.stems.items()]:
        assert len(texts) == len(set(texts)), (name, sorted(texts))


def test_every_list_is_looked_up_somewhere() -> None:
    declared = next(path for path in SOURCES if path.name == "word_lists.py")
    written = {
        node.value
        for path in SOURCES
        if path != declared
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant)
    }
    assert set(LIST_NAMES) - written == set()


def test_words_by_stem_are_found_in_any_form() -> None:
    language = language_of("en")
    assert language.stem("wounds") in language.list("violence")
    assert language.is_by_stem("violence")
    assert not language.is_by_stem("hedges")


def test_a_misspelt_list_is_refused() -> None:
    known = WordLists.model_validate({"words": {"hedges": ["may"]}})
    assert known.words == {"hedges": ("may",)}
    with pytest.raises(ValidationError):
        WordLists.model_validate({"words": {"hegdes": ["may"]}})
