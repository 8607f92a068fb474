"""Words that keep a statement open: hedges, rough numbers, and their opposites, absolutes.

Hedges are those of Hyland (1998), Hedging in scientific research articles, and of Recasens,
Danescu-Niculescu-Mizil & Jurafsky (2013), Linguistic models for analyzing and detecting biased
language, ACL, as far as news use them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.article import Span
from app.draft.paragraphs import Paragraph
from app.draft.tokens import Sentence, tokens_of
from app.draft.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedge; `number` is the number that it makes rough, with its hedge, if there is one."""

    span: Span
    number: Span | None = None


def hedges_of(paragraph: Paragraph, vocabulary: Vocabulary) -> tuple[Hedge, ...]:
    """The hedges of a paragraph, in and out of quotations, in order."""
    tokens = tokens_of(paragraph.text, 0, len(paragraph.text))
    return tuple(_hedges(paragraph.number, tokens, vocabulary))


def _hedges(number: int, tokens: Sentence, vocabulary: Vocabulary) -> Iterator[Hedge]:
    words = [token.low for token in tokens]
    place = 0
    while place < len(tokens):
        length, rough = _at(words, place, vocabulary)
        if not length or _is_something_else(tokens, words, place, length, vocabulary):
            place += 1
            continue
        end = place + length
        span = Span(number, tokens[place].start, tokens[end - 1].end)
        last = _number_end(tokens, end, vocabulary) if rough else end
        whole = Span(number, span.start, tokens[last - 1].end) if last > end else None
        yield Hedge(span, whole)
        place = end


def _at(words: Sequence[str], place: int, vocabulary: Vocabulary) -> tuple[int, bool]:
    """The number of words of a hedge at a place, and whether it makes a number rough."""
    length = vocabulary.hedges.number.at(words, place)
    if length and _is_number(words, place + length, vocabulary):
        return length, True
    longest = max(vocabulary.hedges.any.at(words, place), vocabulary.hedges.vague.at(words, place))
    return longest, False


def _is_number(words: Sequence[str], place: int, vocabulary: Vocabulary) -> bool:
    if place >= len(words):
        return False
    return (
        words[place][:1].isdigit()
        or words[place] in vocabulary.numbers
        or words[place][:1] in "€$£"
    )


def _number_end(tokens: Sentence, place: int, vocabulary: Vocabulary) -> int:
    """Where a number and the word that it counts end."""
    while place < len(tokens) and (
        tokens[place].kind == "number" or tokens[place].low in vocabulary.numbers
    ):
        place += 1
    return place


def _is_something_else(
    tokens: Sentence, words: Sequence[str], place: int, length: int, vocabulary: Vocabulary
) -> bool:
    """Whether the words are no hedge here: the month of May, the most famous."""
    word = words[place]
    if length > 1:
        return False
    before = words[place - 1] if place else ""
    after = words[place + 1] if place + 1 < len(words) else ""
    hedges = vocabulary.hedges
    if before in hedges.not_after.get(word, ()) or after in hedges.not_before.get(word, ()):
        return True
    return word in hedges.not_in_capitals and tokens[place].is_capital and place > 0
