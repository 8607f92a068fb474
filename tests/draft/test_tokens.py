"""Tokens know their places, and a quotation is one of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.draft.quotations import quotations_of
from app.draft.tokens import DASH, LONGEST, sentences_of


def test_a_quotation_is_one_token_and_ends_no_sentence() -> None:
    text = "“I saw it. It was red,” she said. Dr. Ruiz left."
    first, second = sentences_of(text, quotations_of(text))
    assert [token.text for token in first] == ["“I saw it. It was red,”", "she", "said", "."]
    assert [token.text for token in second] == ["Dr.", "Ruiz", "left", "."]


def test_a_stop_belongs_to_a_title_and_to_initials() -> None:
    (sentence,) = sentences_of("Rep. J. R. Ruiz left.", ())
    assert [token.text for token in sentence] == ["Rep.", "J.", "R.", "Ruiz", "left", "."]


@pytest.mark.parametrize("dash", ["—", " - ", " -- ", "--", " – ", "―"])
def test_every_dash_is_read_alike(dash: str) -> None:
    (sentence,) = sentences_of(f"It{dash}is", ())
    assert [(token.text, token.low) for token in sentence][1] == (dash.strip(), DASH)


@pytest.mark.parametrize("text", ["a self-made man", "the 8-year-old", "3-1"])
def test_a_hyphen_within_words_is_no_dash(text: str) -> None:
    (sentence,) = sentences_of(text, ())
    assert DASH not in [token.low for token in sentence]


def test_what_is_too_long_for_a_sentence_is_cut() -> None:
    text = "a " * (LONGEST + 5)
    assert [len(tokens) for tokens in sentences_of(text, ())] == [LONGEST, 5]


@given(st.text(alphabet="“”—-ab1.,?! ’Á", max_size=80))
def test_tokens_are_in_order_and_know_their_places(text: str) -> None:
    place = 0
    for sentence in sentences_of(text, quotations_of(text)):
        for token in sentence:
            assert place <= token.start < token.end
            if token.quotation is None:
                assert text[token.start : token.end] == token.text
            place = token.end
