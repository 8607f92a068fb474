"""The text as pages show it: in numbered sentences, and in pieces with the evidence marked."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from app.domain.article import Article, Span
from app.domain.bank import Bank
from app.language.sentences import Sentence, sentences_of

Context = dict[str, Any]

OPTION_LENGTH = 64
"""Characters of a sentence in a list to choose from: enough to know it by."""


def text_in_sentences(bank: Bank) -> list[Context]:
    """The paragraphs with their sentences, and before each what parts it from the one before."""
    return [
        {"n": n, "text": text, "sentences": list(_in_paragraph(bank, n, text))}
        for n, text in enumerate(bank.article.paragraphs, start=1)
    ]


def _in_paragraph(bank: Bank, n: int, text: str) -> Iterator[Context]:
    done = 0
    for one in sentences_of(bank).values():
        if one.span.paragraph == n:
            yield sentence_context(one) | {"before": text[done : one.span.start]}
            done = one.span.end


def sentence_context(sentence: Sentence) -> Context:
    """A sentence with its number, and as a list to choose from names it."""
    words = sentence.text
    if len(words) > OPTION_LENGTH:
        words = words[:OPTION_LENGTH].rsplit(maxsplit=1)[0].rstrip(",;:–— ") + " …"
    return {
        "id": sentence.id,
        "number": sentence.number,
        "text": sentence.text,
        "short": f"{sentence.number} {words}",
    }


def cited_sentence(bank: Bank, cite: str | None) -> Context | None:
    """The sentence of an id; None for none, and for one that this program no longer finds."""
    sentence = sentences_of(bank).get(cite or "")
    return sentence_context(sentence) if sentence else None


def passages(bank: Bank, evidence: Sequence[Context], cite: str | None = None) -> list[Context]:
    """Each paragraph with evidence, and the one with the student's own sentence, in pieces.

    `{"paragraph", "settles", "own", "pieces": [{"text", "settles", "own"}]}`: whether there is
    evidence in it and whether the student's sentence is.
    """
    settling = [Span(place["paragraph"], place["start"], place["end"]) for place in evidence]
    sentence = sentences_of(bank).get(cite or "")
    own = [sentence.span] if sentence else []
    numbers = sorted({span.paragraph for span in settling + own})
    return [_passage(bank.article, number, settling, own) for number in numbers]


def _passage(
    article: Article, number: int, settling: Sequence[Span], own: Sequence[Span]
) -> Context:
    text = article.paragraphs[number - 1]
    settling = [span for span in settling if span.paragraph == number]
    own = [span for span in own if span.paragraph == number]
    cuts = sorted({0, len(text), *(cut for span in (*settling, *own) for cut in _ends(span))})
    pieces = [
        {"text": text[start:end], "settles": _within(start, settling), "own": _within(start, own)}
        for start, end in pairwise(cuts)
    ]
    return {"paragraph": number, "settles": bool(settling), "own": bool(own), "pieces": pieces}


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _within(place: int, spans: Sequence[Span]) -> bool:
    return any(span.start <= place < span.end for span in spans)
