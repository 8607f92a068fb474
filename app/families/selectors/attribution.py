"""Selectors for who says it: the source of a statement, or that it has none."""

from collections.abc import Iterator, Sequence

from app.domain.annotation import Claim, Source
from app.families.annotation_index import Material
from app.families.choosing import choose, lot
from app.families.selection import Found, Miss, Pick, evidence_of
from app.families.selectors.misreadings import about
from app.families.selectors.origins import (
    RECORDS,
    among_claims,
    attributed,
    chain_of,
    claim_pick,
    independent,
    may_be_reached,
    name_of,
    names_source,
    near,
    rivals,
    untouched,
)
from app.families.views import claim_views, source_view


def on_whose_word(material: Material) -> Found:
    """The source of an attributed statement, among others that have no part in it."""
    for claim in attributed(material):
        if names_source(claim, [material.origin(claim)]):
            yield Miss(claim.id, "the statement itself names its source")
            continue
        others = choose(
            material.cues,
            name_of(material.origin(claim)),
            rivals(claim, material),
            2,
            claim.id,
            name_of,
        )
        if others:
            yield claim_pick(claim, material, others)
        else:
            yield Miss(claim.id, "there are no two other sources to set beside its own")


def without_source(material: Material) -> Found:
    """What the writer states on nobody's word, among statements with a source."""
    for claim in material.in_order:
        if _without_word(claim, material) and material.stands_alone(claim.says):
            others = [other for other in _sourced(claim, material) if other.status == "attributed"]
            yield among_claims(claim, material, others, "statements with a source")


def _without_word(claim: Claim, material: Material) -> bool:
    """Whether the writer states a claim, and no attribution nearby may be taken to cover it."""
    return claim.status == "unattributed" and not may_be_reached(claim, attributed(material))


def _sourced(claim: Claim, material: Material) -> Iterator[Claim]:
    """Claims near one that do not themselves tell who says so."""
    return (o for o in near(claim, material) if not names_source(o, chain_of(o, material)))


def with_source(material: Material) -> Found:
    """What the text gives on somebody's word, among statements on nobody's."""
    for claim in attributed(material):
        if not material.stands_alone(claim.says) or names_source(claim, chain_of(claim, material)):
            continue
        others = [o for o in near(claim, material) if _without_word(o, material)]
        yield among_claims(claim, material, others, "statements without a source")


def resting_on(material: Material) -> Found:
    """The statement that comes from a source, among others in which it has no part."""
    for claim in attributed(material):
        source = material.origin(claim)
        if names_source(claim, [source]) or not material.stands_alone(claim.says):
            yield Miss(claim.id, "the statement itself names its source")
            continue
        others = [o for o in near(claim, material) if untouched(o, source, material)]
        yield among_claims(
            claim, material, others, f"statements without `{source.id}`", source=source_view(source)
        )


def pairs(material: Material) -> Found:
    """Three statements to be matched with the sources from which they come, one source to spare."""
    claims = [claim for claim in attributed(material) if _hides_source(claim, material)]
    used: set[str] = set()
    for claim in claims:
        group = _independent_group(claim, [c for c in claims if c.id not in used], material)
        spare = [s for s in rivals(claim, material) if _spare(s, group, material)]
        if claim.id in used or len(group) < 3 or not spare:
            continue
        used.update(about(group))
        values = {"rows": claim_views(group, material), "spare": source_view(spare[0])}
        yield Pick(claim.id, "claims", claim.id, values, about(group), evidence_of(group))
    if not used:
        yield Miss("all", "it needs three statements whose sources have nothing to do with another")


def _hides_source(claim: Claim, material: Material) -> bool:
    """Whether a claim is understood by itself, and does not name its source."""
    return material.stands_alone(claim.says) and not names_source(claim, chain_of(claim, material))


def _independent_group(claim: Claim, claims: Sequence[Claim], material: Material) -> list[Claim]:
    group = [claim]
    for other in sorted(claims, key=lambda c: c.evidence[0]):
        fits = all(
            independent(other, material.origin(member), material)
            and independent(member, material.origin(other), material)
            for member in group
        )
        if other is not claim and fits and len(group) < 3:
            group.append(other)
    return group


def _spare(source: Source, group: Sequence[Claim], material: Material) -> bool:
    return all(independent(claim, source, material) for claim in group)


def on_record(material: Material) -> Found:
    """Statements that go back to a document or to figures, among others that do not."""
    claims = [c for c in material.in_order if material.stands_alone(c.says)]
    recorded = [c for c in claims if _is_recorded(c, material)]
    on_paper = [c for c in material.in_order if _touched_by_record(c, material)]
    spoken = [c for c in claims if c not in on_paper and not may_be_reached(c, on_paper)]
    for number in range(0, len(recorded) - 1, 2):
        pair = recorded[number : number + 2]
        start = lot(max(1, len(spoken) - 2), "record", pair[0].id)
        others = spoken[start : start + 3]
        if len(others) < 2:
            yield Miss(pair[0].id, "it needs two statements that go back to no document")
            continue
        group = [*pair, *others]
        values = {"right": claim_views(pair, material), "others": claim_views(others, material)}
        yield Pick(pair[0].id, "claims", pair[0].id, values, about(group), evidence_of(group))


def _is_recorded(claim: Claim, material: Material) -> bool:
    """Whether a claim goes back to a document or to figures, and does not say so itself."""
    recorded = claim.status == "attributed" and material.origin(claim).type in RECORDS
    return recorded and not names_source(claim, chain_of(claim, material)[:-1])


def _touched_by_record(claim: Claim, material: Material) -> bool:
    return any(s.type in RECORDS | {"social media"} for s in chain_of(claim, material))
