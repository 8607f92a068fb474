"""Claims and the sources through which they came, as several selectors need them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from app.domain.annotation import Claim, Source
from app.families.annotation_index import Material, bare_name
from app.families.choosing import choose
from app.families.selection import Miss, Pick
from app.families.selectors.misreadings import about
from app.families.views import claim_view, source_view
from app.families.words import content_words

WRITER: Final = "writer"

RECORDS: Final = frozenset({"document", "data"})

PERSONS: Final = frozenset({"reporter", "expert", "official", "witness", "participant"})

_KIN: Final = (
    frozenset({"news organisation", "reporter"}),
    frozenset({"organisation", "official"}),
    frozenset({"data", "document"}),
)
"""Types of which one may speak for the other: they are never set against each other."""


def attributed(material: Material) -> list[Claim]:
    """Claims on somebody's word who is not the writer."""
    return [
        claim
        for claim in material.in_order
        if claim.status == "attributed" and len(claim.chain) > 1
    ]


def chain_of(claim: Claim, material: Material) -> list[Source]:
    """The sources through which a claim came, the origin first."""
    return [material.sources[name] for name in claim.chain]


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
    others = [
        source
        for source in material.sources.values()
        if source.type != WRITER
        and source.id not in claim.chain
        and not any(may_speak_for(source, member) for member in chain)
    ]
    return sorted(
        others,
        key=lambda source: (source.type != chain[0].type, ranks.get(source.id, len(near))),
    )


def name_of(source: Source) -> str:
    """The name of a source without the role in brackets: then all options look alike."""
    return bare_name(source.name)


def claim_pick(claim: Claim, material: Material, others: Sequence[Source] = ()) -> Pick:
    """A pick with one claim and other sources; `passed` are those that had the claim in hand."""
    beside = [{**source_view(other), "passed": other.id in claim.chain} for other in others]
    values = {
        "claim": claim_view(claim, material),
        "others": beside,
        "sort": _sort(claim, material),
        "weaker": ["copy", "quotation"],
    }
    return Pick(claim.id, "claims", claim.id, values, (claim.id,), claim.evidence)


def _sort(claim: Claim, material: Material) -> str:
    """What sort of source a claim comes from, as far as it matters for backing it up."""
    form = material.origin(claim).type
    if form in RECORDS | {"social media"}:
        return "record"
    if form in {"witness", "participant"}:
        return "witness"
    return "expert" if form in PERSONS else "report"


def near(claim: Claim, material: Material) -> Iterator[Claim]:
    """Claims near one that can stand alone, the nearest first."""
    return (other for other in material.near(claim) if material.stands_alone(other.says))


def among_claims(
    claim: Claim, material: Material, candidates: Sequence[Claim], noun: str, **values: Any
) -> Pick | Miss:
    """A pick with a claim as the key and two others beside it."""
    others = choose(material.cues, claim.says, candidates, 2, claim.id, lambda other: other.says)
    if not others:
        return Miss(claim.id, f"there are no two {noun} fit to stand beside it")
    shown = {
        "claim": claim_view(claim, material),
        "others": [claim_view(other, material) for other in others],
    }
    evidence = tuple(span for one in (claim, *others) for span in one.evidence)
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
    """Whether a source has no part in a claim, and nobody could say that it has."""
    chain = chain_of(claim, material)
    kin = any(may_speak_for(source, member) for member in chain if member.type != WRITER)
    return source.id not in claim.chain and not kin and not names_source(claim, [source])
