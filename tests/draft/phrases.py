"""Texts as tokens, for the tests of phrases, cues and contents."""

from app.draft.quotations import quotations_of
from app.draft.tokens import Sentence, sentences_of


def tokens(text: str) -> Sentence:
    (sentence,) = sentences_of(text, quotations_of(text))
    return sentence


def text_of(sentence: Sentence) -> str:
    return " ".join(token.text for token in sentence)
