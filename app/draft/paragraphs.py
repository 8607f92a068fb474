"""The paragraphs of an article cut into sentences, without datelines and labels of speakers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.draft.quotations import Quotation, quotations_of
from app.draft.tokens import DASH, Sentence, sentences_of, tokens_of
from app.draft.vocabulary import Vocabulary

_SHORTEST_PLACE: Final = 3
"""Letters of the shortest place of a dateline: "I" and "TV" are none."""

_LONGEST_DATELINE: Final = 12
"""Tokens of the longest dateline, dash included."""

_LONGEST_LABEL: Final = 5
"""Tokens of the longest label: "DR. ANA DE LA CRUZ"."""

_FEWEST_LABELS: Final = 2
"""Labels that make a text a transcript: a single one may be a heading."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its sentences; `number` from 1.

    `label` names the speaker of a transcript's paragraph, in the letters of a name; the sentences
    are then without it.
    """

    number: int
    text: str
    quotations: tuple[Quotation, ...]
    sentences: tuple[Sentence, ...]
    label: Sentence = ()


def paragraphs_of(texts: Sequence[str], vocabulary: Vocabulary) -> tuple[Paragraph, ...]:
    """The paragraphs of an article, with the labels of a transcript or an interview."""
    cut = tuple(paragraph_of(number, text) for number, text in enumerate(texts, 1))
    labelled = tuple(_labelled(paragraph, vocabulary) for paragraph in cut)
    several = sum(bool(paragraph.label) for paragraph in labelled) >= _FEWEST_LABELS
    return labelled if several else cut


def paragraph_of(number: int, text: str) -> Paragraph:
    """Cut a paragraph into its sentences."""
    quotations = quotations_of(text)
    first, *others = sentences_of(text, quotations) or ((),)
    sentences = [sentence for sentence in (_without_dateline(first), *others) if sentence]
    return Paragraph(number, text, quotations, tuple(sentences))


def _without_dateline(sentence: Sentence) -> Sentence:
    """A sentence without "LONDON (Reuters) —", which says where a report was written."""
    place = sentence[0].text if sentence else ""
    if len(place) < _SHORTEST_PLACE or not place.isupper():
        return sentence
    dash = next((at for at, t in enumerate(sentence[:_LONGEST_DATELINE]) if t.low == DASH), 0)
    names = all(not t.is_word or t.is_capital for t in sentence[:dash])
    return sentence[dash + 1 :] if dash and names else sentence


def _labelled(paragraph: Paragraph, vocabulary: Vocabulary) -> Paragraph:
    """A paragraph with its label, if it has one: "RUIZ: It is shut", "Q: Why?"."""
    first, *others = paragraph.sentences or ((),)
    colon = next((at for at, t in enumerate(first[: _LONGEST_LABEL + 1]) if t.text == ":"), 0)
    label = _label(first[:colon], vocabulary)
    said = first[colon + 1 :]
    if not label or not (said or others):
        return paragraph
    sentences = (said, *others) if said else tuple(others)
    return replace(paragraph, sentences=sentences, label=label)


def _label(tokens: Sentence, vocabulary: Vocabulary) -> Sentence:
    """The speaker that a label names; empty if it is none."""
    if len(tokens) == 1 and tokens[0].low in vocabulary.interview_labels:
        role = vocabulary.interview_labels[tokens[0].low]
        return tokens_of(role, 0, len(role))
    names = all(token.is_word and token.text.isupper() for token in tokens)
    return tuple(token._replace(text=token.text.title()) for token in tokens) if names else ()
