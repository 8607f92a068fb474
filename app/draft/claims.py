"""The claims of a draft: what a source says, and what the writer says with a number or a hedge."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from app.domain.article import Span
from app.draft.cast import Figure
from app.draft.evidence import Quote, Quoter
from app.draft.hedges import Hedge, hedges_of
from app.draft.identifiers import Identifiers
from app.draft.naming import uncapitalised
from app.draft.paragraphs import Paragraph
from app.draft.proposals import WRITER, ProposedClaim
from app.draft.speeches import Speech, is_only_quotations
from app.draft.tokens import Sentence
from app.draft.vocabulary import Vocabulary

_MARKS: Final = " \"'“”„«»‹›‘’—–-,;:("
_WORDS_OF_AN_ID: Final = 4
_SHORT: Final = 70
"""Signs of a cue that is shown in a comment."""


class ClaimMaker:
    """Makes the claims of one article, in the order of the text."""

    def __init__(
        self,
        paragraphs: Sequence[Paragraph],
        names: Mapping[Figure, str],
        quoter: Quoter,
        vocabulary: Vocabulary,
    ) -> None:
        self.paragraphs = paragraphs
        self.names = names
        self.quoter = quoter
        self.vocabulary = vocabulary
        self.ids = Identifiers()
        self.hedges = {
            paragraph.number: hedges_of(paragraph, vocabulary) for paragraph in paragraphs
        }

    def make(self, speeches: Sequence[Speech]) -> Iterator[ProposedClaim]:
        """A claim for every speech, and for the writer’s sentences with a number or a hedge."""
        by_sentence: dict[Span, list[Speech]] = {}
        labels: dict[int, Speech] = {}
        for speech in speeches:
            if speech.kind == "labelled":
                labels[speech.sentence.paragraph] = speech
            else:
                by_sentence.setdefault(speech.sentence, []).append(speech)
        for paragraph in self.paragraphs:
            for sentence in paragraph.sentences:
                span = Span(paragraph.number, sentence[0].start, sentence[-1].end)
                here = by_sentence.get(span, ())
                for speech in here:
                    yield from self._said(speech)
                if not here and not is_only_quotations(sentence):
                    yield from self._stated(span, sentence, labels.get(paragraph.number))

    def _said(self, speech: Speech) -> Iterator[ProposedClaim]:
        quotes = self._quotes(speech.spans)
        if not quotes:
            return
        text = " ".join(quote.quote for quote in quotes)
        chain = (*self._chain(speech), WRITER)
        yield ProposedClaim(
            id=self.ids.of((chain[0], *text.split()[:_WORDS_OF_AN_ID]), "claim"),
            says=sentence_of(self._without_how(text)),
            evidence=quotes,
            status=self._status(speech),
            chain=chain,
            certainty=self._certainty(speech.spans),
            why=_why(speech),
        )

    def _status(self, speech: Speech) -> str:
        words = speech.cue.lower().split()
        if any(word.startswith(self.vocabulary.predictions) for word in words):
            return "prediction"
        thought = "think" in speech.groups and "say" not in speech.groups
        return "opinion" if thought else "attributed"

    def _without_how(self, text: str) -> str:
        """A content without the "how" before it: "how it was shut" becomes "it was shut"."""
        first, _, rest = text.partition(" ")
        return rest if rest and first in self.vocabulary.how else text

    def _stated(
        self, span: Span, sentence: Sentence, label: Speech | None
    ) -> Iterator[ProposedClaim]:
        """A claim on what a sentence states, if it has a hedge or a number of something.

        It is the writer’s unless a label names a speaker.
        """
        certainty = self._certainty((span,))
        number = next(self._numbers(sentence), "")
        if not certainty and not number:
            return
        quotes = self._quotes((span,))
        if not quotes:
            return
        hedges = "”, “".join(certainty.split("; "))
        what = f"the hedge “{hedges}”" if certainty else f"the number {number}"
        yield ProposedClaim(
            id=self.ids.of(quotes[0].quote.split()[: _WORDS_OF_AN_ID + 1], "claim"),
            says=sentence_of(quotes[0].quote),
            evidence=quotes,
            status="attributed" if label else "unattributed",
            chain=(*self._chain(label), WRITER) if label else (WRITER,),
            certainty=certainty,
            why=f"{_where(span)}: {_named(label)}, and there is {what}.",
        )

    def _chain(self, speech: Speech) -> Iterator[str]:
        """The ids of a speech’s sources, from the origin, each once."""
        return iter(dict.fromkeys(self.names[figure] for figure in speech.chain))

    def _numbers(self, sentence: Sentence) -> Iterator[str]:
        """The numbers of something in a sentence: no years, days or ages."""
        for place, token in enumerate(sentence):
            before = sentence[place - 1].low if place else ""
            after = sentence[place + 1].text if place + 1 < len(sentence) else ""
            if token.kind != "number" or after == "-" or before in self.vocabulary.years:
                continue
            if not _is_label(token.text, place, after):
                yield token.text

    def _quotes(self, spans: Sequence[Span]) -> tuple[Quote, ...]:
        found = [self.quoter.quote(self._within(span)) for span in spans]
        kept = [quote for quote in found if quote is not None]
        return tuple(kept) if len(kept) == len(found) else ()

    def _within(self, span: Span) -> Span:
        """A span without the full stop at its end."""
        text = self.paragraphs[span.paragraph - 1].text
        end = span.end
        while end > span.start + 1 and text[end - 1] in ".,;: ":
            end -= 1
        return Span(span.paragraph, span.start, end)

    def _certainty(self, spans: Sequence[Span]) -> str:
        words = [
            self._words(hedge)
            for span in spans
            for hedge in self.hedges[span.paragraph]
            if span.start <= hedge.span.start and hedge.span.end <= span.end
        ]
        return "; ".join(dict.fromkeys(words))

    def _words(self, hedge: Hedge) -> str:
        span = hedge.number or hedge.span
        words = self.paragraphs[span.paragraph - 1].text[span.start : span.end]
        return uncapitalised(words)


def _is_label(number: str, place: int, after: str) -> bool:
    """Whether a number counts nothing: a year, a time of day, the number of an entry."""
    year = number.isdigit() and len(number) == 4 and number[0] in "12"
    return year or ":" in number or (place == 0 and after in {".", ")"})


def sentence_of(text: str) -> str:
    """A stretch of text as a sentence: a capital first, a full stop last."""
    bare = text.strip(_MARKS) or text.strip()
    if text.count("“") == text.count("”") and bare.count("“") != bare.count("”"):
        bare = text.strip()
    sentence = bare[:1].upper() + bare[1:]
    return sentence if sentence.endswith((".", "!", "?", "…")) else f"{sentence}."


def _where(span: Span) -> str:
    return f"Paragraph {span.paragraph}"


def _named(label: Speech | None) -> str:
    return f"the label “{label.cue}” names the speaker" if label else "no source is named"


def _why(speech: Speech) -> str:
    cue = speech.cue if len(speech.cue) <= _SHORT else f"{speech.cue[:_SHORT]}…"
    where = _where(speech.sentence)
    if not speech.cue:
        return (
            f"{where}: words in quotation marks, without a speaker beside them; whose is a guess."
        )
    if speech.cue == ":":
        return f"{where}: words in quotation marks after a colon."
    if speech.kind == "according to":
        return f"{where}: “{cue}” names who says it."
    if speech.kind == "direct":
        return f"{where}: words in quotation marks, and “{cue}” beside them."
    if speech.kind == "mixed":
        return f"{where}: what is said is partly in quotation marks, beside “{cue}”."
    return f"{where}: in the writer’s words, with “{cue}”."
