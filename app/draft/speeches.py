"""Who says what in an article: the attributions of its sentences, each with its figures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.article import Span
from app.draft.attributions import attributions_of
from app.draft.cast import Cast, Figure
from app.draft.cues import cues_of
from app.draft.paragraphs import Paragraph
from app.draft.phrase_before import subject_before
from app.draft.phrases import Phrase
from app.draft.scene import Attribution
from app.draft.tokens import Sentence
from app.draft.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Speech:
    """What a source says: its places in the text, and its chain from the origin.

    `cue` is the words that attribute it ("" for a quotation that goes on without any), `groups` the
    groups of its verb.
    """

    kind: str  # direct | indirect | mixed | according to | labelled
    spans: tuple[Span, ...]
    chain: tuple[Figure, ...]
    cue: str
    groups: frozenset[str]
    sentence: Span


def speeches_of(paragraphs: Sequence[Paragraph], vocabulary: Vocabulary) -> list[Speech]:
    """All that is attributed in an article, in order."""
    labels = [paragraph.label for paragraph in paragraphs if paragraph.label]
    sentences = [one for paragraph in paragraphs for one in paragraph.sentences]
    cast = Cast([*labels, *sentences], vocabulary)
    listener = _Listener(cast, vocabulary)
    return [speech for paragraph in paragraphs for speech in listener.hear(paragraph)]


class _Listener:
    """Goes through the sentences and remembers who spoke last."""

    def __init__(self, cast: Cast, vocabulary: Vocabulary) -> None:
        self.cast = cast
        self.vocabulary = vocabulary
        self.last: Figure | None = None
        self.previous: Figure | None = None
        """The last speaker of the paragraphs before, or the person they end with."""
        self.quoting = False
        """Whether the last paragraph ended within a quotation."""

    def hear(self, paragraph: Paragraph) -> Iterator[Speech]:
        """The attributions of a paragraph."""
        if paragraph.label:
            yield from self._labelled(paragraph)
            return
        if not self.quoting:
            guessed = all(map(is_only_quotations, paragraph.sentences))
            self.last = self.previous if guessed else None
        for sentence in paragraph.sentences:
            yield from self._hear_sentence(paragraph, sentence)
        self.quoting = bool(paragraph.quotations) and paragraph.quotations[-1].open
        self.previous = self._announced(paragraph) or self.last or self.previous

    def _hear_sentence(self, paragraph: Paragraph, sentence: Sentence) -> Iterator[Speech]:
        self.cast.see(sentence)
        found = attributions_of(sentence, self.vocabulary)
        if not found and is_only_quotations(sentence):
            yield from self._continued(paragraph, sentence)
            return
        speeches = [self._speech(paragraph, sentence, one) for one in found]
        yield from (speech for speech in speeches if speech is not None)
        self._remember(speeches, found)

    def _labelled(self, paragraph: Paragraph) -> Iterator[Speech]:
        """What a transcript gives under a label."""
        figure = self.cast.figure_of(Phrase(paragraph.label))
        if figure is None:
            return
        first, last = paragraph.sentences[0], paragraph.sentences[-1]
        span = Span(paragraph.number, first[0].start, last[-1].end)
        cue = paragraph.text[: first[0].start].strip(" :")
        yield Speech("labelled", (span,), (figure,), cue, frozenset(), _whole(paragraph, first))

    def _announced(self, paragraph: Paragraph) -> Figure | None:
        """The speaker whose words follow a paragraph that ends in "she said:"."""
        if not paragraph.text.endswith(":") or not paragraph.sentences:
            return None
        tokens = paragraph.sentences[-1]
        for cue in cues_of(tokens, 0, len(tokens), self.vocabulary):
            subject = subject_before(tokens, cue.start, 0, self.vocabulary)
            if subject is not None:
                return self.cast.figure_of(subject.phrase)
        return None

    def _remember(self, speeches: list[Speech | None], found: list[Attribution]) -> None:
        heard = [speech for speech in speeches if speech is not None]
        if heard:
            self.last = _nearest(heard[-1], found[-1])
            self.cast.speaks(self.last)
        else:
            self.last = self.cast.foremost()

    def _continued(self, paragraph: Paragraph, sentence: Sentence) -> Iterator[Speech]:
        """A quotation without a word about its speaker: the last speaker goes on."""
        if self.last is None or _words(sentence) < _WORDS:
            return
        spans = tuple(
            Span(paragraph.number, *token.quotation.inner)
            for token in sentence
            if token.quotation is not None
        )
        yield Speech("direct", spans, (self.last,), "", frozenset(), _whole(paragraph, sentence))

    def _speech(self, paragraph: Paragraph, sentence: Sentence, one: Attribution) -> Speech | None:
        chain: list[Figure] = []
        for speaker in one.speakers:
            if speaker is not None:
                chain += self._figures(speaker)
            elif (unsaid := self._unsaid()) is not None:
                chain.append(unsaid)
            else:
                return None
        if not chain:
            return None
        if one.heard_by is not None:
            chain += self._paper(one.heard_by)
        if one.groups & _OF_PEOPLE and chain[0].type == "other":
            chain[0].type = "participant"
        spans = tuple(_span(paragraph, sentence, *content) for content in one.contents)
        return Speech(
            _kind(one, sentence),
            spans,
            tuple(dict.fromkeys(chain)),
            one.cue,
            one.groups,
            _whole(paragraph, sentence),
        )

    def _unsaid(self) -> Figure | None:
        return self.last or self.cast.meant("one", "any")

    def _figures(self, phrase: Phrase) -> Iterator[Figure]:
        """The figures that a phrase names, from the origin to who passed the words on."""
        for part in _links(phrase, self.vocabulary):
            figure = self.cast.figure_of(part)
            if figure is not None:
                yield figure

    def _paper(self, phrase: Phrase) -> Iterator[Figure]:
        """The newspaper or station to which something was said; no one else passes it on."""
        figure = self.cast.figure_of(phrase)
        if figure is not None and figure.type == "news organisation" and figure.named:
            yield figure


_OF_PEOPLE = frozenset({"say", "think", "utter", "pledge"})
"""Groups of verbs for what people do: their subject is a person if nothing else is known."""

_WORDS = 3
"""Words of the shortest quotation that goes on by itself: a shorter one may be a name."""


def _words(sentence: Sentence) -> int:
    return sum(len(token.text.split()) for token in sentence)


def is_only_quotations(sentence: Sentence) -> bool:
    """Whether nothing but quotations and marks is in a sentence."""
    return any(token.kind == "quotation" for token in sentence) and all(
        token.kind in {"quotation", "mark"} for token in sentence
    )


def _nearest(speech: Speech, one: Attribution) -> Figure:
    """The figure that speaks in the sentence itself: the last of the chain but for a listener."""
    place = min(len(one.speakers), len(speech.chain)) - 1
    return speech.chain[max(place, 0)]


def _kind(one: Attribution, sentence: Sentence) -> str:
    quoted = any(
        sentence[place].kind == "quotation"
        for start, end in one.contents
        for place in range(start, end)
    )
    return "mixed" if quoted and one.kind == "indirect" else one.kind


def _links(phrase: Phrase, vocabulary: Vocabulary) -> Iterator[Phrase]:
    """The phrases in a phrase, from the origin: "minutes | obtained by | the Mercury"."""
    tokens = phrase.tokens
    for place in range(1, len(tokens)):
        length = vocabulary.passing_on.among(tokens, place)
        if length and place + length < len(tokens):
            yield Phrase(tokens[:place])
            yield Phrase(tokens[place + length :])
            return
    passed = vocabulary.passing_on.among(phrase.aside, 0) if phrase.aside else 0
    if passed and passed < len(phrase.aside):
        yield Phrase(tokens)
        yield Phrase(phrase.aside[passed:])
        return
    length = vocabulary.citing.among(phrase.aside, 0) if phrase.aside else 0
    if length and length < len(phrase.aside):
        yield Phrase(phrase.aside[length:])
        yield Phrase(tokens)
        return
    yield phrase


def _span(paragraph: Paragraph, sentence: Sentence, start: int, end: int) -> Span:
    first, last = sentence[start], sentence[end - 1]
    if end - start == 1 and first.quotation is not None:
        return Span(paragraph.number, *first.quotation.inner)
    return Span(paragraph.number, first.start, last.end)


def _whole(paragraph: Paragraph, sentence: Sentence) -> Span:
    return Span(paragraph.number, sentence[0].start, sentence[-1].end)
