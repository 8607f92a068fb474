"""Selectors for what a statement stands on, and what would back it up."""

from app.domain.annotation import Claim, Source
from app.families.annotation_index import Material
from app.families.selection import Found, Miss, Pick
from app.families.selectors.origins import (
    WRITER,
    among_claims,
    attributed,
    claim_pick,
    names_source,
    near,
    untouched,
)
from app.families.views import source_view


def falling_with(material: Material) -> Found:
    """What would lose its support if a source failed, among statements that it has no part in."""
    for source in material.sources.values():
        claims = [
            claim
            for claim in material.in_order
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
        o for o in near(claim, material) if o.status != "opinion" and untouched(o, source, material)
    ]
    pick = among_claims(claim, material, others, "statements", source=source_view(source))
    if isinstance(pick, Miss):
        return pick
    return Pick(source.id, "sources", source.id, pick.values, pick.about, pick.evidence)


def backing(material: Material) -> Found:
    """What would back up a statement, one for each source from which statements come."""
    return _one_per_origin(material, last=False)


def repeating(material: Material) -> Found:
    """What a second report with the same source adds, one for each source."""
    return _one_per_origin(material, last=True)


def _one_per_origin(material: Material, *, last: bool) -> Found:
    claims = [c for c in attributed(material) if material.stands_alone(c.says)]
    found = {c.chain[0]: c for c in (claims if last else reversed(claims))}
    for claim in sorted(found.values(), key=lambda claim: claim.evidence[0]):
        yield claim_pick(claim, material)
