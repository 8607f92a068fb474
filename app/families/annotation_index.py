"""The annotation of one bank as families need it: in the article's order, with its quotations."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from app.domain.annotation import Claim, Device, NotStated, Source
from app.domain.article import UNCERTAIN, Span
from app.domain.quote import FoldedArticle, locate
from app.families.cues import Cues
from app.families.standing import bare_name, reported, reported_as
from app.language.amounts import Amounts, amounts_of
from app.language.language import Language
from app.language.phrasing import Phrasing
from app.language.tokenized import TokenizedText

Quotation = dict[str, Any]
"""`{quote, paragraph, prefix}` as a bank writes it."""

_OPENING: Final = 12
"""Words of a paragraph that are quoted to point at it."""

_SHORT_OPENING: Final = 4
"""Words at least, before the quotation may end at a comma or full stop."""

_OPENING_MARKS: Final = frozenset('“«„"')

_REACH: Final = 12
"""As many of the nearest entries are looked at for distractors, so that no bank is slow."""


@dataclass(frozen=True)
class Material:
    """What can be asked about: nothing that awaits review is in it.

    `paragraphs[0]` is paragraph 1; `voices` maps a paragraph's number to a source's id, where it
    is certain; `language` is the bank's.
    """

    paragraphs: tuple[str, ...]
    voices: Mapping[int, str]
    sources: Mapping[str, Source]
    claims: Mapping[str, Claim]
    devices: Mapping[str, Device]
    not_stated: tuple[NotStated, ...]
    language: Language

    @classmethod
    def of(
        cls,
        paragraphs: tuple[str, ...],
        voices: Mapping[int, str],
        sources: Mapping[str, Source],
        claims: Mapping[str, Claim],
        devices: Mapping[str, Device],
        not_stated: Iterable[NotStated],
        language: Language,
    ) -> "Material":
        """Keep what a question can rest on: claims with evidence, voices that are certain."""
        return cls(
            paragraphs,
            {n: voice for n, voice in voices.items() if voice != UNCERTAIN and voice in sources},
            sources,
            {name: claim for name, claim in claims.items() if claim.evidence},
            devices,
            tuple(not_stated),
            language,
        )

    @cached_property
    def phrasing(self) -> Phrasing:
        """How the language puts texts together, with what the article shows of its words."""
        names = " ".join((*self.paragraphs, *(source.name for source in self.sources.values())))
        begins = _ordinary_beginnings(self.claims.values(), names, self.amounts)
        says = (claim.says for claim in self.claims.values())
        return self.language.phrasing.knowing((*self.paragraphs, *says, *begins))

    @cached_property
    def amounts(self) -> Amounts:
        """The numbers and quantities of the language."""
        return amounts_of(self.language.tag)

    def is_strong(self, text: str) -> bool:
        """Whether a text has a word such as “all” or “never” outside of quotation marks."""
        return TokenizedText(text, self.language).has("absolutes")

    def is_careful(self, text: str) -> bool:
        """Whether a text has a word such as “perhaps” or “about”."""
        tokenized = TokenizedText(text, self.language)
        return tokenized.has("hedges") or tokenized.has("approximations")

    @cached_property
    def is_digest(self) -> bool:
        """Whether the text quotes its own writer: then its other words are a digest's."""
        own = (claim for claim in self.claims.values() if len(claim.chain) == 1)
        return any(set(self.quote_of(claim)) & _OPENING_MARKS for claim in own)

    @cached_property
    def cues(self) -> Cues:
        """What options are judged by."""
        return Cues(self.paragraphs, self.language)

    @cached_property
    def ranks(self) -> dict[str, Counter[int]]:
        """How often the keys of each family were the shortest, middle and longest option so far."""
        return {}

    @cached_property
    def folded(self) -> FoldedArticle:
        """The article, folded for searching."""
        return FoldedArticle.of(self.paragraphs)

    @cached_property
    def in_order(self) -> tuple[Claim, ...]:
        """The claims in the order of the article."""
        return tuple(sorted(self.claims.values(), key=lambda claim: (claim.evidence[0], claim.id)))

    @cached_property
    def devices_in_order(self) -> tuple[Device, ...]:
        """The devices in the order of the article."""
        return tuple(sorted(self.devices.values(), key=lambda device: (device.phrase, device.id)))

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {claim.id: place for place, claim in enumerate(self.in_order)}

    def near(self, claim: Claim) -> list[Claim]:
        """The other claims nearest to one in the article, the nearest first."""
        place = self._places[claim.id]
        window = self.in_order[max(0, place - _REACH) : place + _REACH + 1]
        others = (other for other in window if other is not claim)
        return sorted(others, key=lambda other: abs(self._places[other.id] - place))

    def near_place(self, place: Span) -> list[Device]:
        """The devices nearest to a place of the article, the nearest first."""
        ranked = sorted(
            self.devices_in_order,
            key=lambda device: (
                abs(device.phrase.paragraph - place.paragraph),
                abs(device.phrase.start - place.start),
            ),
        )
        return ranked[: 3 * _REACH]

    def stands_alone(self, text: str) -> bool:
        """Whether a statement can be understood without another before it."""
        return text.partition(" ")[0].casefold() not in self.language.phrasing.leaning

    def origin(self, claim: Claim) -> Source:
        """Where a claim comes from at first."""
        return self.sources[claim.chain[0]]

    def words_of(self, span: Span) -> str:
        """The words of a place."""
        return self.paragraphs[span.paragraph - 1][span.start : span.end]

    def whole(self, paragraph: int) -> Span:
        """The place of a whole paragraph, from 1."""
        return Span(paragraph, 0, len(self.paragraphs[paragraph - 1]))

    def opening(self, paragraph: int) -> Span:
        """The first words of a paragraph, up to where a reader would pause."""
        words = list(re.finditer(r"\S+", self.paragraphs[paragraph - 1]))[:_OPENING]
        pauses = [word for word in words[_SHORT_OPENING - 1 :] if word[0][-1] in ".,;:!?…"]
        return Span(paragraph, 0, pauses[-1].end() - 1 if pauses else words[-1].end())

    def quote_of(self, claim: Claim) -> str:
        """The words on which a claim rests; several places are joined by an ellipsis."""
        return " … ".join(map(self.words_of, claim.evidence))

    def is_single(self, span: Span) -> bool:
        """Whether the words of a place are in its paragraph once, so that they can be marked."""
        return locate(self.folded, self.words_of(span), span.paragraph) == span

    @cached_property
    def _quotations(self) -> dict[Span, Quotation | None]:
        return {}

    def quotation(self, span: Span) -> Quotation | None:
        """How a bank writes this place, so that it is found again; None if that cannot be done."""
        if span not in self._quotations:
            self._quotations[span] = self._quotation(span)
        return self._quotations[span]

    def _quotation(self, span: Span) -> Quotation | None:
        words = self.words_of(span)
        if locate(self.folded, words) == span:
            return {"quote": words}
        here: Quotation = {"quote": words, "paragraph": span.paragraph}
        if locate(self.folded, words, span.paragraph) == span:
            return here
        before = self.paragraphs[span.paragraph - 1][: span.start]
        for prefix in _endings(before):
            if locate(self.folded, words, span.paragraph, prefix) == span:
                return {**here, "prefix": prefix}
        return None

    def quotations(self, spans: Iterable[Span]) -> list[Quotation]:
        """How a bank writes these places, as far as they can be found again."""
        found = (self.quotation(span) for span in dict.fromkeys(spans))
        return [quotation for quotation in found if quotation]

    def touching(self, span: Span) -> Sequence[str]:
        """The ids of claims and devices whose words overlap with a place."""
        known = self._touching.get(span)
        if known is None:
            claims = (c.id for c in self.in_order if any(overlap(e, span) for e in c.evidence))
            devices = (d.id for d in self.devices_in_order if overlap(d.phrase, span))
            known = self._touching[span] = (*claims, *devices)
        return known

    # A few dozen places are looked up thousands of times.
    @cached_property
    def _touching(self) -> dict[Span, Sequence[str]]:
        return {}

    def mention(self, source: Source) -> Span | None:
        """Where a source comes up: its own name, else a claim that comes from it."""
        for name in (source.name, bare_name(source.name)):
            found = locate(self.folded, name)
            if isinstance(found, Span):
                return found
        claims = (claim for claim in self.in_order if source.id in claim.chain[:-1])
        return next((claim.evidence[0] for claim in claims), None)

    def reported(self, claim: Claim) -> str:
        """What a claim says, with its standing."""
        return reported(claim, self.origin(claim), self.phrasing)

    def reported_as(self, claim: Claim, statement: str) -> str:
        """A version of a claim with the standing of the claim."""
        return reported_as(claim, statement, self.origin(claim), self.phrasing)


def overlap(one: Span, other: Span) -> bool:
    """Whether two places have words in common."""
    same = one.paragraph == other.paragraph
    return same and one.start < other.end and other.start < one.end


def role_of(name: str) -> str:
    """What stands in brackets behind a name: who the person is; "" for nothing."""
    return name.partition(" (")[2].rstrip(") ")


def _endings(text: str, most: int = 6) -> Iterator[str]:
    """The last word of a text, the last two, and so on."""
    words = text.split()
    for count in range(1, min(most, len(words)) + 1):
        yield " ".join(words[-count:])


def _ordinary_beginnings(claims: Iterable[Claim], known: str, amounts: Amounts) -> Iterator[str]:
    """First words of statements that are no names, in small letters.

    A name would be in the article with a capital, or be a source's. A number is never a name.
    """
    capitals = set(re.findall(r"[^\W\d_]+", known))
    for claim in claims:
        for text in (claim.says, *claim.misreadings):
            first = re.match(r"[^\W\d_]+", text)
            word = first.group() if first else ""
            if word[1:].islower() and (word not in capitals or amounts.is_number(word)):
                yield word.lower()
