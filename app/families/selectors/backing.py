"""Selectors for what a statement stands on, and what a second report would add."""

from itertools import islice
from typing import Any, Final

from app.domain.annotation import Claim, Source
from app.families.annotation_index import Material
from app.families.choosing import lot
from app.families.selection import Found, Miss, Pick
from app.families.selectors.origins import (
    WRITER,
    among_claims,
    cited,
    is_aside,
    may_be_reached,
    name_of,
    names_source,
    near,
    rivals,
    sourced,
    untouched,
)
from app.families.standing import RUMOUR, own_word
from app.families.views import claim_view, source_view

_RECORDS: Final = frozenset({"data", "document"})
"""Types of source that know what they were made for, and can be named for nothing else."""

_MOST_OF_ONE: Final = 3
"""Questions on second reports with one answer."""

_LONGEST_NAME: Final = 30
"""Letters of a source's name in an option."""

_LENGTHS_APART: Final = 12
"""Letters by which the names of two sources in options may differ."""


def falling_with(material: Material) -> Found:
    """What would lose its support if a source failed, among statements that it has no part in."""
    for source in material.sources.values():
        claims = [
            claim
            for claim in sourced(material)
            if source.id in claim.chain[:-1]
            and claim.status != "opinion"
            and material.stands_alone(claim.says)
            and not names_source(claim, [source])
        ]
        picks = (_falling(claim, source, material) for claim in reversed(claims))
        found = next((pick for pick in picks if isinstance(pick, Pick)), None)
        if found:
            yield found
        elif source.type != WRITER:
            yield Miss(source.id, "there are no two statements without it to set beside one")


def _falling(claim: Claim, source: Source, material: Material) -> Pick | Miss:
    others = [
        o
        for o in near(claim, material)
        if o.status not in {"opinion", RUMOUR}
        and untouched(o, source, material)
        and not is_aside(o, material)
    ]
    pick = among_claims(claim, material, others, "statements", source=source_view(source, material))
    if isinstance(pick, Miss):
        return pick
    return Pick(source.id, "sources", source.id, pick.values, pick.about, pick.evidence)


def second_reports(material: Material) -> Found:
    """What a second report with a source adds: nothing new, a second source, or a first one."""
    ranked = sorted(material.in_order, key=lambda claim: lot(1_000_000, "second", claim.id))
    made: list[Pick] = []
    for adds, fitting in (("nothing", _is_sourced), ("second", _is_sourced), ("first", _is_bare)):
        used = {pick.item for pick in made}
        claims = (c for c in ranked if c.id not in used and fitting(c, material))
        picks = (_second_report(claim, adds, material) for claim in claims)
        made += islice((pick for pick in picks if pick), _MOST_OF_ONE)
    yield from made
    if not made:
        yield Miss("all", "it needs statements from several sources that are not akin")


def _is_sourced(claim: Claim, material: Material) -> bool:
    """Whether a claim is a fact on a source's word."""
    factual = claim.status in {"attributed", "reported fact"}
    return factual and claim in sourced(material) and material.stands_alone(claim.says)


def _is_bare(claim: Claim, material: Material) -> bool:
    """Whether the text states a claim without a source where one would be wanted."""
    wanting = claim.status == "unattributed" and own_word(claim)
    alone = material.stands_alone(claim.says) and not is_aside(claim, material)
    return wanting and alone and not may_be_reached(claim, sourced(material))


def _second_report(claim: Claim, adds: str, material: Material) -> Pick | None:
    """A claim, the source that the other report names, and a source that one may think of."""
    others = [
        one
        for one in rivals(claim, material)
        if len(name_of(one)) <= _LONGEST_NAME and one.type not in _RECORDS
    ][:2]
    origin = material.origin(claim)
    sources = {
        "nothing": [origin, *others[:1]],
        "second": [*others[:1], origin],
        "first": others,
    }[adds]
    if len(sources) < 2 or names_source(claim, sources) or _differ_in_length(*sources):
        return None
    named, other = sources
    values: dict[str, Any] = {
        "claim": claim_view(claim, material),
        "cited": source_view(named, material),
        "other": source_view(other, material),
        "adds": adds,
        "wrong": [{"adds": one} for one in ("nothing", "second", "first") if one != adds],
    }
    places = cited([claim], material)
    return Pick(claim.id, "claims", claim.id, values, (claim.id,), places)


def _differ_in_length(one: Source, other: Source) -> bool:
    return abs(len(name_of(one)) - len(name_of(other))) > _LENGTHS_APART
