"""Claims and the sources through which they came, as several selectors need them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from app.domain.annotation import Claim, Source
from app.domain.article import Span
from app.families.annotation_index import Material
from app.families.choosing import choose
from app.families.selection import Miss, Pick
from app.families.selectors.misreadings import about
from app.families.standing import RUMOUR, bare_name
from app.families.views import claim_view, source_view
from app.families.words import content_words

WRITER: Final = "writer"

RECORDS: Final = frozenset({"document", "data"})

PERSONS: Final = frozenset({"reporter", "expert", "official", "witness", "participant"})

_ASIDE: Final = 6
"""Words of an aside; what is longer is a clause of its own."""

_FINDABLE: Final = 3
"""Words of a quotation that a reader finds again."""

_CLAUSE: Final = 9
"""Words of a clause that may be quoted whole to show where a name stands."""

_BOUNDARY: Final = re.compile(r"[.,;:!?…](?=\s|$|[”’\"»])|[“”«»\"()–—]")

_KIN: Final = (
    frozenset({"news organisation", "reporter"}),
    frozenset({"organisation", "official"}),
    frozenset({"data", "document"}),
)
"""Types of which one may speak for the other: they are never set against each other."""


def sourced(material: Material) -> list[Claim]:
    """Claims that come from a source who is not the writer, and of which the text shows that.

    Rumours are none: where they come from is not known. Asides are none: whose they are is not
    shown.
    """
    return [
        claim
        for claim in material.in_order
        if len(claim.chain) > 1 and claim.status != RUMOUR and not is_aside(claim, material)
    ]


def chain_of(claim: Claim, material: Material) -> list[Source]:
    """The sources through which a claim came, the origin first."""
    return [material.sources[name] for name in claim.chain]


def naming_places(claim: Claim, material: Material) -> tuple[Span, ...]:
    """The words that name the source of a claim: its cue, else the source's name near it.

    Nothing where the claim's own words already hold the name, or the paragraph does not.
    """
    if claim.cue:
        return (claim.cue,)
    said = content_words(" ".join(map(material.words_of, claim.evidence)))
    for source in chain_of(claim, material)[:-1]:
        if content_words(bare_name(source.name)) & said:
            return ()
        for name in _forms(bare_name(source.name)):
            found = _nearest(name, claim.evidence[0], material)
            if found:
                return (_with_neighbours(found, material),)
    return ()


def _forms(name: str) -> Iterator[str]:
    """A name in full, and what it is called afterwards: its last word, if that is a name."""
    yield name
    last = name.rpartition(" ")[2]
    if last[:1].isupper():
        yield last


def _nearest(name: str, place: Span, material: Material) -> Span | None:
    """Where a name stands in the paragraph of a place: the last time before it, or else first."""
    text = material.paragraphs[place.paragraph - 1]
    found = [
        Span(place.paragraph, *match.span())
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE)
    ]
    before = [span for span in found if span.start < place.start]
    return next(iter([*reversed(before), *found]), None)


def cited(claims: Iterable[Claim], material: Material) -> tuple[Span, ...]:
    """The words that name the sources of claims, and the words that say the claims."""
    return tuple(span for one in claims for span in _shown(one, material))


def _shown(claim: Claim, material: Material) -> Iterator[Span]:
    for span in naming_places(claim, material):
        if not any(_holds(said, span) for said in claim.evidence):
            yield span
    yield from claim.evidence


def _holds(outer: Span, inner: Span) -> bool:
    same = outer.paragraph == inner.paragraph
    return same and outer.start <= inner.start and inner.end <= outer.end


def _with_neighbours(span: Span, material: Material) -> Span:
    """The clause of a place; where that is short or long, the words beside it."""
    text = material.paragraphs[span.paragraph - 1]
    clause = _clause(span, text)
    if _FINDABLE <= len(text[clause.start : clause.end].split()) <= _CLAUSE:
        return clause
    words = list(re.finditer(r"\S+", text))
    first = max(next(i for i, word in enumerate(words) if word.end() > span.start) - 1, 0)
    last = next(i for i, word in enumerate(words) if word.end() >= span.end)
    last = min(last + 1, len(words) - 1)
    while last - first + 1 < _FINDABLE and (first or last + 1 < len(words)):
        first, last = (first - 1, last) if first else (first, last + 1)
    return Span(span.paragraph, words[first].start(), words[last].end())


def _clause(span: Span, text: str) -> Span:
    before, after = text[: span.start], text[span.end :]
    start = max((match.end() for match in _BOUNDARY.finditer(before)), default=0)
    following = _BOUNDARY.search(after)
    end = span.end + (following.start() if following else len(after))
    start += len(text[start:]) - len(text[start:].lstrip())
    return Span(span.paragraph, start, span.start + len(text[span.start : end].rstrip()))


def is_aside(claim: Claim, material: Material) -> bool:
    """Whether a claim is a mere aside between commas, brackets or dashes in another's sentence.

    Who vouches for an aside inside a report, its source or its writer, no text shows.
    """
    return any(
        len(material.words_of(span).split()) <= _ASIDE and _is_enclosed(span, material)
        for span in claim.evidence
    )


def _is_enclosed(span: Span, material: Material) -> bool:
    text = material.paragraphs[span.paragraph - 1]
    before, after = text[: span.start].rstrip(" “‘\"'«"), text[span.end :].lstrip(" ”’\"'»")
    return before[-1:] in {",", "(", "–", "—"} and after[:1] in {",", ")", "–", "—"}


def names_source(claim: Claim, sources: Iterable[Source]) -> bool:
    """Whether a statement itself tells a source: then its text would give the answer away."""
    said = content_words(claim.says)
    return any(content_words(source.name) & said for source in sources)


def may_speak_for(one: Source, other: Source) -> bool:
    """Whether one source may be part of another, or the same under another name."""
    kin = any({one.type, other.type} == pair for pair in _KIN)
    mine, theirs = content_words(one.name), content_words(other.name)
    return kin or mine <= theirs or theirs <= mine


def rivals(claim: Claim, material: Material) -> list[Source]:
    """Sources that have no part in a claim, those of its origin's type and from nearby first."""
    chain = chain_of(claim, material)
    near = [name for other in material.near(claim) for name in other.chain]
    ranks = {name: rank for rank, name in reversed(list(enumerate(near)))}
    reaching = _reaching(claim, material)
    others = [
        source
        for source in material.sources.values()
        if source.type != WRITER
        and source.id not in claim.chain
        and source.id not in reaching
        and not names_source(claim, [source])
        and not any(may_speak_for(source, member) for member in chain)
    ]
    return sorted(
        others,
        key=lambda source: (source.type != chain[0].type, ranks.get(source.id, len(near))),
    )


def _reaching(claim: Claim, material: Material) -> set[str]:
    """Sources of other claims of the paragraph whose attribution may be taken to cover a claim."""
    return {
        name
        for other in material.in_order
        if other is not claim and may_be_reached(claim, [other])
        for name in other.chain
    }


def any_alike(key: Source, others: Iterable[Source]) -> bool:
    """Whether one of several sources is a person if the key is, and has a name if it has one.

    By its kind alone, a source is not to be guessed.
    """
    return any(_alike(one, key) for one in others)


def _alike(one: Source, other: Source) -> bool:
    people = (one.type in PERSONS) is (other.type in PERSONS)
    return people and name_of(one)[:1].isupper() is name_of(other)[:1].isupper()


def with_statement(source: Source, material: Material) -> dict[str, Any]:
    """A source with something that the text does have from it."""
    claims = (claim for claim in material.in_order if source.id in claim.chain[:-1])
    first = next((c for c in claims if material.stands_alone(c.says)), None)
    return {**source_view(source, material), "gives": first.says if first else ""}


def name_of(source: Source) -> str:
    """The name of a source without the role in brackets: then all options look alike."""
    return bare_name(source.name)


def near(claim: Claim, material: Material) -> Iterator[Claim]:
    """Claims near one that can stand alone, the nearest first."""
    return (other for other in material.near(claim) if material.stands_alone(other.says))


def among_claims(
    claim: Claim, material: Material, candidates: Sequence[Claim], noun: str, **values: Any
) -> Pick | Miss:
    """A pick with a claim as the key and two others beside it."""
    others = choose(material, noun, claim.says, candidates, lambda other: other.says)
    if not others:
        return Miss(claim.id, f"there are no two {noun} fit to stand beside it")
    shown = {
        "claim": claim_view(claim, material),
        "others": [claim_view(other, material) for other in others],
    }
    evidence = cited((claim, *others), material)
    named = about([claim, *others])
    return Pick(claim.id, "claims", claim.id, shown | values, named, evidence)


def may_be_reached(claim: Claim, by: Iterable[Claim]) -> bool:
    """Whether one of some statements in the same paragraph may lend a claim its own source.

    A text seldom shows how far an attribution reaches: a sentence beside it may be on the same
    word, though it says no more than the last part of the same chain.
    """
    places = {span.paragraph for span in claim.evidence}
    return any(
        len(other.chain) > len(claim.chain)
        and other.chain[-len(claim.chain) :] == claim.chain
        and places & {span.paragraph for span in other.evidence}
        for other in by
    )


def untouched(claim: Claim, source: Source, material: Material) -> bool:
    """Whether a claim is independent of a source, and stands beside nothing that is not."""
    from_it = [other for other in material.in_order if source.id in other.chain[:-1]]
    return independent(claim, source, material) and not may_be_reached(claim, from_it)


def independent(claim: Claim, source: Source, material: Material) -> bool:
    """Whether a source has no part in a claim, and no reader could say that it has."""
    chain = chain_of(claim, material)
    kin = any(may_speak_for(source, member) for member in chain if member.type != WRITER)
    return source.id not in claim.chain and not kin and not names_source(claim, [source])
