"""Selectors for what a statement stands on, and what a second report would add."""

from collections.abc import Iterator
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
    name_of,
    names_source,
    near,
    rivals,
    sourced,
    untouched,
)
from app.families.standing import own_word
from app.families.views import claim_view, source_view

_MOST: Final = 8
"""Questions on second reports."""

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
        if o.status != "opinion" and untouched(o, source, material) and not is_aside(o, material)
    ]
    pick = among_claims(claim, material, others, "statements", source=source_view(source, material))
    if isinstance(pick, Miss):
        return pick
    return Pick(source.id, "sources", source.id, pick.values, pick.about, pick.evidence)


def second_reports(material: Material) -> Found:
    """What a second report with a source adds: nothing new, a second source, or a first one."""
    ranked = sorted(_backable(material), key=lambda claim: lot(1_000_000, "second", claim.id))
    picks = (_second_report(claim, number, material) for number, claim in enumerate(ranked))
    made = [pick for pick in picks if pick][:_MOST]
    yield from made
    if not made:
        yield Miss("all", "it needs statements from several sources that are not akin")


def _backable(material: Material) -> Iterator[Claim]:
    """Statements of fact, with a source and without."""
    for claim in material.in_order:
        fact = claim.status in {"attributed", "reported fact", "unattributed"}
        alone = material.stands_alone(claim.says) and not is_aside(claim, material)
        if fact and alone and (own_word(claim) or claim in sourced(material)):
            yield claim


def _second_report(claim: Claim, number: int, material: Material) -> Pick | None:
    """A claim, the source that the other report cites, and a source that one may think of.

    Which report it is turns from question to question.
    """
    others = [one for one in rivals(claim, material) if len(name_of(one)) <= _LONGEST_NAME][:2]
    if own_word(claim):
        adds, sources = "first", others
    elif number % 2:
        adds, sources = "second", [*others[:1], material.origin(claim)]
    else:
        adds, sources = "nothing", [material.origin(claim), *others[:1]]
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
